import type { Lang } from '../languages.ts'
import { cents, showEuro } from '../money.ts'
import type { Block, Paper } from './paper.ts'
import type { PaperTexts } from './texts.ts'

/** How the printer is set: `line` is the address of the device, `columns` what its profile believes the paper holds. */
export type TestPageFacts = {
  printer: string
  profile: string
  line: string
  columns: number
  printedAt: string
}

const CAPITALS = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ'
const SMALL = 'абвгдежзийклмнопрстуфхцчшщъьюя'
/** CP866 and MIK share А–Я and а–п; the letters from р to я tell which of them the printer speaks. */
const TELLTALE = 'рстуфхцчшщъьюя'
const SIGNS = '№ 1 „кавички“ – тире § 5 €'
/** Narrow enough for 58 mm, with letters and with digits that are written in pairs. */
const BARCODE = 'GISHE-012345'
const QR = 'Гише 0123456789'
const AMOUNTS = [0, 5, 12_50, 1_234_56, 99_999_999_99].map(cents)

/** Shows on one page what a person must look at: width, letters, signs, sizes, aligned amounts, codes. It opens no drawer. */
export function testPage(facts: TestPageFacts, texts: PaperTexts, lang: Lang): Paper {
  const { testPage } = texts
  return {
    kind: 'test-page',
    title: `${testPage.title} ${facts.printer}`,
    blocks: [
      { text: testPage.title, align: 'center', bold: true, large: true },
      { text: facts.printedAt, align: 'center' },
      { feed: 1 },
      { text: testPage.printer(facts.printer) },
      { text: testPage.profile(facts.profile) },
      { text: testPage.line(facts.line) },
      { rule: '=' },
      { text: testPage.columns(facts.columns) },
      { text: ruler(facts.columns) },
      { rule: '-' },
      { text: testPage.letters },
      ...[CAPITALS, SMALL].map(text => ({ text })),
      { text: testPage.telltale },
      { text: TELLTALE, bold: true },
      { text: testPage.signs },
      { text: SIGNS },
      { rule: '-' },
      ...sizes(texts),
      { rule: '-' },
      ...AMOUNTS.map(amount => ({ left: showEuro(amount, lang), right: showEuro(amount, lang) })),
      { rule: '-' },
      { text: testPage.barcode },
      { code128: BARCODE },
      { text: testPage.qr },
      { qr: QR },
      { rule: '=' },
      { text: testPage.readable },
    ],
  }
}

const ruler = (columns: number): string => '1234567890'.repeat(Math.ceil(columns / 10)).slice(0, columns)

const sizes = ({ testPage }: PaperTexts): Block[] => [
  { text: testPage.sizes },
  { text: testPage.normal },
  { text: testPage.bold, bold: true },
  { text: testPage.large, large: true },
  { text: testPage.left, align: 'left' },
  { text: testPage.center, align: 'center' },
  { text: testPage.right, align: 'right' },
]
