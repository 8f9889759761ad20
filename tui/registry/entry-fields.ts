/** What one form enters: a document that comes in, goes out or stays in the house, and a request for a service. */
export const VARIANTS = ['incoming', 'outgoing', 'internal', 'request'] as const
export type Variant = (typeof VARIANTS)[number]

/** Fields whose value is one of a list. */
export const CHOICES = ['kind', 'channel', 'register', 'department', 'service', 'speed', 'delivery'] as const
export type Choice = (typeof CHOICES)[number]

/** Fields that are typed. */
export const TYPED = [
  'who',
  'representative',
  'representation',
  'subject',
  'receivedAt',
  'sheets',
  'attachments',
  'attachmentsNote',
  'foreignNumber',
  'foreignDay',
  'answers',
  'deliverTo',
  'amount',
  'files',
] as const
export type Typed = (typeof TYPED)[number]

/** The needed documents of a request are a list of their own below the form. */
export type Field = Choice | Typed | 'checklist'

/** A field in its row: the cells of its label and of its line. */
export type Place = { field: Choice | Typed; label: number; width: number }

const LABEL = 12
const whole = (field: Place['field']): Place[] => [{ field, label: LABEL, width: 66 }]
const pair = (one: Place['field'], width: number, two: Place['field'], label: number): Place[] => [
  { field: one, label: LABEL, width },
  { field: two, label, width: 66 - width - label },
]
const COUNTED: Place[] = [
  { field: 'receivedAt', label: LABEL, width: 19 },
  { field: 'sheets', label: 9, width: 6 },
  { field: 'attachments', label: 7, width: 6 },
  { field: 'attachmentsNote', label: 1, width: 18 },
]

/** The form of each variant, row by row; the cursor goes through them in this order. */
export const ROWS: Record<Variant, Place[][]> = {
  incoming: [
    pair('kind', 31, 'channel', 11),
    whole('who'),
    whole('subject'),
    COUNTED,
    [
      { field: 'foreignNumber', label: LABEL, width: 19 },
      { field: 'foreignDay', label: 4, width: 13 },
      { field: 'answers', label: 12, width: 18 },
    ],
    pair('department', 31, 'register', 11),
    whole('files'),
  ],
  outgoing: [
    pair('kind', 31, 'register', 11),
    whole('who'),
    whole('subject'),
    COUNTED,
    pair('answers', 19, 'department', 6),
    whole('files'),
  ],
  internal: [
    pair('kind', 31, 'register', 11),
    whole('subject'),
    COUNTED,
    pair('answers', 19, 'department', 6),
    whole('files'),
  ],
  request: [
    whole('service'),
    whole('who'),
    pair('representative', 31, 'representation', 12),
    [
      { field: 'speed', label: LABEL, width: 19 },
      { field: 'amount', label: 7, width: 13 },
      { field: 'channel', label: 10, width: 17 },
    ],
    [
      { field: 'delivery', label: LABEL, width: 19 },
      { field: 'deliverTo', label: 7, width: 40 },
    ],
    [
      { field: 'receivedAt', label: LABEL, width: 19 },
      { field: 'sheets', label: 9, width: 6 },
      { field: 'files', label: 9, width: 23 },
    ],
  ],
}

/** What stays from document to document. */
export const STICKY: readonly Choice[] = ['kind', 'channel', 'register', 'department', 'delivery']

export const isChoice = (field: Field): field is Choice => (CHOICES as readonly Field[]).includes(field)

/** The fields in the order in which Enter and Tab go through them. */
export function fieldsOf(variant: Variant): Field[] {
  const inForm = ROWS[variant].flat().map(place => place.field)
  return variant === 'request' ? [...inForm, 'checklist'] : inForm
}

/** Where the cursor stands in a new form: past what stays. */
export const firstField = (variant: Variant): Field =>
  variant === 'request' ? 'service' : variant === 'internal' ? 'subject' : 'who'

export const steppedField = (variant: Variant, field: Field, step: number): Field => {
  const fields = fieldsOf(variant)
  return fields[(fields.indexOf(field) + step + fields.length) % fields.length] ?? firstField(variant)
}
