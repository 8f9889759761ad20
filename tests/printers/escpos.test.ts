import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { encode, spell } from '../../printers/drivers/escpos/encode.ts'
import { createEar } from '../../printers/drivers/escpos/hearing.ts'
import { textBytes } from '../../printers/drivers/text/driver.ts'

import {
  type PrintedLine,
  type Rom,
  readPaper,
  roms,
  textsOf,
} from '../../printers/emulators/escpos-paper.ts'
import type { EscposProfile } from '../../printers/profile.ts'
import { profileNamed, profiles } from '../../printers/profiles.ts'
import { fullPaper, paperSaying } from './papers.ts'

/** Which make stands behind each profile: what the shop sold, not what the profile believes. */
const standing: Record<string, Rom> = {
  'escpos-80': roms.clone,
  'escpos-58': roms.clone,
  'epson-80': roms.epson,
  'epson-58': roms.epson,
  'epson-t88-80': roms.epsonT88,
  'star-80': roms.star,
  'star-58': roms.star,
  'datecs-ep': roms.datecs,
  'datecs-ep-euro': roms.datecs,
  'datecs-ep-58': roms.datecs,
  'datecs-ep-60': roms.datecs,
  'rongta-80': roms.rongta,
  'rongta-58': roms.rongta,
  'xprinter-80': roms.clone,
  'xprinter-58': roms.clone,
  'bixolon-80': roms.bixolon,
  'bixolon-58': roms.bixolon,
  'citizen-80': roms.citizen,
  'citizen-58': roms.citizen,
  'mpt-58': roms.portable,
  'kr306-80': roms.kr306,
  'yhd8390-80': roms.yhd8390,
  'hp-80': roms.hp,
  'sunmi-58': roms.sunmi,
}

const BULGARIAN = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ абвгдежзийклмнопрстуфхцчшщъьюя № 5'

const escposProfiles = profiles.filter(profile => profile.driver === 'escpos')
const romOf = (profile: EscposProfile): Rom => standing[profile.name]!
const escpos = (name: string): EscposProfile => escposProfiles.find(profile => profile.name === name)!

