/** How a request comes in, and how its result goes out. */
export const CHANNELS = ['desk', 'mayoralty', 'post', 'email', 'portal', 'ssev'] as const
export type Channel = (typeof CHANNELS)[number]
export const DELIVERIES = ['desk', 'mayoralty', 'post', 'email', 'ssev'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Where a document is looked up that is never asked of the citizen (АПК чл. 36, ал. 2; ЗЕУ чл. 2). */
export const OWN_SOURCES = ['regix', 'own_register', 'other_body'] as const
export type OwnSource = (typeof OWN_SOURCES)[number]

/** How a needed document is brought. */
export const FORMS = ['original', 'copy', 'seen'] as const
export type Form = (typeof FORMS)[number]

/** How a matter ends: the act is issued, refused, or the proceedings are terminated. */
export const ENDS = ['completed', 'refused', 'terminated'] as const
export type End = (typeof ENDS)[number]

/** A unit that is not one and the same: where the request came in, and the department of the service. */
export const MOVING_UNITS = ['intake', 'service'] as const

export type InternalTerm = { amount: number; unit: 'working_days' | 'calendar_days' }

/** A document of the checklist: brought by the applicant, or looked up by the office where `exOfficio` says where. */
export type NeededDocument = {
  code: string
  name: string
  ground: string | null
  exOfficio: OwnSource | null
  /** The condition in words; null is always. */
  when: string | null
  form: Form | null
}

export type NextPhases = {
  /** What whoever ends the phase chooses. */
  outcome: string
  /** Several are started together. */
  to: string[]
  when: string | null
}

export type CardPhase = {
  code: string
  name: string
  /** A department's code, or one of MOVING_UNITS. */
  unit: string
  /** The task is of the unit's head. */
  byHead: boolean
  /** Null is until the request is due. */
  term: InternalTerm | null
  takes: string[]
  makes: string[]
  guidance: string | null
  /** Begins when all phases that were started beside each other have ended. */
  waits: boolean
  next: NextPhases[]
  /** How the matter ends here; then there is no next. */
  end: End | null
}

/** The technology card (технологична карта): how one service is done, from the request to the result. */
export type Card = {
  service: string
  name: string
  source: string
  legalGround: string
  applicants: string[]
  /** A rule of the law where the catalogue tells no term. */
  termRule: string | null
  channels: Channel[]
  delivery: Delivery[]
  feeNote: string | null
  /** Index of the case in the nomenclature. */
  caseIndex: string | null
  validity: { months: number; remindDays: number } | null
  result: { kind: string; name: string }
  documents: NeededDocument[]
  phases: CardPhase[]
}

export const phaseOf = (card: Pick<Card, 'phases'>, code: string): CardPhase | null =>
  card.phases.find(phase => phase.code === code) ?? null

/** What the applicant brings; what the office looks up itself is never among it. */
export const askedDocuments = (card: Pick<Card, 'documents'>): NeededDocument[] =>
  card.documents.filter(document => document.exOfficio === null)

/** Why a card will not do: where, and what is wrong there. */
export type CardProblem = { path: string } & (
  | {
      problem:
        | 'missing'
        | 'unknown_key'
        | 'not_text'
        | 'not_a_list'
        | 'not_a_mapping'
        | 'not_a_yes_or_no'
        | 'control_characters'
        | 'empty'
        | 'not_a_code'
        | 'not_a_term'
        | 'unreachable'
        | 'no_end'
        | 'endless'
        | 'no_next'
        | 'next_after_end'
        | 'never_joined'
        | 'waits_for_nothing'
        | 'only_ex_officio'
    }
  | { problem: 'too_long'; most: number }
  | { problem: 'too_many'; most: number }
  | { problem: 'out_of_range'; least: number; most: number }
  | { problem: 'not_allowed'; allowed: readonly string[] }
  | { problem: 'twice' | 'no_such_phase' | 'no_such_unit' | 'no_such_kind' | 'no_such_service'; name: string }
  | { problem: 'no_such_rule' | 'name_differs' | 'asked_ex_officio'; name: string }
  | { problem: 'too_slow'; internal: number; legal: number }
)
