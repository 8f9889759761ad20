import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATECS } from '../../printers/drivers/datecs/frame.ts'
import { DATECS_X } from '../../printers/drivers/datecs-x/frame.ts'
import { type FrameFormat, frameOf, frameReader, type Heard } from '../../printers/drivers/isl/frame.ts'
import { islBytes, islText } from '../../printers/drivers/isl/letters.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const hex = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')

/** Frames of the programmer's manuals worked out by hand; those of status and clock agree with a real device. */
const fromHost: [string, FrameFormat, number, number, string, string][] = [
  ['P status', DATECS, 0x20, 0x4a, '', '01 24 20 4A 05 30 30 39 33 03'],
  [
    'P open',
    DATECS,
    0x21,
    0x30,
    '1,0000,1,DT000600-OP01-0001000',
    '01 42 21 30 31 2C 30 30 30 30 2C 31 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 05 30 36 3A 37 03',
  ],
  [
    'P sale',
    DATECS,
    0x22,
    0x31,
    'Такса\tБ5.00*1',
    '01 31 22 31 D2 E0 EA F1 E0 09 C1 35 2E 30 30 2A 31 05 30 36 3D 3E 03',
  ],
  ['P total', DATECS, 0x23, 0x35, '\tP10.00', '01 2B 23 35 09 50 31 30 2E 30 30 05 30 31 3D 30 03'],
  [
    'P fiscal text',
    DATECS,
    0x27,
    0x36,
    'Партида 6301H1234',
    '01 35 27 36 CF E0 F0 F2 E8 E4 E0 20 36 33 30 31 48 31 32 33 34 05 30 38 3D 30 03',
  ],
  ['P close', DATECS, 0x28, 0x38, '', '01 24 28 38 05 30 30 38 39 03'],
  ['P cancel', DATECS, 0x29, 0x3c, '', '01 24 29 3C 05 30 30 38 3E 03'],
  ['P cash in', DATECS, 0x25, 0x46, '100.00', '01 2A 25 46 31 30 30 2E 30 30 05 30 31 3B 39 03'],
  ['P cash query', DATECS, 0x26, 0x46, '0', '01 25 26 46 30 05 30 30 3C 36 03'],
  [
    'P set clock',
    DATECS,
    0x2b,
    0x3d,
    '22-11-26 10:15:00',
    '01 35 2B 3D 32 32 2D 31 31 2D 32 36 20 31 30 3A 31 35 3A 30 30 05 30 33 3E 35 03',
  ],
  ['P transaction status', DATECS, 0x2c, 0x4c, 'T', '01 25 2C 4C 54 05 30 30 3F 36 03'],
  ['P Z report', DATECS, 0x24, 0x45, '0', '01 25 24 45 30 05 30 30 3C 33 03'],
  [
    'P storno',
    DATECS,
    0x2a,
    0x2e,
    '1,0000,1,DT000600-OP01-0001000,E123,DT000600-OP01-0001000,221126101500,02000600',
    '01 73 2A 2E 31 2C 30 30 30 30 2C 31 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 2C 45 31 32 33 2C 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 2C 32 32 31 31 32 36 31 30 31 35 30 30 2C 30 32 30 30 30 36 30 30 05 31 30 3B 30 03',
  ],
  ['X status', DATECS_X, 0x20, 0x4a, '', '01 30 30 32 3A 20 30 30 34 3A 05 30 31 3B 3F 03'],
  ['X read clock', DATECS_X, 0x31, 0x3e, '', '01 30 30 32 3A 31 30 30 33 3E 05 30 31 3D 33 03'],
  [
    'X open',
    DATECS_X,
    0x21,
    0x30,
    '1\t0000\tDT000600-OP01-0001000\t1\t\t',
    '01 30 30 34 3A 21 30 30 33 30 31 09 30 30 30 30 09 44 54 30 30 30 36 30 30 2D 4F 50 30 31 2D 30 30 30 31 30 30 30 09 31 09 09 05 30 37 36 3F 03',
  ],
  [
    'X sale',
    DATECS_X,
    0x24,
    0x31,
    'Такса\t1\t5.00\t1.000\t\t\t0\t',
    '01 30 30 34 31 24 30 30 33 31 D2 E0 EA F1 E0 09 31 09 35 2E 30 30 09 31 2E 30 30 30 09 09 09 30 09 05 30 38 37 31 03',
  ],
  [
    'X total',
    DATECS_X,
    0x25,
    0x35,
    '0\t10.00\t\t',
    '01 30 30 33 33 25 30 30 33 35 30 09 31 30 2E 30 30 09 09 05 30 32 3F 32 03',
  ],
  ['X close', DATECS_X, 0x26, 0x38, '', '01 30 30 32 3A 26 30 30 33 38 05 30 31 3C 32 03'],
  ['X receipt status', DATECS_X, 0x27, 0x4c, '', '01 30 30 32 3A 27 30 30 34 3C 05 30 31 3C 38 03'],
  [
    'X cash in',
    DATECS_X,
    0x23,
    0x46,
    '0\t100.00\t',
    '01 30 30 33 33 23 30 30 34 36 30 09 31 30 30 2E 30 30 09 05 30 33 31 39 03',
  ],
  ['X Z report', DATECS_X, 0x22, 0x45, 'Z\t', '01 30 30 32 3C 22 30 30 34 35 5A 09 05 30 32 32 31 03'],
]

