import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfTornPaper, escposBytes } from '../../printers/drivers/escpos/driver.ts'
import { packed, withoutCommands } from '../../printers/drivers/escpos/raster.ts'
import { type Rom, readPaper, roms, textsOf } from '../../printers/emulators/escpos-paper.ts'
import type { Picture } from '../../printers/emulators/escpos-pictures.ts'
import type { EscposProfile } from '../../printers/profile.ts'
import { profiles } from '../../printers/profiles.ts'
import type { Block, Paper } from '../../rules/papers/paper.ts'
import { framed, readCodes } from '../support/read-codes.ts'

const escpos = profiles.filter(profile => profile.driver === 'escpos')
const named = (name: string): EscposProfile => escpos.find(profile => profile.name === name)!
const paperOf = (...blocks: Block[]): Paper => ({ kind: 'label', title: 'л', blocks })

/** A printer of this width that draws what the profile says that it draws; letters do not matter here. */
const standing = ({ dots, code128, qr, logo }: EscposProfile): Rom => ({
  pages: {},
  dots,
  draws: [
    ...(code128 === 'native' ? (['code128'] as const) : []),
    ...(qr === 'native' ? (['qr'] as const) : []),
    ...(logo === 'nv-graphics' ? (['nv-graphics'] as const) : []),
  ],
})

const read = (paper: Paper, profile: EscposProfile) => {
  const { papers, unknown } = readPaper(escposBytes(paper, profile), standing(profile))
  expect(unknown).toEqual([])
  return papers[0]!.lines
}

/** What a scanner reads of it: from the bytes where the printer draws it itself, else from the dots. */
async function scanned(picture: Picture | undefined): Promise<string[]> {
  if (picture?.kind === 'image') return readCodes(framed(picture.rows, 20), 1)
  return picture ? [`${picture.kind === 'qr' ? 'QRCode' : 'Code128'} ${picture.text}`] : []
}

const LINK = 'https://smolyan.bg/справка?вх=94-00-1234&код=7Ж4К'

describe.each(escpos.map(profile => [profile.name, profile] as const))('%s', (_, profile) => {
  test('prints a barcode that is scanned, and below it what it says', async () => {
    const lines = read(paperOf({ code128: '94-00-123456' }), profile)
    const at = lines.findIndex(line => line.picture)
    expect(await scanned(lines[at]?.picture)).toEqual(['Code128 94-00-123456'])
    expect(lines[at + 1]?.text.trim()).toBe('94-00-123456')
  })

  test('prints a QR code with Cyrillic in it', async () => {
    const lines = read(paperOf({ qr: LINK }), profile)
    expect(await scanned(lines.find(line => line.picture)?.picture)).toEqual([`QRCode ${LINK}`])
  })

  test('prints in large letters a barcode that its paper is too narrow for', () => {
    const lines = read(paperOf({ code128: 'ABCDEFGHIJ-KLMNOPQRST-UVWXYZ-ABCDEFGH' }), profile)
    expect(lines.some(line => line.picture)).toBe(false)
    expect(lines.map(line => line.text.trim()).join('')).toContain('ABCDEFGHIJ')
    expect(lines.find(line => line.text.includes('ABC'))?.bold).toBe(true)
  })

  test("the town's sign is kept once and printed where the printer keeps one", () => {
    const row = [0xff, 0x10, 0x04, 0x10, 0x14, 0x81]
    const rows = Buffer.from(Array.from({ length: 30 }, () => row).flat()).toString('base64')
    const lines = read({ ...paperOf({ logo: true }), newLogo: { width: 48, rows } }, profile)
    const picture = lines.find(line => line.picture)?.picture
    if (profile.logo === 'none') return expect(picture).toBe(undefined)
    expect(picture?.kind === 'image' && [picture.rows.length, picture.rows[0]?.length]).toEqual([30, 48])
    expect(picture?.kind === 'image' && picture.rows[7]?.slice(0, 9)).toEqual([...Array(8).fill(true), false])
  })
})

