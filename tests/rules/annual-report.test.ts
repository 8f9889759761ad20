import { expect, test } from 'vitest'
import { writingMarkdown } from '../../cli/output/writing-markdown.ts'
import { writingPdf } from '../../cli/output/writing-pdf.ts'
import { annual } from '../../locales/bg/annual.ts'
import { control } from '../../locales/bg/control.ts'
import { reports } from '../../locales/bg/reports.ts'
import { satisfaction } from '../../locales/bg/satisfaction.ts'
import {
  type AnnualAbout,
  type AnnualFacts,
  annualReport,
  type QuestionOfYear,
} from '../../rules/reports/annual-satisfaction.ts'
import type { Satisfaction } from '../../rules/reports/satisfaction-facts.ts'
import { isObligatory, METHODS, type MethodNote, reportDue } from '../../rules/satisfaction-methods.ts'
import { readPdf } from '../support/pdf-text.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const common = {
  facts: {
    town: { name: { bg: 'Рила', en: 'Rila' }, demo: false, training: false },
    madeAt: '15.03.2027 10:15:00',
    madeBy: 'Стоян Стоянов',
  },
  reports,
  lang: 'bg' as const,
}
const about: AnnualAbout = {
  ...common,
  words: annual,
  satisfaction: { ...common, words: satisfaction, isDrawn: false, heatOf: 'index' },
  control: { ...common, words: control, unit: null },
}

const NOTES: Partial<Record<number, MethodNote>> = {
  1: {
    carriedOut: true,
    conduct: '120 анкети на хартия през май, попълнени 98',
    findings: '8 от 10 са доволни; 1 от 4 чака над 20 минути',
    measures: 'решено: второ гише до обяд; изпълнено от 1 юли',
  },
  2: {
    carriedOut: true,
    conduct: 'две срещи с 14 служители',
    findings: 'липсва образец | стои *стар*',
    measures: null,
  },
  3: { carriedOut: false, conduct: 'не е избран изпълнител', findings: null, measures: null },
  5: {
    carriedOut: true,
    conduct: '# 41 публикации в 3 медии',
    findings: '2 критични <за гише 3>',
    measures: 'отговорено на двете',
  },
  8: { carriedOut: false, conduct: 'няма предвидени средства', findings: null, measures: null },
}

const question: NonNullable<Satisfaction['question']> = {
  id: 'q1',
  number: 1,
  text: { bg: 'Доволни ли сте от обслужването?', en: 'Are you satisfied?' },
  faces: 5,
  followUp: {
    question: { bg: 'Какво да подобрим?', en: 'What should we improve?' },
    upTo: 2,
    reasons: [
      { code: 'waiting', bg: 'Чаках дълго', en: 'I waited long' },
      { code: 'attitude', bg: 'Отношението', en: 'The attitude' },
    ],
  },
  asked: { from: day('2026-02-02'), until: null },
}
const seen: Satisfaction = {
  period: { from: day('2026-01-01'), to: day('2026-12-31') },
  by: 'all',
  question,
  questions: [question],
  places: ['cao', 'taxes'].map((code, at) => ({
    id: `k${at}`,
    number: at + 1,
    place: 'Партер',
    hall: { id: code, code, name: { bg: at === 0 ? 'Център за обслужване' : 'Местни данъци', en: code } },
    openHours: 1000,
  })),
  hasPlaces: true,
  only: null,
  rows: [
    { key: 'k0', counts: [10, 10, 20, 60, 200], left: { test: 3, closed: 2, burst: 0, repeat: 5 } },
    { key: 'k1', counts: [15, 5, 10, 10, 10], left: { test: 0, closed: 0, burst: 1, repeat: 0 } },
  ],
  reasons: [],
  served: new Map([
    ['cao', 2000],
    ['taxes', 400],
  ]),
  hours: { from: 8, until: 17 },
}
const ofYear: QuestionOfYear = {
  seen,
  reasons: { ...seen, by: 'reason', reasons: [{ code: 'waiting', times: 24 }] },
  quarters: [
    [2, 2, 2, 3, 5],
    [10, 8, 10, 22, 50],
    [12, 4, 10, 25, 60],
    [1, 1, 8, 20, 95],
  ],
}

