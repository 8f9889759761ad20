import type { KioskInstallTexts } from '../locales/bg/kiosk-install.ts'

/** What an installation needs to know: the program's path, and the lines of button boxes (`--box` of `gishe kiosk`). */
export type Installation = { program: string; boxes: readonly string[] }
export type InstalledFile = { path: string; text: string }
/** A command that a technician types as root, and what for. */
export type InstallStep = { command: string; why: string }

/** Each file begins with this: others of the same name are somebody else's. */
export const WRITTEN_BY = 'gishe kiosk install'

const UNIT = 'gishe-kiosk.service'
const USER = 'gishe-kiosk'
const FOLDER = '/var/lib/gishe-kiosk'
const STATE_DISK = 'gishe-kiosk'

/** The files that make a small machine with Debian or Raspberry Pi OS a device, each line with its reason. */
export const installedFiles = (installation: Installation, texts: KioskInstallTexts): InstalledFile[] => [
  file(`/etc/systemd/system/${UNIT}`, texts.about.unit, unitOf(installation, texts)),
  file(`/etc/sysusers.d/${USER}.conf`, texts.about.user, [
    [texts.user, `u ${USER} - "${texts.description}" ${FOLDER}`],
  ]),
  file('/etc/udev/rules.d/70-gishe-kiosk.rules', texts.about.udev, udevRules(texts)),
  file('/etc/modules-load.d/gishe-kiosk.conf', texts.about.modules, [
    [texts.modules, 'cdc_acm', 'usbserial'],
  ]),
  file('/etc/systemd/logind.conf.d/gishe-kiosk.conf', texts.about.logind, [
    [null, '[Login]'],
    [texts.consoles, 'NAutoVTs=0', 'ReserveVT=0'],
    [texts.powerKey, 'HandlePowerKey=ignore', 'HandleSuspendKey=ignore', 'HandleHibernateKey=ignore'],
  ]),
  file('/etc/systemd/journald.conf.d/gishe-kiosk.conf', texts.about.journald, [
    [null, '[Journal]'],
    [texts.journal, 'Storage=volatile', 'RuntimeMaxUse=32M'],
  ]),
  file('/etc/sysctl.d/70-gishe-kiosk.conf', texts.about.sysctl, [[texts.sysrq, 'kernel.sysrq = 0']]),
  file('/etc/default/console-setup', texts.about.font, [
    [texts.font, 'ACTIVE_CONSOLES="/dev/tty[1-6]"', 'CHARMAP="UTF-8"', 'CODESET="CyrSlav"'],
    [texts.fontSize, 'FONTFACE="Terminus"', 'FONTSIZE="16x32"'],
  ]),
  file('/etc/overlayroot.local.conf', texts.about.overlay, [
    [texts.overlay, 'overlayroot_cfgdisk="disabled"', 'overlayroot="tmpfs:recurse=0"'],
  ]),
]

/** What a technician does besides, in this order; the read-only root comes last, when all the rest works. */
export function installSteps({ program }: Installation, { steps }: KioskInstallTexts): InstallStep[] {
  const asDevice = `runuser -u ${USER} -- env GISHE_KIOSK_HOME=${FOLDER} ${program} kiosk`
  const commands: Record<keyof typeof steps, string> = {
    packages: 'apt install console-setup overlayroot',
    disk: `mkfs.ext4 -L ${STATE_DISK} /dev/mmcblk0p3`,
    fstab: `echo 'LABEL=${STATE_DISK} ${FOLDER} ext4 noatime,errors=remount-ro 0 2' >> /etc/fstab`,
    user: 'systemd-sysusers',
    folder: `mkdir -p ${FOLDER} && mount ${FOLDER} && chown ${USER}: ${FOLDER} && chmod 700 ${FOLDER}`,
    enrol: `${asDevice} enrol --hub https://hub.example.bg --code XXXX-XXXX-XXXX`,
    rules:
      'systemctl restart systemd-modules-load && udevadm control --reload && udevadm trigger && sysctl --system && setupcon --save --force',
    keys: 'systemctl mask ctrl-alt-del.target getty@tty1.service',
    start: `systemctl daemon-reload && systemctl enable --now ${UNIT}`,
    look: `systemctl status ${UNIT} && ${asDevice} status`,
    overlay: 'update-initramfs -u && reboot',
    update: 'overlayroot-chroot',
  }
  return (Object.keys(commands) as (keyof typeof steps)[]).map(step => ({
    command: commands[step],
    why: steps[step],
  }))
}

/** Lines with the reason above them; null where a heading or what was said before is reason enough. */
type Reasoned = readonly [why: string | null, ...lines: string[]]

