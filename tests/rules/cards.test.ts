import { describe, expect, test } from 'vitest'
import { askedDocuments, type CardProblem } from '../../rules/cards/card.ts'
import { type Known, readCard, whyNotCard } from '../../rules/cards/check-card.ts'
import { drawCard } from '../../rules/cards/draw-card.ts'
import { generalPhases, outcomeMeant, phasesAfter } from '../../rules/cards/going-on.ts'
import { longestWay } from '../../rules/cards/ways.ts'

const known: Known = {
  services: [
    {
      code: '2016',
      name: { bg: 'Удостоверение', en: 'Certificate' },
      fees: { normal: { cents: null, term: { amount: 5, unit: 'days' } } },
    },
  ],
  units: ['grao', 'legal'],
  kinds: ['certificate'],
  rules: ['act-certificate'],
}

type Plain = Record<string, unknown>
const phase = (code: string, more: Plain): Plain => ({
  code,
  name: `Етап ${code}`,
  unit: 'grao',
  term: '1 working_days',
  ...more,
})
const to = (...targets: string[]) => ({ next: [{ outcome: 'готово', to: targets }] })
const plain = (more: Plain = {}): Plain => ({
  service: 2016,
  name: 'Удостоверение',
  source: 'собствено описание',
  legal_ground: 'ЗГР чл. 24',
  applicants: ['наследник'],
  channels: ['desk', 'ssev'],
  delivery: ['desk'],
  result: { kind: 'certificate', name: 'Удостоверение' },
  documents: [
    { code: 'form', name: 'Заявление', form: 'original' },
    { code: 'death', name: 'Акт за смърт', ex_officio: 'own_register' },
  ],
  phases: [phase('draft', to('ready')), phase('ready', { end: 'completed' })],
  ...more,
})
const problemsOf = (more: Plain): CardProblem[] => {
  const read = readCard(plain(more), known)
  return 'problems' in read ? read.problems : []
}

describe('a technology card', () => {
  test('is read whole; what the office finds itself is not asked', () => {
    const read = readCard(plain(), known)
    if (!('card' in read)) throw new Error(JSON.stringify(read.problems))
    expect(read.card).toMatchObject({ service: '2016', termRule: null, validity: null })
    expect(askedDocuments(read.card).map(document => document.code)).toEqual(['form'])
    expect(whyNotCard(plain(), known, 'x')).toBeNull()
  })

  test('one that will not do is refused with all that is wrong, each with its place', () => {
    const why = whyNotCard(plain({ name: '', phases: [], sorce: 'x' }), known, '2016.yaml')
    expect(why?.code).toBe('card.wrong')
    expect(problemsOf({ name: '', sorce: 'x', channels: ['fax'], result: 'x' })).toEqual([
      { path: 'sorce', problem: 'unknown_key' },
      { path: 'result', problem: 'not_a_mapping' },
      { path: 'name', problem: 'empty' },
      expect.objectContaining({ path: 'channels.1', problem: 'not_allowed' }),
    ])
  })

  test.each<[string, Plain, Partial<CardProblem>]>([
    ['no source', { source: undefined }, { path: 'source', problem: 'missing' }],
    ['a null', { fee_note: null }, { path: 'fee_note', problem: 'empty' }],
    ['no text', { name: ['x'] }, { path: 'name', problem: 'not_text' }],
    ['no list', { applicants: 'наследник' }, { path: 'applicants', problem: 'not_a_list' }],
    ['nothing chosen', { channels: [] }, { path: 'channels', problem: 'empty' }],
    ['escape codes', { source: 'x\u001b[31mx' }, { path: 'source', problem: 'control_characters' }],
    ['bidi', { legal_ground: 'а\u202eб' }, { path: 'legal_ground', problem: 'control_characters' }],
    ['far too long', { fee_note: 'а'.repeat(2001) }, { path: 'fee_note', problem: 'too_long', most: 2000 }],
    ['other name', { name: 'Скица' }, { path: 'name', problem: 'name_differs', name: 'Удостоверение' }],
    ['no service', { service: 9999 }, { path: 'service', problem: 'no_such_service', name: '9999' }],
    ['no kind', { result: { kind: 'x', name: 'x' } }, { path: 'result.kind', problem: 'no_such_kind' }],
    ['no rule', { term_rule: 'x' }, { path: 'term_rule', problem: 'no_such_rule' }],
    [
      'no validity',
      { validity: { months: 0, remind_days: 1 } },
      { path: 'validity.months', problem: 'out_of_range' },
    ],
    [
      'asked though the office has it',
      {
        documents: [
          { code: 'a', name: 'Акт за смърт' },
          { code: 'b', name: 'акт  ЗА смърт', ex_officio: 'regix' },
        ],
      },
      { path: 'documents.b', problem: 'asked_ex_officio' },
    ],
    [
      'brought though the office has it',
      { documents: [{ code: 'b', name: 'Акт', ex_officio: 'regix', form: 'copy' }] },
      { path: 'documents.b', problem: 'only_ex_officio' },
    ],
    [
      'a document twice',
      {
        documents: [
          { code: 'a', name: 'А' },
          { code: 'a', name: 'Б' },
        ],
      },
      { path: 'documents', problem: 'twice', name: 'a' },
    ],
  ])('%s is told', (_, more, wrong) => {
    expect(problemsOf(more)).toContainEqual(expect.objectContaining(wrong))
  })
})