describe.each(escposProfiles.map(profile => [profile.name, profile] as const))('%s', (name, profile) => {
  const onPaper = (text: string): string =>
    textsOf(readPaper(escposBytes(paperSaying(text), profile), romOf(profile)).papers[0]).join(' ')

  test('prints a whole paper: bytes and what is read on it', async () => {
    const bytes = escposBytes(fullPaper, profile)
    const { papers, unknown, asked } = readPaper(bytes, romOf(profile))
    expect(unknown).toEqual([])
    expect(asked).toEqual([])
    expect(papers).toHaveLength(1)
    expect(papers[0]?.drawer).toEqual(profile.drawer ? [{ pin: 2, on_ms: 50, off_ms: 500 }] : [])
    expect(papers[0]?.cut).toBe(profile.cutter === 'none' ? null : profile.cutter)
    for (const line of papers[0]!.lines)
      expect([...line.text].length * line.width).toBeLessThanOrEqual(profile.columns)
    const golden = `${dump(bytes)}\n\n${papers[0]!.lines.map(drawn).join('\n')}\n`
    await expect(golden).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test('prints every Bulgarian letter as itself', () => {
    for (const letters of ['АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ', 'абвгдежзийклмнопрстуфхцчшщъьюя'])
      expect(onPaper(letters)).toBe(letters)
  })

  test.each(profile.pages)('prints them in $encoding on $number too', page => {
    const bytes = escposBytes(paperSaying(BULGARIAN), { ...profile, page, euro: 'EUR' })
    expect(textsOf(readPaper(bytes, romOf(profile)).papers[0]).join(' ')).toBe(BULGARIAN)
  })

  test('prints №, and € or EUR, and quotes that the page has', () => {
    const sign = profile.euro === 'EUR' ? 'EUR' : '€'
    const quoted = profile.page.encoding === 'win1251' ? '„дом“ – край' : '"дом" - край'
    expect(onPaper('№ 5: 3,20 €')).toBe(`№ 5: 3,20 ${sign}`)
    expect(onPaper('„дом“ – край')).toBe(quoted)
  })

  test('a second paper on the same roll has the same letters', () => {
    const twice = Buffer.concat([escposBytes(fullPaper, profile), escposBytes(fullPaper, profile)])
    const { papers } = readPaper(twice, romOf(profile))
    const texts = papers.flatMap(paper => paper.lines.map(line => line.text))
    expect(texts.slice(texts.length / 2)).toEqual(texts.slice(0, texts.length / 2))
  })
})

describe('spelling', () => {
  const cp866 = escpos('escpos-80')

  const mik = { ...escpos('rongta-80'), page: { encoding: 'mik', number: 8 } } as const
  const cp855 = { ...escpos('rongta-80'), page: { encoding: 'cp855', number: 28 } } as const
  const windows = escpos('epson-80')

  /** As written on CP866, CP855, MIK and WPC1251; one text where it is the same on all. */
  test.each([
    ['на ѝ', ['на й']],
    ['№ 5', ['№ 5']],
    ['„а“ «б» ‘в’', [`"а" "б" 'в'`, `"а" «б» 'в'`, `"а" "б" 'в'`, '„а“ «б» ‘в’']],
    ['1–2 — 3…', ['1-2 - 3...', '1-2 - 3...', '1-2 - 3...', '1–2 — 3...']],
    ['§ 5, 3 €', ['пар. 5, 3 EUR', '§ 5, 3 EUR', '§ 5, 3 EUR', '§ 5, 3 €']],
    ['─═│┌┘█', ['─═│┌┘█', '─═│┌┘█', '─═│┌┘█', '-=|++#']],
    ['▼ ⏎', ['? ?']],
    ['21 °C × 2 • 3', ['21 °C x 2 * 3', '21 oC x 2 * 3', '21 °C x 2 * 3', '21 °C x 2 • 3']],
    ['½ ± ≤ → ™', ['1/2 +/- <= -> (TM)', '1/2 +/- <= -> (TM)', '1/2 ± ≤ -> (TM)', '1/2 ± <= -> ™']],
    ['café Ångström', ['cafe Angstrom']],
    ['Şahin, Işık, Wałęsa', ['Sahin, Isik, Walesa']],
    ['Ђорђе Љубић', ['ДЖордже ЛЬубич', 'Ђорђе Љубић', 'ДЖордже ЛЬубич', 'Ђорђе Љубић']],
    ['и\u0306', ['й']],
    ['мек\u00adо', ['меко']],
    ['日本 🙂', ['?? ?']],
    ['5\u00a0лв.', ['5\u00a0лв.']],
    ['5\u202f000\u2009м', ['5\u00a0000 м']],
  ])('%s', (text, written) => {
    const [first = ''] = written
    const expected = [0, 1, 2, 3].map(at => written[at] ?? first)
    expect([cp866, cp855, mik, windows].map(letters => spell(text, letters))).toEqual(expected)
  })

  test('a letter that the page gave up for the euro is not printed as a euro', () => {
    expect(spell('Є', escpos('datecs-ep-euro'))).toBe('Е')
  })

  test('what is spelled can be printed, whatever it was, and is printed in one page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...escposProfiles), (text, profile) => {
        expect(spell(spell(text, profile), profile)).toBe(spell(text, profile))
        expect(readPaper(escposBytes(paperSaying(text), profile), romOf(profile)).pages).toEqual([
          profile.page.number,
        ])
      }),
    )
  })

  test('MIK has р to я after п, № at D5 and § at D6', () => {
    const bytes = (text: string) => Buffer.from(encode(text, mik)).toString('hex')
    expect(bytes('АЯапрся№§─')).toBe('809fa0afb0b1bfd5d6c4')
    expect(bytes('рстуфхцчшщъыьэюя')).toBe('b0b1b2b3b4b5b6b7b8b9babbbcbdbebf')
  })

  test('the layout counts what is printed: an amount stays at the right edge', () => {
    const paper = { ...fullPaper, blocks: [{ left: 'Сума', right: '5 €' }] }
    const { papers } = readPaper(escposBytes(paper, cp866), roms.clone)
    expect(papers[0]?.lines[0]?.text).toBe(`Сума${' '.repeat(48 - 4 - 5)}5 EUR`)
  })

  test('no text can command the printer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...escposProfiles), (text, profile) => {
        for (const bytes of [encode(spell(text, profile), profile), encode(text, profile)])
          expect(bytes.every(byte => byte >= 0x20 && byte !== 0x7f)).toBe(true)
      }),
    )
  })

  test('control characters inside a paper reach no printer', () => {
    const evil = paperSaying('а\u001b@б\u001dV\u0000в\u0010\u0014\u0001\u009bг')
    const { papers, unknown } = readPaper(escposBytes(evil, cp866), roms.clone)
    expect(unknown).toEqual([])
    expect(textsOf(papers[0])).toEqual(['а@бVвг'])
  })
})

/** The first answer of one byte among what the printer sent; null while there is none. */
const statusIn = (bytes: Uint8Array): number | null =>
  createEar()
    .hear(bytes)
    .find(one => one.kind === 'now' || one.kind === 'byte')?.byte ?? null

test('status answers are told from flow control and pushed status', () => {
  expect(statusIn(Uint8Array.of(0x11, 0x13))).toBe(null)
  expect(statusIn(Uint8Array.of(0x14, 0x00, 0x0f))).toBe(null)
  expect(statusIn(Uint8Array.of(0x14, 0x00, 0x0f, 0x00, 0x1a))).toBe(0x1a)
  expect(statusIn(Uint8Array.of(0x11, 0x08))).toBe(0x08)
  expect(statusIn(Uint8Array.of(0x00))).toBe(0x00)
})

test('the text profile writes plain lines and a form feed', async () => {
  const profile = profileNamed('text')
  if (profile?.driver !== 'text') throw new Error('no text profile')
  const text = new TextDecoder().decode(textBytes(fullPaper, profile))
  expect(text.endsWith('\f\n')).toBe(true)
  expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000e-\u001f\u007f-\u009f]/)
  await expect(text).toMatchFileSnapshot('golden/text.txt')
})

const drawn = ({ text, bold, width, height }: PrintedLine): string =>
  `|${text}${bold || width > 1 || height > 1 ? `   <${[bold && 'bold', width > 1 && `${width}x${height}`].filter(Boolean).join(' ')}>` : ''}`

/** Hex, a new row after each line feed. */
const dump = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('hex').replace(/../g, '$& ').replaceAll('0a ', '0a\n')