const unitOf = ({ program, boxes }: Installation, { unit, description }: KioskInstallTexts): Reasoned[] => [
  [null, '[Unit]', `Description=${description}`],
  [unit.screen, 'Conflicts=getty@tty1.service', 'ConditionPathExists=/dev/tty0'],
  [
    unit.after,
    'After=getty@tty1.service systemd-user-sessions.service plymouth-quit-wait.service',
    'Before=getty.target',
  ],
  [unit.state, `RequiresMountsFor=${FOLDER}`],
  [unit.always, 'StartLimitIntervalSec=0'],
  [null, '', '[Service]'],
  [unit.notify, 'Type=notify', 'NotifyAccess=all', 'WatchdogSec=30', 'TimeoutStartSec=60'],
  [unit.blank, 'ExecStartPre=-/usr/bin/setterm --term linux --blank 0 --powerdown 0 --cursor off'],
  [
    unit.start,
    `ExecStart=${[program, 'kiosk', ...boxes.flatMap(box => ['--box', box])].map(asWord).join(' ')}`,
  ],
  [unit.restart, 'Restart=always', 'RestartSec=2', 'TimeoutStopSec=10'],
  [unit.user, `User=${USER}`, 'SupplementaryGroups=dialout tty'],
  [
    unit.tty,
    'TTYPath=/dev/tty1',
    'TTYReset=yes',
    'TTYVHangup=yes',
    'TTYVTDisallocate=yes',
    'StandardInput=tty',
    'StandardOutput=tty',
  ],
  [unit.errors, 'StandardError=journal', `SyslogIdentifier=${USER}`],
  [unit.language, 'Environment=LANG=C.UTF-8 TERM=linux'],
  [
    unit.folder,
    `Environment=GISHE_KIOSK_HOME=${FOLDER}`,
    `StateDirectory=${USER}`,
    'StateDirectoryMode=0700',
  ],
  [unit.cache, `Environment=NODE_COMPILE_CACHE=/var/cache/${USER}`, `CacheDirectory=${USER}`],
  [unit.memory, 'MemoryMax=256M', 'OOMScoreAdjust=-500'],
  [unit.files, ...FILES, `ProtectHome=${program.startsWith('/home/') ? 'read-only' : 'yes'}`],
  [unit.devices, ...DEVICES],
  [unit.rights, ...RIGHTS],
  [null, '', '[Install]', 'WantedBy=multi-user.target'],
]

/** As one word of a unit, in which % begins a specifier. */
const asWord = (text: string): string => {
  const plain = text.replace(/%/g, '%%')
  return /[\s"'\\;$]/.test(plain) ? `"${plain.replace(/["\\]/g, '\\$&').replace(/\$/g, '$$$$')}"` : plain
}

const FILES = ['ProtectSystem=strict', 'PrivateTmp=yes', 'UMask=0077', 'ProtectProc=invisible']

const DEVICES = [
  'DevicePolicy=closed',
  ...['/dev/tty0', '/dev/tty1', 'char-ttyACM', 'char-ttyUSB', 'char-ttyS', 'char-ttyAMA'].map(
    device => `DeviceAllow=${device} rw`,
  ),
]

const RIGHTS = [
  'NoNewPrivileges=yes',
  'CapabilityBoundingSet=',
  'AmbientCapabilities=',
  'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'ProtectClock=yes',
  'ProtectHostname=yes',
  'ProtectControlGroups=yes',
  'ProtectKernelLogs=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelTunables=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
  'SystemCallErrorNumber=EPERM',
]

const udevRules = ({ udev }: KioskInstallTexts): Reasoned[] => [
  [
    udev.box,
    'SUBSYSTEM=="tty", KERNEL=="ttyACM[0-9]*|ttyUSB[0-9]*", GROUP="dialout", MODE="0660", SYMLINK+="gishe/box"',
  ],
  [
    udev.boxes,
    'SUBSYSTEM=="tty", KERNEL=="ttyACM[0-9]*|ttyUSB[0-9]*", ENV{ID_PATH_TAG}=="?*", SYMLINK+="gishe/box-$env{ID_PATH_TAG}"',
  ],
  [
    udev.modem,
    'SUBSYSTEM=="tty", KERNEL=="ttyACM[0-9]*|ttyUSB[0-9]*", ENV{ID_MM_DEVICE_IGNORE}="1", ENV{ID_MM_PORT_IGNORE}="1"',
  ],
  [
    udev.power,
    'ACTION=="add", SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", TEST=="power/control", ATTR{power/control}="on"',
  ],
]

const file = (path: string, about: string, lines: Reasoned[]): InstalledFile => ({
  path,
  text: `# ${WRITTEN_BY}: ${about}\n\n${lines.map(reasoned).join('')}`,
})

/** A blank line of its own comes before the reason. */
function reasoned([why, ...lines]: Reasoned): string {
  const reason = why === null ? [] : [`# ${why}`]
  return `${[...reason, ...lines].join('\n')}\n`
}
