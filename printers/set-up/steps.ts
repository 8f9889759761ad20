import type { CodePage, EscposProfile } from '../profile.ts'
import type { Choice, Draft, Question, SetUp, StepName, Work } from './draft.ts'
import type { FoundOut } from './hear.ts'
import { atSpeed, isSerial, lineMeant, SPEEDS, speedOf } from './line-meant.ts'
import { euroBytes, MAKES, type Make, makeOf, pagesOf } from './makes.ts'
import { draftProfile, isProfileName, makeIn, profileProposed, shippedLike } from './profile-of.ts'
import { cutSheet, drawerSheet, euroSheet, pageName, pageSheet, WIDTHS, widthSheet } from './sheets.ts'

/**
 * One step of the set-up: when it is due, what is printed for it, what is asked, and what an answer makes of the draft (null:
 * it is no answer). Pure: the same answers always lead to the same profile.
 */
type Step = {
  name: StepName
  isDue: (d: Draft) => boolean
  work?: (d: Draft) => Work
  question: (d: Draft) => Omit<Question, 'step'>
  take: (d: Draft, typed: string) => Draft | null
}

/** What comes next: something to be done at the printer, a question, or the end. */
export type Next =
  | { step: StepName; work: Work }
  | { step: StepName; question: Question }
  | { finished: SetUp }

export function nextOf(draft: Draft): Next {
  const step = STEPS.find(one => one.isDue(draft))
  if (!step) return { finished: setUpOf(draft) }
  const { name } = step
  if (step.work && !draft.done.includes(name)) return { step: name, work: step.work(draft) }
  return { step: name, question: { step: name, ...step.question(draft) } }
}

/** The draft after an answer; an empty one takes the proposal. Null where it answers nothing. */
export function answered(draft: Draft, typed: string): Draft | null {
  const next = nextOf(draft)
  if (!('question' in next)) return null
  const { choices, proposal, isOpen } = next.question
  const meant = typed.trim() || (proposal ?? '')
  if (meant === '' || !(isOpen || choices.some(choice => choice.key === meant))) return null
  return stepNamed(next.step).take({ ...draft, told: undefined }, meant)
}

/** The draft once the work of a step is done and has told something: it then speaks at the speed that was understood. */
export function worked(draft: Draft, step: StepName, told: FoundOut = {}): Draft {
  const baud = told.heard?.baud ?? told.fiscal?.baud ?? null
  const line = baud === null ? draft.line : atSpeed(draft.line ?? '', baud)
  return { ...draft, ...told, line, done: [...draft.done, step] }
}

/** The draft with the sheet of the step that asks now to be printed once more. */
export function printedAgain(draft: Draft): Draft {
  const next = nextOf(draft)
  return 'question' in next ? withoutDone(draft, next.step) : draft
}

const withoutDone = (draft: Draft, step: StepName): Draft => ({
  ...draft,
  done: draft.done.filter(name => name !== step),
})

