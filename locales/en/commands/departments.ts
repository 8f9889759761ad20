import type { DepartmentsCommands } from '../../bg/commands/departments.ts'
import { bare } from '../command-text.ts'

export const departmentsCommands: DepartmentsCommands = {
  'departments tree': {
    ...bare,
    does: 'Show the structure: directorates, departments, mayoralties and the people in them',
    options: { closed: ['', 'closed departments too'] },
    examples: [['gishe departments tree', 'who works where and who acts for whom today']],
  },
  'departments add': {
    ...bare,
    does: 'Add a department to the structure',
    args: { code: ['<code>', 'small Latin letters, digits and hyphens; never changed later'] },
    options: {
      name: ['<name>', 'its name in Bulgarian'],
      'name-en': ['<name>', 'its name in English (the same unless given)'],
      kind: ['<kind>', 'directorate, department, mayoralty or centre (department unless given)'],
      under: ['<code>', 'the department it stands under; under none unless given'],
      settlement: ['<place>', 'the settlement of a mayoralty: its name or EKATTE code'],
    },
    examples: [
      ['gishe departments add kadastar --name "Отдел „Кадастър“" --under tsu', 'a department'],
      [
        'gishe departments add mogilitsa --kind mayoralty --name "Кметство с. Могилица" --settlement Могилица',
        'a mayoralty',
      ],
    ],
  },
  'departments change': {
    ...bare,
    does: 'Rename a department, or move it with all that is under it',
    more: 'What is not given stays. --under none lets it stand by itself.',
    args: { code: ['<code>', 'the department'] },
    options: {
      name: ['<name>', 'its new name in Bulgarian'],
      'name-en': ['<name>', 'its new name in English'],
      kind: ['<kind>', 'directorate, department, mayoralty or centre'],
      under: ['<code>', 'the department it stands under from now on; none for none'],
      settlement: ['<place>', 'the settlement of a mayoralty'],
    },
    examples: [['gishe departments change tsu --under ustroistvo', 'it goes to another directorate']],
  },
  'departments close': {
    ...bare,
    does: 'Close a department that has no tasks, people, services or departments any more',
    args: { code: ['<code>', 'the department'] },
    examples: [['gishe departments close elections', 'it is closed; what it did stays under its name']],
  },
}
