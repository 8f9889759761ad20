import type { KioskInstallTexts } from '../bg/kiosk-install.ts'

export const kioskInstall: KioskInstallTexts = {
  description: 'Gishe – the faces in the reception hall',
  about: {
    unit: 'The device as a service: start, watchdog and rights.',
    user: 'The user of the device.',
    udev: 'Button boxes and keypads on USB.',
    modules: 'Drivers of serial lines.',
    logind: 'Screen and power key belong to the device.',
    journald: 'The journal of the machine.',
    sysctl: 'Keys that speak to the kernel itself.',
    font: 'The font of the screen.',
    overlay: 'The system is read only (after the next start).',
  },
  user: 'No password and no shell: nobody logs in as this user.',
  modules:
    'The service is given only those lines whose driver is loaded when it starts: they are here before any box is.',
  consoles: 'No login on the other screens: a keyboard plugged in by a visitor reaches no system.',
  powerKey: 'A power key on a plugged-in keyboard does not stop the device.',
  journal: 'In memory: the root is read only, and the card does not wear out.',
  sysrq: 'Alt+SysRq on a plugged-in keyboard does nothing.',
  font: 'CyrSlav has the Bulgarian letters, № and the box lines that faces are drawn with, and keeps the bright colours.',
  fontSize:
    '16x32 is read from two metres and needs a screen of 1280×768 at least; for 1024×600 take 12x24, for 800×480 take 8x16.',
  overlay:
    'Changes live in memory and are gone after a restart: a power cut does not break the system. recurse=0 leaves the disk of the presses writable.',
  unit: {
    screen: 'Screen 1 is the device’s, not the login’s.',
    after: 'When screen and rights are ready. The network is not waited for: without it presses are kept.',
    state: 'Presses have a disk of their own: without it the device does not start.',
    always: 'However often it falls, it is started again.',
    notify:
      'Ready when the first screen is shown; silent for 30 seconds, it is started anew. systemd-notify speaks for it, hence all.',
    blank: 'The screen does not go dark and has no cursor.',
    start: 'Each line of boxes is one --box.',
    restart: 'Whatever stops it, after 2 seconds it is back.',
    user: 'A user of its own; dialout opens serial lines, tty the screen.',
    tty: 'Input and output are screen 1, wiped before and after.',
    errors: 'Errors go to the journal, never to the screen: journalctl -t gishe-kiosk.',
    language: 'Cyrillic letters; keys and colours of the console.',
    folder: 'Presses, key and settings; nobody else reads them.',
    cache: 'Compiled code: the next start is faster.',
    memory: 'Usually below 80 MB; if it grows, it is started anew before it chokes the machine.',
    files: 'It writes to the two folders above only.',
    devices: 'The screen and serial lines only; no other device is there for it.',
    rights: 'What it does not need is taken away. (Memory stays executable: Node compiles into it.)',
  },
  udev: {
    box: 'One box: /dev/gishe/box, at whatever port it is.',
    boxes:
      'Several boxes: by the USB socket they are in (ls /dev/gishe); the name stays when one is pulled and put back.',
    modem: 'ModemManager is not to try them as modems: what it sends confuses boxes.',
    power:
      'USB does not fall asleep: the first press after a quiet time is not lost. Holds for keypads too; they type straight to the screen.',
  },
  steps: {
    packages: 'the console font and the read-only root',
    disk: 'a partition of its own for the presses (256 MB last for years); its name depends on the card – formatting erases all that is on it',
    fstab: 'it is mounted at each start',
    user: 'makes the user of the device',
    folder: 'mounts the partition and gives it to the device',
    enrol: 'enrols the device with the one-time code of «gishe kiosks add»',
    rules: 'drivers and rules hold at once; the font is remembered',
    keys: 'Ctrl+Alt+Del does not restart, screen 1 has no login',
    start: 'starts the device now and whenever the machine starts',
    look: 'shows whether it works and what waits',
    overlay: 'last of all, when the rest works: the system becomes read only',
    update: 'later: a shell in which the system is updated; restart after it',
  },
  said: {
    steps: 'Then, on the device, as root:',
    written: path => `Written: ${path}.`,
    keptEarlier: path => `The earlier one is kept as ${path}.`,
  },
}