describe('the ways through a card', () => {
  const wrongWith = (...phases: Plain[]) => problemsOf({ phases })
  test.each<[string, Plain[], Partial<CardProblem>]>([
    ['none', [], { path: 'phases', problem: 'missing' }],
    ['no end', [phase('a', to('b')), phase('b', to('a'))], { path: 'phases', problem: 'no_end' }],
    ['neither', [phase('a', {})], { path: 'phases.a', problem: 'no_next' }],
    ['both', [phase('a', { end: 'refused', ...to('a') })], { path: 'phases.a', problem: 'next_after_end' }],
    [
      'never reached',
      [phase('a', { end: 'completed' }), phase('b', { end: 'refused' })],
      { path: 'phases.b', problem: 'unreachable' },
    ],
    [
      'a loop that nothing leaves',
      [phase('a', to('b', 'z')), phase('b', to('c')), phase('c', to('b')), phase('z', { end: 'completed' })],
      { path: 'phases.b', problem: 'endless' },
    ],
    ['nowhere', [phase('a', to('x'))], { path: 'phases.a.next.1.to', problem: 'no_such_phase', name: 'x' }],
    ['to nothing', [phase('a', to())], { path: 'phases.a.next.1.to', problem: 'empty' }],
    [
      'no unit',
      [phase('a', { end: 'completed', unit: 'moon' })],
      { path: 'phases.a.unit', problem: 'no_such_unit', name: 'moon' },
    ],
    [
      'an outcome twice',
      [
        phase('a', {
          next: [
            { outcome: 'да', to: 'b' },
            { outcome: 'да', to: 'b' },
          ],
        }),
        phase('b', { end: 'completed' }),
      ],
      { path: 'phases.a.next', problem: 'twice', name: 'да' },
    ],
    [
      'a phase twice',
      [phase('a', { end: 'completed' }), phase('a', { end: 'completed' })],
      { path: 'phases', problem: 'twice', name: 'a' },
    ],
    [
      'Cyrillic code',
      [phase('край', { end: 'completed' })],
      { path: 'phases.1.code', problem: 'not_a_code' },
    ],
    [
      'no term',
      [phase('a', { end: 'completed', term: '2 weeks' })],
      { path: 'phases.a.term', problem: 'not_a_term' },
    ],
    [
      'beside each other and never together',
      [phase('a', to('b', 'c')), phase('b', { end: 'completed' }), phase('c', { end: 'completed' })],
      { path: 'phases.a', problem: 'never_joined' },
    ],
    [
      'waits for nobody',
      [phase('a', to('b')), phase('b', { waits: true, end: 'completed' })],
      { path: 'phases.b.waits', problem: 'waits_for_nothing' },
    ],
    [
      'longer than the law',
      [
        phase('a', { ...to('b'), term: '4 working_days' }),
        phase('b', { end: 'completed', term: '2 working_days' }),
      ],
      { path: 'phases', problem: 'too_slow', internal: 8, legal: 5 },
    ],
  ])('%s', (_, phases, wrong) => {
    expect(wrongWith(...phases)).toContainEqual(expect.objectContaining(wrong))
  })

  test('a way back is counted once, and phases beside each other as the longest of them', () => {
    const phases = [
      phase('a', to('b', 'c')),
      phase('b', { ...to('d'), term: '3 calendar_days' }),
      phase('c', to('d')),
      phase('d', {
        waits: true,
        term: '0 working_days',
        next: [
          { outcome: 'добре', to: 'e' },
          { outcome: 'за доработка', to: 'a' },
        ],
      }),
      phase('e', { end: 'completed' }),
    ]
    const read = readCard(plain({ phases }), known)
    if (!('card' in read)) throw new Error(JSON.stringify(read.problems))
    expect(longestWay(read.card)).toBe(5)
  })
})

