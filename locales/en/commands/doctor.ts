import type { DoctorCommands } from '../../bg/commands/doctor.ts'
import { bare } from '../command-text.ts'

export const doctorCommands: DoctorCommands = {
  doctor: {
    ...bare,
    does: 'Check the database, the printers, the clock and the terminal, and say what to do',
    examples: [
      ['gishe doctor', 'is everything all right'],
      ['gishe doctor --json', 'for monitoring; exit 3 when something is wrong'],
    ],
  },
}
