import type { WorkTexts } from '../../bg/screens/work.ts'
import { caseActs, caseEvents, cases, caseTexts } from './work-case.ts'
import { caseForms, requestForms } from './work-case-forms.ts'
import { deadlines, figures } from './work-deadlines.ts'
import { paper, papers, review } from './work-paper.ts'
import { events, forms, task } from './work-task.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const work: WorkTexts = {
  due: {
    overdue: count => `${days(count)} late`,
    today: 'today',
    tomorrow: 'tomorrow',
    on: day => `until ${day}`,
    still: 'stands still',
  },
  inbox: {
    title: 'Tasks',
    boxes: { mine: 'Mine', unit: 'Of the department, free', given: 'Given by me', ended: 'Ended' },
    tab: (label, count) => (count === null ? label : `${label} ${count}`),
    alarms: (overdue, today, papers) =>
      [
        overdue > 0 ? `late ${overdue}` : '',
        today > 0 ? `due today ${today}` : '',
        papers > 0 ? `papers to take ${papers}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    columns: ['Due', 'Case', 'What', 'From'],
    columnsGiven: ['Due', 'Case', 'What', 'With'],
    columnsEnded: ['Ended', 'Case', 'What', 'From'],
    byCard: 'by the card',
    open: 'Open',
    box: 'List',
    find: 'Cases',
    board: 'Deadlines',
    leave: 'Leave',
    menu: 'Menu',
    empty: {
      mine: 'There are no tasks for you. → shows those that nobody took.',
      unit: 'Your department has no tasks that nobody took.',
      given: 'There are no open tasks that you gave.',
      ended: 'You have not ended any tasks yet.',
    },
    forWhom: name => `for ${name}`,
    ended: day => `on ${day}`,
    more: count => `${count} shown, there are more below`,
    told: { what: 'Task', subject: 'About', from: 'Given', who: 'With' },
    help: [
      'Your tasks, the most urgent first. Tab and ←→ change the list. Those of whom you stand in for are among yours.',
      'Enter opens the task. F8 ends it, or takes one that nobody has. F9 shows all that can be done with it.',
      'F3 gives a part of it, F4 tells where the paper is and hands it over, F5 returns it, F11 gives it to another.',
      'F6 finds cases. The list refreshes by itself. As a command: gishe tasks list',
    ],
  },
  menu: {
    inbox: 'Tasks',
    deadlines: 'Deadlines by department',
    cases: 'Cases',
    papers: 'Papers to take',
    review: 'Weekly review',
    cash: 'Cash desks, books and printers',
  },
  acts: {
    title: 'What to do with the task',
    all: 'Actions',
    end: 'End it',
    endPhase: 'End it',
    take: 'Take it',
    taken: what => `Taken: ${what}`,
    part: 'Sub-task',
    giveBack: 'Return',
    pass: 'Pass on',
    opinion: 'Opinion',
    term: 'Other term',
    paper: 'Paper',
  },
  deadlines,
  figures,
  task,
  events,
  forms,
  case: caseTexts,
  cases,
  caseActs,
  caseEvents,
  caseForms,
  requestForms,
  paper,
  papers,
  review,
}