describe('a barcode that the printer draws', () => {
  const epson = named('epson-80')
  const bytesOf = (text: string) =>
    Buffer.from(escposBytes(paperOf({ code128: text }), epson)).toString('hex')

  test('goes over to pairs of digits, counted in bytes, where that is shorter', () => {
    expect(bytesOf('AB123456')).toContain('1d6b49097b4241427b430c2238')
    expect(bytesOf('12345678')).toContain('1d6b49067b430c22384e')
  })

  test('a brace is written twice', () => {
    expect(bytesOf('{1}')).toContain('1d6b49067b427b7b317d')
  })

  test('digits that would spell a command to the printer stay digits', () => {
    expect(bytesOf('16041605')).toContain('1d6b490a7b423136303431363035')
    expect(read(paperOf({ code128: '16041605' }), epson)[0]?.picture).toMatchObject({ text: '16041605' })
  })

  test('bars are as wide as the paper lets them be', () => {
    const dots = (text: string, name: string) => read(paperOf({ code128: text }), named(name))[0]?.picture
    expect(dots('ABC-123', 'epson-80')).toMatchObject({ dots: 112 * 3 })
    expect(dots('ABCDEF-123', 'epson-58')).toMatchObject({ dots: 145 * 2 })
  })
})

describe('a QR code that the printer draws', () => {
  test('its length is that of the bytes', () => {
    const bytes = Buffer.from(escposBytes(paperOf({ qr: 'код Ж' }), named('epson-80'))).toString('hex')
    expect(bytes).toContain(`1d286b0c00315030${Buffer.from('код Ж').toString('hex')}`)
  })

  test('a long text gets smaller modules, one that no phone would read is printed as text', () => {
    const printed = (letters: number, name: string) =>
      read(paperOf({ qr: 'Ж'.repeat(letters) }), named(name))[0]
    const dots = (line: ReturnType<typeof printed>) => (line?.picture?.kind === 'qr' ? line.picture.dots : 0)
    expect(dots(printed(5, 'epson-58'))).toBe(21 * 6)
    expect(dots(printed(90, 'epson-58'))).toBeGreaterThan(0)
    expect(dots(printed(90, 'epson-58'))).toBeLessThanOrEqual(420)
    expect(printed(340, 'sunmi-58')?.picture).toBe(undefined)
    expect(printed(340, 'sunmi-58')?.text).toHaveLength(32)
  })
})

describe('pictures command nothing', () => {
  const realTime = (bytes: Uint8Array) =>
    [...bytes].some((byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at + 1] ?? 0))

  test('no dots, and no code of any text on any printer, are taken for a command that is obeyed at once', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => !realTime(withoutCommands(bytes))),
      { examples: [[Uint8Array.of(0x10, 0x04)], [Uint8Array.of(0x10, 0x10, 0x14)]] },
    )
    const digits = fc.array(fc.constantFrom('16', '04', '05', '20', 'A', '{')).map(parts => parts.join(''))
    fc.assert(
      fc.property(digits, fc.string(), fc.constantFrom(...escpos), (code128, qr, profile) => {
        expect(realTime(escposBytes(paperOf({ code128 }, { qr }), profile))).toBe(false)
      }),
    )
  })

  test('a kept picture whose length would be one gets an empty row', () => {
    const width = 8
    for (const [low, high] of [
      [0x10, 0x04],
      [0x10, 0x05],
      [0x10, 0x14],
    ] as const) {
      const length = low + 256 * high - 11
      const newLogo = { width, rows: Buffer.alloc(length, 0xff).toString('base64') }
      const bytes = escposBytes({ ...paperOf({ logo: true }), newLogo }, named('epson-80'))
      expect(realTime(bytes)).toBe(false)
      const { papers, unknown } = readPaper(bytes, roms.epson)
      expect(unknown).toEqual([])
      const picture = papers[0]?.lines[0]?.picture
      expect(picture?.kind === 'image' && picture.rows.length).toBe(length + 1)
    }
  })

  test('a dot more and no dot less', () => {
    const dots = [[...'00010000', ...'00000100'].map(dot => dot === '1')]
    expect([...packed(dots)]).toEqual([0x18, 0x04])
  })
})

test('a paper that was broken off anywhere does not swallow the head of the next one', () => {
  const torn = paperOf({ text: 'преди' }, { code128: '94-00-1234' }, { qr: LINK }, { logo: true })
  fc.assert(
    fc.property(fc.constantFrom(...escpos), fc.double({ min: 0, max: 1, noNaN: true }), (profile, where) => {
      const bytes = escposBytes(torn, profile)
      const next = escposBytes(paperOf({ text: 'BROJ 1' }, { text: 'BROJ 2' }), profile)
      const sent = [bytes.subarray(0, Math.floor(bytes.length * where)), endOfTornPaper(profile), next]
      const { papers } = readPaper(Buffer.concat(sent), standing(profile))
      expect(textsOf(papers.at(-1)).slice(-2)).toEqual(['BROJ 1', 'BROJ 2'])
    }),
    { numRuns: 500 },
  )
})
