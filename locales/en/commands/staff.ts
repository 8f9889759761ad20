import type { StaffCommands } from '../../bg/commands/staff.ts'
import { bare, NEW_PASSWORD } from '../command-text.ts'

export const staffCommands: StaffCommands = {
  'staff add': {
    does: 'Add a member of staff with the rights of the post',
    more: 'The password comes from GISHE_NEW_PASSWORD, from the file, or is typed on the terminal.',
    args: {
      login: ['<login>', 'to sign in with: small Latin letters and digits; Cyrillic is transliterated'],
    },
    options: {
      name: ['<name>', 'first and last name, as on the receipt'],
      post: ['<post>', 'cashier, clerk, officer, head, admin or auditor'],
      'new-password-file': ['<file>', NEW_PASSWORD],
    },
    examples: [['gishe staff add mivanova --name "Maria Ivanova" --post cashier', 'a new cashier']],
  },
  'staff list': {
    ...bare,
    does: 'List the staff, the disabled too',
    examples: [['gishe staff list', 'who has access']],
  },
  'staff disable': {
    ...bare,
    does: 'Disable a member of staff and end their sessions; what they recorded stays',
    args: { login: ['<login>', 'the member of staff'] },
    examples: [['gishe staff disable kasa2', 'somebody leaves']],
  },
  'staff password': {
    does: 'Change a password: your own, or as an administrator that of somebody else',
    more: 'The new password comes from GISHE_NEW_PASSWORD, from the file, or is typed on the terminal.',
    args: { login: ['[login]', 'whose; your own unless given'] },
    options: { 'new-password-file': ['<file>', NEW_PASSWORD] },
    examples: [
      ['gishe staff password', 'your own'],
      ['gishe staff password kasa1', 'a cashier forgot it'],
    ],
  },
}
