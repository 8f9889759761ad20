import { caseActs, caseEvents, cases, caseTexts } from './work-case.ts'
import { caseForms, requestForms } from './work-case-forms.ts'
import { deadlines, figures } from './work-deadlines.ts'
import { paper, papers, review } from './work-paper.ts'
import { events, forms, task } from './work-task.ts'

const days = (count: number): string => (count === 1 ? '1 ден' : `${count} дни`)

/** The screens of officers and heads: the inbox of tasks, and what every one of them says. */
export const work = {
  due: {
    overdue: (count: number): string => `закъсняла ${days(count)}`,
    today: 'днес',
    tomorrow: 'утре',
    on: (day: string): string => `до ${day}`,
    still: 'срокът е спрян',
  },
  inbox: {
    title: 'Задачи',
    boxes: { mine: 'Мои', unit: 'На звеното, непоети', given: 'Дадени от мен', ended: 'Завършени' },
    tab: (label: string, count: number | null): string => (count === null ? label : `${label} ${count}`),
    alarms: (overdue: number, today: number, papers: number): string =>
      [
        overdue > 0 ? `закъснели ${overdue}` : '',
        today > 0 ? `за днес ${today}` : '',
        papers > 0 ? `хартия за приемане ${papers}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    columns: ['Срок', 'Преписка', 'Какво', 'От кого'],
    columnsGiven: ['Срок', 'Преписка', 'Какво', 'При кого'],
    columnsEnded: ['Завършена', 'Преписка', 'Какво', 'От кого'],
    byCard: 'по картата',
    open: 'Отвори',
    box: 'Списък',
    find: 'Преписки',
    board: 'Срокове',
    leave: 'Изход',
    menu: 'Меню',
    empty: {
      mine: 'Няма задачи за вас. → показва непоетите на звеното.',
      unit: 'Няма задачи на звеното, които никой не е поел.',
      given: 'Няма незавършени задачи, дадени от вас.',
      ended: 'Още нямате завършени задачи.',
    },
    forWhom: (name: string): string => `за ${name}`,
    ended: (day: string): string => `на ${day}`,
    more: (count: number): string => `показани са ${count}, надолу има още`,
    told: { what: 'Задача', subject: 'Относно', from: 'Дадена', who: 'При' },
    help: [
      'Задачите ви, най-спешните първо. Tab и ←→ сменят списъка. Сред вашите са и на когото замествате.',
      'Enter отваря задачата. F8 я завършва, а непоетата поема. F9 показва всичко, което може да се направи с нея.',
      'F3 дава подзадача, F4 показва къде е хартията и я предава, F5 връща задачата, F11 я дава на друг.',
      'F6 търси преписки. Списъкът се обновява сам. Като команда: gishe tasks list',
    ],
  },
  menu: {
    inbox: 'Задачи',
    deadlines: 'Срокове по звена',
    cases: 'Преписки',
    papers: 'Хартия за приемане',
    review: 'Седмичен преглед',
    cash: 'Каси, книги и принтери',
  },
  acts: {
    title: 'Действия със задачата',
    all: 'Действия',
    end: 'Завърши',
    endPhase: 'Завърши',
    take: 'Поеми',
    taken: (what: string): string => `Поета: ${what}`,
    part: 'Подзадача',
    giveBack: 'Върни',
    pass: 'Предай',
    opinion: 'Становище',
    term: 'Друг срок',
    paper: 'Хартия',
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

export type WorkTexts = typeof work
