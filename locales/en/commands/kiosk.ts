import type { KioskCommands } from '../../bg/commands/kiosk.ts'

export const kioskCommands: KioskCommands = {
  kiosk: {
    does: 'The satisfaction device in a hall: a question with faces on the whole screen',
    more: [
      'Needs no database: it speaks with the hub ("gishe web"). A press is on the disk before anybody is thanked, and is sent when there is a line.',
      'The digits 1–5 are the faces; mouse, touch and button boxes work too. 0 three times and the PIN open the technician’s screen. Ctrl-C stops.',
      'The memory of the device is in GISHE_KIOSK_HOME: /var/lib/gishe-kiosk for root, else ~/.local/share/gishe-kiosk.',
    ].join('\n'),
    args: {},
    options: { box: ['<line>', 'a button box on a serial port; may be repeated'] },
    examples: [
      ['gishe kiosk', 'on the terminal it is started from'],
      ['gishe kiosk --box /dev/ttyACM0 --box /dev/ttyUSB0?baud=19200', 'with two lines of boxes'],
    ],
  },
  'kiosk enrol': {
    does: 'Enrols this device at the hub with a one-time code',
    more: 'The code comes from "gishe kiosks add" or "gishe kiosks code". The device makes a key of its own and exchanges it for the code; where the answer is lost, the same code is repeated. Presses that wait stay. Also while the device runs.',
    args: {},
    options: {
      hub: ['<address>', 'the address of the hub: https, or http on the same machine'],
      code: ['<code>', 'the one-time code; case, blanks and hyphens do not matter'],
      plain: ['', 'allows http over the network: whoever listens can read, and pass for the hub'],
      anew: ['', 'as a new device: its card was copied from another one, or it comes from another town'],
    },
    examples: [
      ['gishe kiosk enrol --hub https://hub.smolyan.bg --code K7M2P-9XQRT', 'the first enrolment'],
      [
        'gishe kiosk enrol --hub https://hub.smolyan.bg --code 4TRWB-6HZ2N --anew',
        'a card copied from another device',
      ],
    ],
  },
  'kiosk status': {
    does: 'Tells which hub this device belongs to, whether it runs and how many presses wait',
    more: '',
    args: {},
    options: {},
    examples: [['gishe kiosk status --json', 'for monitoring']],
  },
}