test('a drawing has every phase and arrow, and labels cannot break it', () => {
  const read = readCard(
    plain({
      phases: [
        phase('start', {
          name: 'Проверка "по"]; end --> <b>#x</b>|`',
          next: [{ outcome: 'да', to: 'end', when: 'няма "пречки"' }],
        }),
        phase('end', { by: 'head', end: 'completed' }),
      ],
    }),
    known,
  )
  if (!('card' in read)) throw new Error(JSON.stringify(read.problems))
  const texts = {
    request: 'Заявление',
    ends: { completed: 'Издадено', refused: 'Отказано', terminated: 'Прекратено' },
    term: ({ amount }: { amount: number }) => `${amount} д.`,
    head: (unit: string) => `Ръководител: ${unit}`,
    waits: 'чака',
  }
  expect(drawCard(read.card, texts, code => code.toUpperCase())).toBe(`flowchart TD
  request(["Заявление<br/>2016 Удостоверение"])
  p_start["Проверка #34;по#34;#93;; end --#62; #60;b#62;#35;x#60;/b#62;#124;#96;<br/>GRAO · 1 д."]
  p_end["Етап end<br/>Ръководител: GRAO · 1 д."]
  end_end(["Издадено"])
  p_end --> end_end
  request --> p_start
  p_start -->|"да: няма #34;пречки#34;"| p_end
`)
})

describe('going on after a phase', () => {
  const read = readCard(
    plain({
      phases: [
        phase('a', {
          next: [
            { outcome: 'Пълно', to: ['b', 'c'] },
            { outcome: 'няма право', to: 'z' },
          ],
        }),
        phase('b', to('d')),
        phase('c', to('d')),
        phase('d', { waits: true, end: 'completed' }),
        phase('z', { end: 'refused' }),
      ],
    }),
    known,
  )
  if (!('card' in read)) throw new Error(JSON.stringify(read.problems))
  const { card } = read
  const [a, b, , d] = card.phases
  const codes = (phases: { code: string }[]) => phases.map(({ code }) => code)

  test('several begin together, and the one that waits begins with the last of them', () => {
    expect(codes(phasesAfter(card, a!, 'Пълно', []))).toEqual(['b', 'c'])
    expect(codes(phasesAfter(card, a!, 'няма право', []))).toEqual(['z'])
    expect(codes(phasesAfter(card, b!, 'готово', ['c']))).toEqual([])
    expect(codes(phasesAfter(card, b!, 'готово', []))).toEqual(['d'])
  })

  test('the outcome that is meant: the only one, one in any letters, else a reason why not', () => {
    expect(outcomeMeant(b!, null)).toEqual({ outcome: 'готово' })
    expect(outcomeMeant(a!, ' пълно ')).toEqual({ outcome: 'Пълно' })
    const why = (told: string | null, of = a!) => {
      const meant = outcomeMeant(of, told)
      return 'refusal' in meant ? meant.refusal.code : meant.outcome
    }
    expect(why(null)).toBe('phase.outcome_needed')
    expect(why('друго')).toBe('phase.no_such_outcome')
    expect(why(null, d)).toBe('phase.ends_request')
  })

  test('a service without a card has one phase of its department, until it is due', () => {
    const [only] = generalPhases('Изработване').phases
    expect(only).toMatchObject({ unit: 'service', term: null, end: 'completed' })
  })
})
