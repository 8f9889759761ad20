import type { WorkTexts } from '../../bg/screens/work.ts'

export const figures: WorkTexts['figures'] = {
  title: 'Reports of the registry',
  by: 'Counted by',
  reports: {
    requests: 'Services',
    late: 'Late',
    reasons: 'Reasons',
    workload: 'Workload',
    documents: 'Documents',
  },
  help: [
    'The digits choose the report, ← and → (or Tab) the point of view: by service, department, channel, outcome…',
    'F2 changes the kind of period, PgUp and PgDn go earlier and later, 0 is today. F8 prints.',
    'You see what you answer for. As a command: gishe control report requests --month --by service',
  ],
}

export const deadlines: WorkTexts['deadlines'] = {
  title: 'Deadlines',
  what: { tasks: 'Tasks', requests: 'Requests' },
  department: 'Department',
  columns: {
    overdue: 'Overdue',
    today: 'Today',
    soon: '3 days',
    week: '7 days',
    later: 'Later',
    still: 'Still',
  },
  all: 'All',
  total: 'Total',
  oldest: (day, what, holder) => `Oldest: until ${day}, ${holder ?? 'nobody took it'} · ${what}`,
  noOldest: 'There are no open tasks.',
  oldestRequest: (day, number, service) => `Oldest: until ${day}, ${number} · ${service}`,
  noOldestRequest: 'No request has a term that runs.',
  list: 'List',
  inbox: 'Tasks',
  find: 'Cases',
  reports: 'Reports',
  menu: 'Menu',
  leave: 'Leave',
  nothing: 'There is nothing here.',
  more: count => `${count} shown, there are more below`,
  listTitle: (where, column) => `${where} · ${column}`,
  listColumns: ['Due', 'Case', 'What', 'With'],
  openCase: 'Case',
  nobody: 'nobody took it',
  help: [
    'What is open, by department and by how near its last day is; 3 and 7 days are working days. The board refreshes by itself.',
    'A directorate sums up its departments. The arrows choose a number, Enter shows what is behind it, Enter again opens the case.',
    'Tab changes between tasks and requests. F3 opens your tasks, F6 finds cases, F7 has the reports.',
    'As a command: gishe control board',
  ],
  helpList: [
    'What the number on the board counts, the oldest first. Enter opens the case.',
    'As a command: gishe control list',
  ],
}
