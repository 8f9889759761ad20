import type { TrainingCommands } from '../../bg/commands/training.ts'
import { bare } from '../command-text.ts'

export const trainingCommands: TrainingCommands = {
  'training make': {
    ...bare,
    does: 'Make the database for training, or make it anew',
    more: 'It takes over the services, fees, desks, printers and staff of the municipality; its people and what they owe are invented, its numbers are its own. What was done there for training until now is gone. After an update of the program it is made anew. One practises with "gishe --training", with F2 on the sign-in screen, or with --training after any command that signs in. Wants the owner of the database.',
    options: { force: ['', 'ends the work of those who practise now'] },
    examples: [
      ['gishe training make', 'before a new cashier learns'],
      ['gishe training make --force', 'also while somebody still practises'],
    ],
  },
  'training status': {
    ...bare,
    does: 'Say whether there is a database for training, since when, and who works in it',
    examples: [['gishe training status', 'whether it serves this version']],
  },
  'training drop': {
    ...bare,
    does: 'Take the database for training away; the municipality stays as it is',
    options: { force: ['', 'ends the work of those who practise now'] },
    examples: [['gishe training drop', 'it is not needed any more']],
  },
}
