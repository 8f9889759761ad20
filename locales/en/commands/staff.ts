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
  'staff place': {
    ...bare,
    does: 'Say in which department somebody works and as what',
    args: { login: ['<user>', 'the member of staff'] },
    options: {
      department: ['<code>', 'the department; none is the whole municipality (secretary, administrator)'],
      position: ['<position>', "the name of the post in the town's own table"],
    },
    examples: [
      ['gishe staff place tsu1 --department tsu --position "главен експерт „Кадастър“"', 'a new place'],
    ],
  },
  'staff absent': {
    ...bare,
    does: 'Name who acts for somebody absent, from a day until a day',
    more: 'The substitute sees what the absent one sees. A head names for the own people and for oneself, the administrator for all.',
    args: { login: ['<user>', 'who is absent'] },
    options: {
      substitute: ['<user>', 'who acts for them'],
      from: ['<day>', 'the first day (today unless given)'],
      until: ['<day>', 'the last day'],
      ground: ['<ground>', 'the order or the leave'],
      id: ['<UUID>', "the script's id of the request: sending it again is safe"],
    },
    examples: [
      [
        'gishe staff absent tsu1 --substitute eko1 --until 2026-12-04 --ground "заповед № 812"',
        'leave from today on',
      ],
    ],
  },
  'staff back': {
    ...bare,
    does: 'End a substitution: the absent one is back, or will not be absent',
    args: { login: ['<user>', 'who is back'] },
    examples: [['gishe staff back tsu1', 'the substitute no longer sees what is theirs']],
  },
  'staff substitutes': {
    ...bare,
    does: 'Show who acts for whom now and in the days to come',
    options: { all: ['', 'those that are over too'] },
    examples: [['gishe staff substitutes', 'the substitutions']],
  },
}
