import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf, textOf } from '../../rules/papers/lines.ts'
import type { Block, Paper } from '../../rules/papers/paper.ts'

const paper = (...blocks: Block[]): Paper => ({ kind: 'receipt', title: '', blocks })
const drawn = (columns: number, ...blocks: Block[]): string[] => textOf(paper(...blocks), columns).split('\n')

describe('a paragraph', () => {
  test('wraps at words', () => {
    expect(drawn(12, { text: 'Издаване на разрешение за строеж' })).toEqual([
      'Издаване на',
      'разрешение',
      'за строеж',
    ])
  })

  test('breaks only a word that is longer than the paper', () => {
    expect(drawn(8, { text: 'за непротивоконституционност' })).toEqual([
      'за',
      'непротив',
      'оконстит',
      'уционнос',
      'т',
    ])
  })

  test('keeps what a no-break space joins, and prints it as a plain space', () => {
    expect(drawn(12, { text: 'бърза, 3 x\u00a05,11\u00a0€' })).toEqual(['бърза, 3', 'x 5,11 €'])
  })

  test('is indented as a whole by the spaces at its beginning', () => {
    expect(drawn(12, { text: '  експресна услуга' })).toEqual(['  експресна', '  услуга'])
  })

  test('steers no terminal and no printer, whatever was written into it', () => {
    expect(
      drawn(20, { text: 'пла\u001b[2J\u009bтено\nдва' }, { left: '\u001b]52;c;x\u0007', right: '1\u001b' }),
    ).toEqual(['пла[2Jтено два', ']52;c;x            1'])
  })

  test('is centred or set right', () => {
    expect(drawn(10, { text: 'ЕИК 1', align: 'center' }, { text: 'ЕИК 1', align: 'right' })).toEqual([
      '  ЕИК 1',
      '     ЕИК 1',
    ])
  })

  test('in large type is centred by letters of two columns', () => {
    expect(linesOf(paper({ text: 'КАСА', align: 'center', large: true, bold: true }), 20)).toEqual([
      { text: '   КАСА', bold: true, large: true },
    ])
  })

  test('in large type falls back to normal before it breaks a word', () => {
    expect(linesOf(paper({ text: 'КВИТАНЦИЯ', large: true }), 16)).toEqual([
      { text: 'КВИТАНЦИЯ', bold: false, large: false },
    ])
  })
})

describe('a pair', () => {
  test('stands on one line where there is room for a space between', () => {
    expect(drawn(12, { left: 'Ресто', right: '5,00 €' })).toEqual(['Ресто 5,00 €'])
  })

  test('hangs its left part and keeps the amount at the right of the last line', () => {
    expect(drawn(20, { left: '2076 Удостоверение за раждане', right: '2,56 €' })).toEqual([
      '2076 Удостоверение',
      '  за раждане  2,56 €',
    ])
  })

  test('takes its last word down to the amount', () => {
    expect(drawn(20, { left: 'Гражданска служба', right: '12,50 €' })).toEqual([
      'Гражданска',
      '  служба     12,50 €',
    ])
  })

  test('puts the amount under a word that fills the line', () => {
    expect(drawn(12, { left: 'Преобразуван', right: '5,00 €' })).toEqual(['Преобразуван', '      5,00 €'])
  })

  test('makes room for EUR where the printer has no sign', () => {
    const change = paper({ left: 'Ресто', right: '5,00 €' })
    expect(linesOf(change, 14, 'EUR')).toEqual([{ text: 'Ресто 5,00 EUR', bold: false, large: false }])
    expect(linesOf(change, 13, 'EUR').map(line => 'text' in line && line.text)).toEqual([
      'Ресто',
      '     5,00 EUR',
    ])
  })
})

test('rules, empty lines and the drawer', () => {
  expect(linesOf(paper({ rule: '=' }, { feed: 2 }, { drawer: true }), 4)).toEqual([
    { text: '====', bold: false, large: false },
    { text: '', bold: false, large: false },
    { text: '', bold: false, large: false },
    { drawer: true },
  ])
})

const letters = fc.constantFrom(...'абвгжщюЯQz19,.№„“–€…')
const word = fc.array(letters, { minLength: 1, maxLength: 30 }).map(array => array.join(''))
const sentence = fc
  .tuple(fc.constantFrom('', ' ', '     '), fc.array(word, { maxLength: 8 }))
  .map(([indent, words]) => indent + words.join(' '))
const type = { bold: fc.boolean(), large: fc.boolean() }
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ text: sentence, align: fc.constantFrom('left', 'center', 'right'), ...type }),
  fc.record({ left: sentence, right: word, ...type }),
  fc.record({ rule: fc.constantFrom('-', '=') }),
  fc.record({ feed: fc.nat(3) }),
)

describe('whatever is printed', () => {
  const columns = fc.integer({ min: 8, max: 64 })
  const euro = fc.constantFrom('€', 'EUR')

  test('no line is wider than the paper, large letters counted twice', () => {
    fc.assert(
      fc.property(fc.array(anyBlock), columns, euro, (blocks, wide, sign) => {
        for (const line of linesOf(paper(...blocks), wide, sign))
          if ('text' in line) expect([...line.text].length * (line.large ? 2 : 1)).toBeLessThanOrEqual(wide)
      }),
    )
  })

  test('no word is lost, and none that fits is broken', () => {
    const wordsOf = (text: string): string[] => text.split(/ +/).filter(Boolean)
    fc.assert(
      fc.property(anyBlock, columns, euro, (block, wide, sign) => {
        const said = 'text' in block ? block.text : 'left' in block ? `${block.left} ${block.right}` : ''
        fc.pre(said !== '')
        const put = linesOf(paper(block), wide, sign).flatMap(line =>
          'text' in line ? wordsOf(line.text) : [],
        )
        const want = wordsOf(said.replaceAll('€', sign).replaceAll('…', '...'))
        expect(put.join('')).toBe(want.join(''))
        if (want.every(one => [...one].length <= wide)) expect(put).toEqual(want)
      }),
    )
  })
})

test('codes and the sign of the town pass as they are, and are put in words where only letters print', () => {
  const coded = paper({ logo: true }, { code128: '94-00-123' }, { qr: 'https://obshtina.bg/?a=1' })
  expect(linesOf(coded, 20)).toEqual(coded.blocks)
  expect(textOf(coded, 20).split('\n')).toEqual([
    '  || 94-00-123 ||',
    '        [QR:',
    'https://obshtina.bg/',
    '       ?a=1]',
  ])
})
