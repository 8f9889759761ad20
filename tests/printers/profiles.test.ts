import { describe, expect, test } from 'vitest'
import { escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { readPaper, roms } from '../../printers/emulators/escpos-paper.ts'
import { deviceOf } from '../../printers/printer.ts'
import { readProfile } from '../../printers/profile.ts'
import { profileNamed, profileOf, profiles } from '../../printers/profiles.ts'
import { paperSaying } from './papers.ts'

const escpos = profiles.filter(profile => profile.driver === 'escpos')

/** The least that a town may write. */
const short = {
  name: 'наш-80',
  driver: 'escpos',
  columns: 48,
  dots: 576,
  page: { encoding: 'mik', number: 88 },
  euro: 'EUR',
  cutter: 'none',
  feedLines: 4,
  drawer: null,
  status: 'none',
  cancelKanji: true,
  source: 'стая 4',
}

describe('shipped profiles', () => {
  test('the names that towns have in their databases are still there', () => {
    const names = [
      'escpos-80',
      'escpos-58',
      'epson-80',
      'datecs-ep',
      'datecs-ep-euro',
      'rongta-80',
      'xprinter-80',
    ]
    for (const name of [...names, 'text']) expect(profileNamed(name)?.name).toBe(name)
  })

  test.each(profiles)('$name begins a profile of a town: its JSON is read back as it is', profile => {
    expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ profile })
  })

  test.each(escpos)('$name fits its paper and knows its own page', ({ columns, dots, page, pages }) => {
    expect(columns * 12).toBeLessThanOrEqual(dots)
    expect(pages).toContainEqual(page)
  })

  test('no two have one name', () => {
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length)
  })
})

describe("a town's own profile", () => {
  test('may leave out what came later: then nothing is asked of the make', () => {
    expect(readProfile(short)).toMatchObject({
      profile: { font: 'A', pages: [], code128: 'raster', qr: 'raster', logo: 'none', processId: false },
    })
  })

  test.each<[string, object, string, string | null]>([
    ['no name', { name: undefined }, 'name', null],
    ['a name with a space', { name: 'наш принтер' }, 'name', '"a-z 0-9 . _ -"'],
    ['letters that no paper has', { columns: 200 }, 'columns', '≤ 132'],
    ['half a letter', { columns: 42.5 }, 'columns', '0, 1, 2 …'],
    [
      'an unknown page',
      { page: { encoding: 'koi8', number: 1 } },
      'page.encoding',
      '"cp866" | "cp808" | "cp1125" | "cp855" | "mik" | "win1251"',
    ],
    ['a page without a number', { page: { encoding: 'mik' } }, 'page.number', null],
    ['a euro among the Latin letters', { euro: { byte: 65 } }, 'euro.byte', '≥ 128'],
    ['a euro of another kind', { euro: 'да' }, 'euro', '"EUR" | { … }'],
    ['a drawer on no pin', { drawer: { pin: 3, on_ms: 50, off_ms: 500 } }, 'drawer.pin', '2 | 5'],
    ['a pause that burns a coil', { drawer: { pin: 2, on_ms: 50, off_ms: 40 } }, 'drawer.off_ms', '≥ 100'],
    [
      'a wrong page among others',
      { pages: [short.page, { encoding: 'mik', number: 300 }] },
      'pages.1.number',
      '≤ 255',
    ],
    ['yes for a truth', { cancelKanji: 'да' }, 'cancelKanji', 'true | false'],
    ['another driver', { driver: 'zpl' }, 'driver', null],
  ])('%s is told by its field', (_, change, field, allowed) => {
    const read = readProfile({ ...short, ...change })
    const [wrong, ...more] = 'problems' in read ? read.problems : []
    expect(more).toEqual([])
    expect(wrong).toMatchObject({ field })
    if (allowed) expect(wrong).toMatchObject({ problem: 'not_allowed', allowed })
  })

  test('all that is wrong is told at once, and what nobody knows', () => {
    expect(readProfile({ ...short, dots: undefined, cutter: 'зъби', colour: 'red' })).toEqual({
      problems: [
        { field: 'dots', problem: 'missing' },
        { field: 'cutter', problem: 'not_allowed', allowed: '"partial" | "full" | "none"' },
        { field: 'colour', problem: 'unknown' },
      ],
    })
    for (const nothing of [null, 5, 'профил', []])
      expect(readProfile(nothing)).toMatchObject({ problems: [{ field: '', allowed: '{ … }' }] })
    expect(readProfile({})).toEqual({ problems: [{ field: 'driver', problem: 'missing' }] })
  })

  test('prints by its own page and in its own font', () => {
    const profile = profileOf({ profile: 'наш-80', townProfile: { ...short, font: 'B', columns: 64 } })
    if (profile?.driver !== 'escpos') throw new Error('not read')
    const bytes = escposBytes(paperSaying('рстуфхцчшщъьюя № §'), profile)
    expect(readPaper(bytes, roms.clone).papers[0]?.lines[0]?.text).toBe('рстуфхцчшщъьюя № §')
    expect(Buffer.from(bytes).toString('hex')).toContain('1b4d01')
  })

  test('a shipped name is always the shipped profile', () => {
    expect(profileOf({ profile: 'escpos-80', townProfile: { ...short, name: 'escpos-80' } })?.columns).toBe(
      48,
    )
    expect(profileOf({ profile: 'escpos-80', townProfile: { ...short } })?.source).not.toBe('стая 4')
  })

  test('one that cannot be read is a matter of settings, nothing sent', async () => {
    const device = deviceOf({
      profile: 'наш-80',
      townProfile: { driver: 'escpos' },
      line: 'file:/tmp/никъде',
    })
    expect((await device.health()).fault?.code).toBe('bad_settings')
    await expect(device.print(paperSaying('х'), async () => undefined)).rejects.toMatchObject({
      code: 'bad_settings',
      sentBytes: false,
    })
  })
})
