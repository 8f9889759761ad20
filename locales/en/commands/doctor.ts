import type { DoctorCommands } from '../../bg/commands/doctor.ts'

export const doctorCommands: DoctorCommands = {
  doctor: {
    does: 'Check the database, the printers, the clock and the terminal, and say what to do',
    more: 'For each device on USB it shows the rule by which Linux gives it a lasting name and a group.',
    args: {},
    options: { udev: ['<file>', 'only write these rules to a file'] },
    examples: [
      ['gishe doctor', 'is everything all right'],
      [
        'sudo gishe doctor --udev /etc/udev/rules.d/70-gishe-printers.rules',
        'lasting names for the printers',
      ],
      ['gishe doctor --json', 'for monitoring; exit 3 when something is wrong'],
    ],
  },
}
