import type { WorkTexts } from '../../bg/screens/work.ts'

export const paper: WorkTexts['paper'] = {
  title: number => `The paper of ${number}`,
  document: 'Document',
  where: 'Where it is',
  columns: ['Given', 'From', 'To', 'Taken'],
  never: 'It was never handed over.',
  takenAt: at => at,
  notTaken: 'not taken',
  take: 'Take it',
  taken: number => `The paper of ${number} is with you.`,
  hand: 'Hand over',
  handTitle: 'Handing a paper over',
  to: 'To whom',
  whomHint: 'name or department',
  whereTo: 'Where',
  inside: 'in the house',
  outside: 'out of the house',
  name: 'Name',
  identity: 'Showed',
  identityHint: 'identity card, service card No',
  backBy: 'Back by',
  note: 'Note',
  handed: (number, to) => `The paper of ${number} is on the way to ${to}, who has to take it.`,
  help: [
    'Where the paper is now, since when, and how it came there. Whoever has it hands it over; whoever it is given to takes it.',
    'F8 hands it over, or takes it where it is on the way to you. Out of the house it goes against a card and with a day of return.',
    'As a command: gishe papers where',
  ],
}

export const papers: WorkTexts['papers'] = {
  title: 'Papers',
  boxes: { to_take: 'To take', given: 'Given, not taken', outside: 'Out of the house', held: 'With me' },
  columns: ['Given', 'Document', 'About', 'From'],
  columnsGiven: ['Given', 'Document', 'About', 'To'],
  empty: {
    to_take: 'No paper is on the way to you.',
    given: 'All that you gave was taken.',
    outside: 'No paper is out of the house.',
    held: 'No paper was handed to you.',
  },
  back: (day, isLate) => (isLate ? `was due back by ${day}` : `back by ${day}`),
  open: 'Way',
  turn: 'List',
  take: 'Take it',
  taken: number => `The paper of ${number} is with you.`,
  help: [
    'Papers on the way to you or your department, given by you, out of the house, with you (←→ or Tab).',
    'F8 takes the chosen one. Enter shows its way. As a command: gishe papers list',
  ],
}

export const review: WorkTexts['review'] = {
  title: 'Weekly review',
  head: (from, until, reviewed, all) =>
    `${from} – ${until} · reviewed ${reviewed} of ${all}${reviewed < all ? `, ${all - reviewed} left` : ''}`,
  columns: ['State', 'Due', 'Case', 'Task', 'Verdict'],
  empty: 'There were no tasks in this week.',
  openCase: 'Case',
  earlier: 'Earlier',
  later: 'Later',
  all: 'All',
  onlyUnreviewed: 'What is left',
  reviewed: verdict => `Written: ${verdict}.`,
  verdictTitle: 'The verdict of the review',
  verdict: 'Verdict',
  note: 'Note',
  noteHint: 'what the problem is',
  who: 'With',
  write: 'Write',
  help: [
    'The tasks of the week as they stood at its end (art. 113–118 NODA). A digit writes the verdict; a problem is told in words.',
    '←→ change the week, F2 shows only what was not reviewed. A new verdict does not wipe out the old one.',
    'The protocol: gishe control protocol',
  ],
}
