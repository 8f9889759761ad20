import type { PrinterEmulateCommands } from '../../bg/commands/printer-emulate.ts'

const FAULTS = [
  'paper-out          the paper ends (@3 after three lines; for escpos bytes)',
  'near-end           little paper is left',
  'cover-open         the cover is open (=5s for five seconds)',
  'offline, busy      the printer prints nothing (escpos)',
  'cutter             the blade is stuck (escpos)',
  'slow=2000          prints so many bytes a second (escpos)',
  'overheated         the head is too hot',
  'print-fault        the printing mechanism is broken',
  'unplug             the cable is pulled (@120 at that byte, @close at the command)',
  'mute               says nothing, but works',
  'reset              power fails after the command and comes back (=3s after three seconds)',
  'reset-before       the same, before the command is carried out',
  'reply-lost         the command is carried out, its reply gets lost',
  'lost               the command does not reach the device',
  'nak                answers NAK',
  'syn=20s            busy for twenty seconds',
  'dropped, noise     bytes of the reply are missing or wrong',
  'garbage            noise before the reply',
  'chunks=1           the reply comes in pieces',
  'day-blocked        24 hours went by without a Z report',
  'memory-full, memory-near-full, journal-full, journal-near-full',
  'clock-unset        the clock is not set; clock=-2h is two hours slow',
  'password=1234      the operators have another password',
  'wrong-total=1      the device counts a cent too much',
]

export const printerEmulateCommands: PrinterEmulateCommands = {
  'printers emulate': {
    does: 'Stands in for a printer or a fiscal device, for trying things out',
    more: [
      'Shows what comes onto the paper, until Ctrl-C or the key 0. Needs no database. At a terminal the digits cause faults, in a pipe the same words do, one a line; mend puts everything in order, plug-in puts the cable back, stop ends it.',
      'A fault is written NAME[*TIMES][=VALUE][@WHERE]. WHERE is a number or a command: open, sale, subtotal, payment, text, close, cancel, storno, cash, x, z, status, transaction, last-document, journal; sale#2 is the second sale. Without it the fault is there from the beginning.',
      ...FAULTS,
    ].join('\n'),
    args: { device: ['<device>', 'escpos, datecs (FP-800, FP-700) or datecs-x (FP-700X, DP-25X)'] },
    options: {
      pty: ['', 'on a serial port of this machine, which is made for it'],
      link: ['<path>', 'a lasting name for the serial port'],
      tcp: ['<port>', 'on a network port of this machine'],
      rom: ['<make>', 'whose code pages escpos has: epson, star, datecs, rongta, clone …'],
      fault: ['<fault>', 'what is to go wrong; may be repeated'],
      paper: ['<file>', 'also writes to a file what comes onto the paper'],
    },
    examples: [
      ['gishe printers emulate escpos --tcp 9100', 'a receipt printer on tcp://127.0.0.1:9100'],
      ['gishe printers emulate datecs --pty --link /tmp/fp', 'a fiscal device on serial:/tmp/fp?baud=115200'],
      [
        'gishe printers emulate datecs-x --pty --fault reply-lost@close --fault paper-out@12',
        'loses the reply to the close, the paper ends after 12 lines',
      ],
    ],
  },
}
