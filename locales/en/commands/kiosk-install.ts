import type { KioskInstallCommands } from '../../bg/commands/kiosk-install.ts'
import { bare } from '../command-text.ts'

export const kioskInstallCommands: KioskInstallCommands = {
  'kiosk install': {
    ...bare,
    does: 'Gives all that makes a small machine with Debian or Raspberry Pi OS a device with faces',
    more: 'A systemd service with a watchdog, rules for button boxes, the console font, a read-only root: each line with its reason. The commands a technician runs come last. Nothing on this machine is changed unless --write is “/”.',
    options: {
      print: ['', 'shows the files and the commands'],
      write: ['<folder>', 'writes the files below this folder; “/” – to their places'],
      box: ['<line>', 'serial line of button boxes, e.g. /dev/gishe/box; may be given several times'],
      program: ['<path>', 'where the program is on the device; else where this one is'],
    },
    examples: [
      ['gishe kiosk install --print --box /dev/gishe/box', 'to be read before deciding'],
      ['gishe kiosk install --write /', 'on the device itself, as root'],
    ],
  },
}