/** What the devices answer: format, what, SEQ, command, data, status, frame. */
const fromDevice: [string, FrameFormat, number, number, string, string, string][] = [
  [
    'P out of paper',
    DATECS,
    0x22,
    0x31,
    '',
    'A0 80 81 80 86 9A',
    '01 2B 22 31 04 A0 80 81 80 86 9A 05 30 33 3C 38 03',
  ],
  [
    'P change of 5.00',
    DATECS,
    0x23,
    0x35,
    'R500',
    '80 80 88 80 86 9A',
    '01 2F 23 35 52 35 30 30 04 80 80 88 80 86 9A 05 30 34 39 3F 03',
  ],
  [
    'P transaction status',
    DATECS,
    0x2c,
    0x4c,
    '1,1,5.00,0.00',
    '80 80 88 80 86 9A',
    '01 38 2C 4C 31 2C 31 2C 35 2E 30 30 2C 30 2E 30 30 04 80 80 88 80 86 9A 05 30 36 34 38 03',
  ],
  [
    'X opened',
    DATECS_X,
    0x21,
    0x30,
    '0\t123\t',
    '80 80 88 80 86 9A 80 80',
    '01 30 30 33 39 21 30 30 33 30 30 09 31 32 33 09 04 80 80 88 80 86 9A 80 80 05 30 36 3B 39 03',
  ],
  [
    'X payment started',
    DATECS_X,
    0x24,
    0x31,
    '-111018\t',
    '80 80 88 80 86 9A 80 80',
    '01 30 30 33 3B 24 30 30 33 31 2D 31 31 31 30 31 38 09 04 80 80 88 80 86 9A 80 80 05 30 37 34 39 03',
  ],
  [
    'X change of 5.00',
    DATECS_X,
    0x25,
    0x35,
    '0\tR\t5.00\t',
    '80 80 88 80 86 9A 80 80',
    '01 30 30 33 3C 25 30 30 33 35 30 09 52 09 35 2E 30 30 09 04 80 80 88 80 86 9A 80 80 05 30 37 34 3D 03',
  ],
]

describe('frames as the manuals have them', () => {
  test.each(fromHost)('%s', (_, format, seq, command, data, frame) => {
    expect(hex(frameOf(format, seq, command, islBytes(data)))).toBe(frame)
  })

  test.each(fromDevice)('%s', (_, format, seq, command, data, status, frame) => {
    const heard = frameReader(format).take(bytes(frame))
    expect(heard).toEqual([{ seq, command, data: islBytes(data), status: bytes(status) }])
  })
})

/** A device frame of any data, made from the host's frame by what the manual adds to it. */
function deviceFrame(format: FrameFormat, seq: number, command: number, data: Uint8Array): Uint8Array {
  const status = new Array(format.statusBytes).fill(0x80)
  return frameOf(format, seq, command, Uint8Array.from([...data, 0x04, ...status]))
}

const formats = [
  ['P', DATECS],
  ['X', DATECS_X],
] as const
const printable = fc.uint8Array({ min: 0x20, max: 0xff, maxLength: 150 })
const noise = fc.uint8Array({ maxLength: 40 })

describe.each(formats)('the frames of %s', (_, format) => {
  const hear = (reader: ReturnType<typeof frameReader>, bytes: Uint8Array): Heard[] => [
    ...reader.take(bytes),
    ...reader.rest(),
  ]
  const isFrame = (heard: Heard) => typeof heard === 'object'

  test('any data arrives, cut anywhere', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 9 }), (data, step) => {
        const frame = deviceFrame(format, 0x41, 0x31, data)
        const reader = frameReader(format)
        const heard: Heard[] = []
        for (let at = 0; at < frame.length; at += step) heard.push(...reader.take(frame.slice(at, at + step)))
        expect(heard).toMatchObject([{ seq: 0x41, command: 0x31, data }])
      }),
    )
  })

  test('noise before and after is thrown away', () => {
    fc.assert(
      fc.property(noise, printable, noise, (before, data, after) => {
        const frame = deviceFrame(format, 0x41, 0x31, data)
        const heard = hear(frameReader(format), Uint8Array.from([...before, ...frame, ...after]))
        expect(heard.filter(isFrame)).toMatchObject([{ seq: 0x41, data }])
      }),
    )
  })

  test('one bit turned over is never taken for a frame', () => {
    fc.assert(
      fc.property(printable, fc.nat(), (data, where) => {
        const frame = deviceFrame(format, 0x41, 0x31, data)
        const bit = where % (frame.length * 8)
        frame[bit >> 3] = (frame[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(hear(frameReader(format), frame).filter(isFrame)).toEqual([])
      }),
    )
  })

  test('busy and not understood are heard by themselves', () => {
    const frame = deviceFrame(format, 0x41, 0x31, bytes(''))
    const heard = frameReader(format).take(Uint8Array.from([0x16, 0x16, 0x15, ...frame, 0x16]))
    expect(heard).toMatchObject(['syn', 'syn', 'nak', { seq: 0x41 }, 'syn'])
  })
})

describe('what is written on the paper', () => {
  test('has only letters that every font of the makes has at the same place', () => {
    expect(islText('Такса № 5 – „пазар“ 3 €…')).toBe('Такса No. 5 - "пазар" 3 EUR...')
    expect(islText('ѝ § ÿ 漢')).toBe('й пар. y ?')
  })

  test('is never a byte of the repeated half of the font', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const byte of islBytes(islText(text)))
          expect((byte >= 0x20 && byte <= 0x7e) || byte >= 0xc0).toBe(true)
      }),
    )
  })
})