const STEPS: readonly Step[] = [
  {
    name: 'line',
    isDue: d => d.line === undefined,
    question: d => ({
      choices: d.ports.map((port, at) => ({ key: `${at + 1}`, value: portText(port), fault: port.fault })),
      proposal: d.ports.length === 1 ? '1' : null,
      isOpen: true,
    }),
    take: (d, typed) => {
      const line = d.ports[Number(typed) - 1]?.line ?? lineMeant(typed)
      return line === null ? null : { ...d, line }
    },
  },
  {
    name: 'listen',
    isDue: d => d.heard === undefined,
    work: d => ({ do: 'listen', line: d.line ?? '' }),
    question: () => ({ choices: [], proposal: null, isOpen: false }),
    take: () => null,
  },
  {
    name: 'make',
    isDue: d => d.make === undefined,
    question: d => {
      const said = makeOf([d.heard?.maker ?? null, d.heard?.model ?? null])
      return {
        choices: makesIn(d).map((make, at) => ({ key: `${at + 1}`, value: make })),
        proposal: `${makesIn(d).indexOf(said ?? 'other') + 1}`,
        isOpen: false,
      }
    },
    take: (d, typed) => ({ ...d, make: makesIn(d)[Number(typed) - 1] ?? 'other' }),
  },
  {
    name: 'operator',
    isDue: d => d.make === 'fiscal' && d.operator === undefined,
    question: () => ({ choices: [], proposal: '1', isOpen: true }),
    take: (d, typed) => {
      const operator = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
      return operator >= 1 && operator <= MOST_OPERATORS ? { ...d, operator } : null
    },
  },
  {
    name: 'password',
    isDue: d => d.make === 'fiscal' && d.password === undefined,
    question: () => ({ choices: [], proposal: null, isOpen: true, isSecret: true }),
    take: (d, typed) => (/^\d{1,8}$/.test(typed) ? { ...d, password: typed } : null),
  },
  {
    name: 'identify',
    isDue: d => d.make === 'fiscal' && d.fiscal === undefined,
    work: d => ({
      do: 'identify',
      line: d.line ?? '',
      operator: { operator: d.operator ?? 1, password: d.password ?? '' },
    }),
    question: () => ({ choices: [], proposal: null, isOpen: false }),
    take: () => null,
  },
  {
    name: 'speed',
    isDue: d => d.make !== 'fiscal' && isSerial(d.line ?? '') && speedOf(d.line ?? '') === null,
    work: d => ({ do: 'speeds', line: d.line ?? '' }),
    question: () => ({
      choices: [...SPEEDS.map(speed => ({ key: `${speed}` })), NONE],
      proposal: null,
      isOpen: false,
    }),
    take: (d, typed) =>
      typed === '0'
        ? { ...d, line: undefined, heard: undefined, make: undefined, done: [], told: 'no_speed' }
        : { ...d, line: atSpeed(d.line ?? '', Number(typed)) },
  },
  {
    name: 'page',
    isDue: d => isPaper(d) && d.page === undefined,
    work: d => print(d, pageSheet(pagesIn(d), draftProfile(d))),
    question: d => ({
      choices: [...pagesIn(d).map(page => ({ key: `${page.number}`, value: pageName(page) })), NONE],
      proposal: null,
      isOpen: false,
    }),
    take: (d, typed) => {
      const page = pagesIn(d).find(one => `${one.number}` === typed)
      if (page) return { ...d, page }
      if (d.make === 'other') return { ...d, told: 'no_page' }
      return { ...withoutDone(d, 'page'), make: 'other', told: 'all_pages' }
    },
  },
  {
    name: 'euro',
    isDue: d => isPaper(d) && d.euro === undefined && d.page !== undefined && euroBytes(d.page).length > 0,
    work: d => print(d, euroSheet(pageIn(d), euroBytes(pageIn(d)), draftProfile(d))),
    question: d => ({
      choices: [...euroBytes(pageIn(d)).map((_, at) => ({ key: `${at + 1}` })), NONE],
      proposal: null,
      isOpen: false,
    }),
    take: (d, typed) => {
      const byte = euroBytes(pageIn(d))[Number(typed) - 1]
      return { ...d, euro: byte === undefined ? 'EUR' : { byte } }
    },
  },
  {
    name: 'columns',
    isDue: d => isPaper(d) && d.columns === undefined,
    work: d => print(d, widthSheet(draftProfile(d))),
    question: () => ({ choices: WIDTHS.map(width => ({ key: `${width}` })), proposal: null, isOpen: true }),
    take: (d, typed) => (isWidth(typed) ? { ...d, columns: Number(typed) } : null),
  },
  {
    name: 'cutter',
    isDue: d => isPaper(d) && d.cutter === undefined,
    work: d => print(d, cutSheet(draftProfile(d))),
    question: () => ({ choices: keys('1', '2', '3', '4'), proposal: null, isOpen: false }),
    take: (d, typed) => {
      const { feedLines } = draftProfile(d)
      if (typed === '4')
        return { ...withoutDone(d, 'cutter'), feedLines: feedLines + FED_MORE, told: 'fed_more' }
      if (typed === '3') return { ...d, cutter: 'none', feedLines: Math.max(feedLines, TO_THE_BAR) }
      return { ...d, feedLines, cutter: typed === '1' ? 'partial' : 'full' }
    },
  },
  {
    name: 'drawer',
    isDue: d => isPaper(d) && d.pin === undefined && d.hasDrawer === undefined,
    question: () => ({ choices: keys('1', '2'), proposal: '2', isOpen: false }),
    take: (d, typed) => (typed === '1' ? { ...d, hasDrawer: true } : { ...d, pin: null }),
  },
  kick(2),
  kick(5),
  {
    name: 'name',
    isDue: d => d.name === undefined,
    question: d => ({
      choices: d.town.printers.map(({ name }, at) => ({ key: `${at + 1}`, value: name })),
      proposal: null,
      isOpen: true,
    }),
    take: (d, typed) => {
      const name = d.town.printers[Number(typed) - 1]?.name ?? typed
      return name.length <= LONGEST_NAME ? { ...d, name } : null
    },
  },
  {
    name: 'profile',
    isDue: d => isPaper(d) && d.profile === undefined && shippedLike(draftProfile(d)) === null,
    question: d => ({ choices: [], proposal: profileProposed(d), isOpen: true }),
    take: (d, typed) => (isProfileName(typed) ? { ...d, profile: typed } : null),
  },
  {
    name: 'desk',
    isDue: d => d.desk === undefined,
    question: d => ({
      choices: [...d.town.desks.map(desk => ({ key: `${desk.number}`, value: desk.name })), NONE],
      proposal: '0',
      isOpen: false,
    }),
    take: (d, typed) => ({ ...d, desk: typed === '0' ? null : Number(typed) }),
  },
  {
    name: 'save',
    isDue: d => d.isSaved !== true,
    question: () => ({ choices: keys('1'), proposal: '1', isOpen: false }),
    take: d => ({ ...d, isSaved: true }),
  },
]

