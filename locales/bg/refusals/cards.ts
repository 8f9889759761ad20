import type { CardProblem } from '../../../rules/cards/card.ts'
import type { CardsRefusals } from '../../../rules/refusals/cards.ts'

type Say = {
  [Problem in CardProblem['problem']]: (facts: Extract<CardProblem, { problem: Problem }>) => string
}

const PROBLEMS: Say = {
  missing: () => 'липсва',
  unknown_key: () => 'няма такова поле',
  not_text: () => 'трябва да е текст',
  not_a_list: () => 'трябва да е списък',
  not_a_mapping: () => 'трябва да е поле със стойности',
  not_a_yes_or_no: () => 'трябва да е true или false',
  control_characters: () => 'има управляващи знаци',
  empty: () => 'е празно',
  not_a_code: () => 'трябва да е код: малки латински букви, цифри и долна черта',
  not_a_term: () => 'трябва да е като „2 working_days“ или „10 calendar_days“, най-много 180',
  unreachable: () => 'до този етап не се стига',
  no_end: () => 'няма етап, с който работата приключва (end)',
  endless: () => 'от този етап не се стига до край',
  no_next: () => 'няма нито следващ етап (next), нито край (end)',
  next_after_end: () => 'приключва (end), а има и следващ етап (next)',
  never_joined: () => 'започва успоредни етапи, които не се събират в етап с waits: true',
  waits_for_nothing: () => 'чака успоредни етапи, а няма такива',
  only_ex_officio: () => 'събира се служебно и не се иска от заявителя: без form',
  too_long: ({ most }) => `е по-дълго от ${most} знака`,
  too_many: ({ most }) => `са повече от ${most}`,
  out_of_range: ({ least, most }) => `трябва да е цяло число от ${least} до ${most}`,
  not_allowed: ({ allowed }) => `може да е ${allowed.join(', ')}`,
  twice: ({ name }) => `„${name}“ се повтаря`,
  no_such_phase: ({ name }) => `няма етап „${name}“`,
  no_such_unit: ({ name }) => `няма звено „${name}“`,
  no_such_kind: ({ name }) => `няма вид документ „${name}“`,
  no_such_service: ({ name }) => `няма услуга „${name}“`,
  no_such_rule: ({ name }) => `няма правило за срок „${name}“`,
  name_differs: ({ name }) => `името в каталога е „${name}“`,
  asked_ex_officio: ({ name }) => `„${name}“ се събира служебно, а се иска и от заявителя`,
  too_slow: ({ internal, legal }) => `вътрешните срокове стигат ${internal} дни, а законовият е ${legal} дни`,
}

/** Where in a card, and what is wrong there. */
export function cardProblem(problem: CardProblem): string {
  const say = PROBLEMS[problem.problem] as ((facts: CardProblem) => string) | undefined
  return `${problem.path}: ${say?.(problem) ?? problem.problem}`
}

export const cardsRefusals: { [Code in keyof CardsRefusals]: (facts: CardsRefusals[Code]) => string } = {
  'card.wrong': ({ cards }) =>
    cards
      .map(
        ({ card, problems }) =>
          `Картата „${card}“ не става:${problems.map(problem => `\n  ${cardProblem(problem)}`).join('')}.`,
      )
      .join('\n'),
  'card.not_yaml': ({ card, line, column }) =>
    `„${card}“ не е YAML: ред ${line}, знак ${column}. Поправете файла там, най-често е отстъп, кавичка или двоеточие.`,
  'card.too_large': ({ card, most }) => `„${card}“ е по-голям от ${most} КБ. Това не е технологична карта.`,
  'card.no_file': ({ file }) => `Файлът „${file}“ не може да се прочете. Проверете името и правата.`,
  'card.none': ({ code }) =>
    `Услуга ${code} няма технологична карта: заявленията минават през един общ етап на отдела ѝ.`,
  'card.no_such_version': ({ code }) => `Картата на услуга ${code} няма такава версия.`,
  'phase.ends_request': ({ phase }) =>
    `Етап „${phase}“ приключва с решението по заявлението: издаване, отказ или прекратяване.`,
  'phase.outcome_needed': ({ phase, known }) =>
    `Етап „${phase}“ може да завърши различно. Посочете: ${known.join(', ')}.`,
  'phase.no_such_outcome': ({ phase, outcome, known }) =>
    `Етап „${phase}“ не завършва с „${outcome}“. Посочете: ${known.join(', ')}.`,
}