const facts: AnnualFacts = {
  year: 2026,
  due: reportDue(2026),
  today: day('2027-03-15'),
  methods: METHODS.map(method => {
    const note = NOTES[method]
    const stamp = { notedAt: Temporal.Instant.from('2027-02-10T08:00Z'), notedBy: 'Елена Димитрова' }
    return { method, isObligatory: isObligatory(method), note: note ? { ...note, ...stamp } : null }
  }),
  hasPlaces: true,
  questions: [ofYear],
  services: [
    { key: '2016', name: 'Удостоверение за наследници', ended: 120, late: 3, median: 20, term: 70 },
    { key: '2079', name: 'Скица на имот', ended: 40, late: 8, median: 120, term: 140 },
    { key: null, name: '', ended: 160, late: 11, median: 30, term: 70 },
  ],
}

const markdown = (more: Partial<AnnualFacts> = {}) =>
  writingMarkdown(annualReport({ ...facts, ...more }, about), 'bg', reports.empty)

test('the report for the website is as a person has read it', async () => {
  await expect(markdown()).toMatchFileSnapshot('../golden/annual-report.md')
})

test('what was not done, is not over or is not there is said, not left out', () => {
  const bare = markdown({
    today: day('2026-11-22'),
    methods: facts.methods.map(one => ({ ...one, note: null })),
    hasPlaces: false,
    questions: [],
    services: [],
  })
  expect(bare).toContain('**Годината не е приключила: данните са към 22.11.2026 г.**')
  expect(bare).toContain('Проведени са 0 от 11 метода. Задължителни, които не са проведени: 1, 2, 3, 4, 5.')
  expect(bare.match(/^\*\*НЕ Е ПРОВЕДЕН, а е задължителен\. Причина не е посочена\.\*\*$/gm)).toHaveLength(5)
  expect(bare.match(/^Не е проведен\.$/gm)).toHaveLength(6)
  for (const said of ['няма устройства', 'няма приключени услуги', 'Не са посочени решени'])
    expect(bare).toContain(said)
  expect(markdown({ questions: [] })).toContain('През годината няма отчетени оценки.')
})

test('fewer than 30 answers come to no share, in the year as in a quarter', () => {
  const few = {
    ...ofYear,
    seen: {
      ...seen,
      rows: [{ key: 'k0', counts: [0, 0, 0, 9, 20], left: { test: 0, closed: 0, burst: 0, repeat: 0 } }],
    },
    quarters: [[0, 0, 0, 9, 20]],
  }
  expect(markdown({ questions: [few] })).toContain('Оценките са 29, под 30: твърде малко за извод.')
})

test('the same report on A4: every heading and figure, numbered pages, the same bytes each time', async () => {
  const pdfFacts = {
    lang: 'bg' as const,
    madeAt: Temporal.Instant.from('2027-03-15T08:15Z'),
    foot: reports.page,
    empty: reports.empty,
  }
  const writing = annualReport(facts, about)
  const pdf = await writingPdf(writing, pdfFacts)
  expect(await writingPdf(writing, pdfFacts)).toEqual(pdf)
  const { pages, title, sizes } = await readPdf(pdf)
  expect(title).toBe(writing.title)
  for (const { width, height } of sizes) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  for (const [at, page] of pages.entries()) expect(page).toContain(`стр. ${at + 1} от ${pages.length}`)
  const text = pages
    .join('\n')
    .replace(/стр. \d+ от \d+/g, '')
    .replace(/\s+/g, ' ')
  expect(text).toContain('ОБЩИНА РИЛА')
  for (const part of writing.parts) {
    if ('heading' in part) expect(text).toContain(part.heading)
    else if ('text' in part) expect(text).toContain(part.text)
    else if ('list' in part) for (const line of part.list) expect(text).toContain(line)
    else for (const column of part.table.columns) expect(text).toContain(column.title)
  }
})