/** A drawer hangs at pin 2 or, where that one did not open it, at pin 5. */
function kick(pin: 2 | 5): Step {
  return {
    name: pin === 2 ? 'opened_2' : 'opened_5',
    isDue: d => isPaper(d) && d.pin === undefined && (pin === 5 || d.isNotAtPin2 !== true),
    work: d => print(d, drawerSheet(draftProfile(d), pin)),
    question: () => ({ choices: keys('1', '2'), proposal: null, isOpen: false }),
    take: (d, typed) => {
      if (typed === '1') return { ...d, pin }
      return pin === 2 ? { ...d, isNotAtPin2: true } : { ...d, pin: null }
    },
  }
}

const NONE: Choice = { key: '0', value: '' }
const MOST_OPERATORS = 30
const FED_MORE = 3
const TO_THE_BAR = 3
const LONGEST_NAME = 40
const LEAST_COLUMNS = 20
const MOST_COLUMNS = 132

const keys = (...all: string[]): Choice[] => all.map(key => ({ key }))

const stepNamed = (name: StepName): Step => STEPS.find(step => step.name === name) as Step

const print = (d: Draft, bytes: Uint8Array): Work => ({
  do: 'print',
  line: d.line ?? '',
  bytes,
  asks: d.heard?.status === true,
})

/** A receipt printer, of which the paper tells the rest; a fiscal device tells it itself. */
const isPaper = (d: Draft): boolean => d.make !== 'fiscal'

const makesIn = (d: Draft): (Make | 'fiscal')[] => (d.town.isTraining ? [...MAKES] : [...MAKES, 'fiscal'])

const pagesIn = (d: Draft): CodePage[] => pagesOf(makeIn(d))
const pageIn = (d: Draft): CodePage => d.page ?? draftProfile(d).page

const portText = ({ line, what }: { line: string; what: string }): string =>
  [line, what].filter(Boolean).join('  ')

const isWidth = (typed: string): boolean =>
  /^\d{2,3}$/.test(typed) && Number(typed) >= LEAST_COLUMNS && Number(typed) <= MOST_COLUMNS

function setUpOf(d: Draft): SetUp {
  const kept = { name: d.name ?? '', line: d.line ?? '', desk: d.desk ?? null }
  if (d.fiscal) {
    const fiscal = { number: d.fiscal.deviceNumber, operator: d.operator ?? 1, password: d.password ?? '' }
    return { ...kept, profileName: d.fiscal.profile, profile: null, fiscal }
  }
  const profile: EscposProfile = draftProfile(d)
  const shipped = shippedLike(profile)
  if (shipped) return { ...kept, profileName: shipped.name, profile: null, fiscal: null }
  return { ...kept, profileName: profile.name, profile, fiscal: null }
}
