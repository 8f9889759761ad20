import type { Face } from '../../rules/kiosks.ts'
import type { Configuration } from '../../web/contract.ts'
import { digitLines, digitSize, faceLines, faceSize, type Mood, moodsOf } from './faces.ts'
import { asked } from './large-text.ts'
import { centred, type Row, span, type Tone, type Touchable, widthOf } from './picture.ts'
import type { Body, Frame } from './view.ts'

const LARGEST = 4

/** The question, the faces as large as they fit, their digits and what they are called. A whole column answers a finger. */
export function questionBody(configuration: Configuration, frame: Frame): Body {
  const { columns, rows, lang } = frame
  const { faces } = configuration
  const plain = asked(configuration.question, lang, columns, 0)
  const scales = scalesFor(faces, columns, rows - plain.length)
  if (!scales) return listed(plain, configuration, frame)
  const room = rows - heightOf(scales) - GAPS
  return drawn(asked(configuration.question, lang, columns, room), configuration, scales, frame)
}

/** One row between the question, the faces, their digits and their names. */
const GAPS = 3

type Scales = { face: number; digit: number }

function scalesFor(faces: number, columns: number, rows: number): Scales | null {
  for (let face = LARGEST; face > 0; face--)
    for (let digit = Math.min(face, 2); digit > 0; digit--) {
      const isWide = faces * (faceSize(face).columns + 2) <= columns
      if (isWide && heightOf({ face, digit }) <= rows) return { face, digit }
    }
  return null
}

/** Faces, digits and the line of names. */
const heightOf = ({ face, digit }: Scales): number => faceSize(face).rows + digitSize(digit).rows + 1

function drawn(question: Row[], configuration: Configuration, scales: Scales, frame: Frame): Body {
  const { columns, rows, texts } = frame
  const moods = moodsOf(configuration.faces)
  const names = texts.faces[configuration.faces]
  const width = Math.floor(columns / moods.length)
  const margin = Math.floor((columns - width * moods.length) / 2)
  const parts = [
    question,
    sideBySide(
      moods.map(mood => faceLines(mood, scales.face)),
      moods,
      { width, margin },
    ),
    sideBySide(
      moods.map((_, index) => digitLines(index + 1, scales.digit)),
      strongly(moods),
      { width, margin },
    ),
    sideBySide(
      names.map(name => [name]),
      moods,
      { width, margin },
    ),
  ]
  const gaps = gapsOf(rows - parts.reduce((sum, part) => sum + part.length, 0), parts.length)
  const all = parts.flatMap((part, index) => [
    ...Array.from({ length: gaps[index] ?? 0 }, (): Row => []),
    ...part,
  ])
  const top = (gaps[0] ?? 0) + question.length
  return { rows: all, zones: columnsFrom(top, rows - 1, moods, { width, margin }) }
}

type Across = { width: number; margin: number }

const strongly = (moods: readonly Mood[]): Tone[] => moods.map(() => 'strong')

/** Drawings of one height, each in the middle of its own column. */
function sideBySide(
  drawings: readonly (readonly string[])[],
  tones: readonly Tone[],
  { width, margin }: Across,
): Row[] {
  const height = Math.max(...drawings.map(one => one.length))
  return Array.from({ length: height }, (_, y) => [
    span(' '.repeat(margin)),
    ...drawings.flatMap((drawing, index) => {
      const row = centred([span(drawing[y] ?? '', tones[index] ?? 'plain')], width)
      return [...row, span(' '.repeat(width - widthOf(row)))]
    }),
  ])
}

/** Blank rows before each part: one before each but the first, then what is left in thirds over the question, under it and at the end. */
function gapsOf(spare: number, parts: number): number[] {
  const gaps = Array.from({ length: parts }, (_, index): number => (index > 0 && index <= spare ? 1 : 0))
  const left = Math.max(0, spare - gaps.reduce((sum, one) => sum + one, 0))
  const third = Math.floor(left / 3)
  return gaps.map((gap, index) => (index < 2 ? gap + third : gap))
}

const columnsFrom = (
  top: number,
  bottom: number,
  moods: readonly Mood[],
  { width, margin }: Across,
): Touchable[] =>
  moods.map((_, index) => ({
    zone: { what: 'face', face: (index + 1) as Face },
    left: margin + index * width,
    top,
    right: margin + (index + 1) * width - 1,
    bottom,
  }))

/** A terminal too small for drawings: the names of the faces, a line each. */
function listed(question: Row[], configuration: Configuration, { texts, columns }: Frame): Body {
  const moods = moodsOf(configuration.faces)
  const names = texts.faces[configuration.faces]
  const rows = moods.map(
    (mood, index): Row => [span('  '), span(` ${index + 1} `, 'key'), span(`  ${names[index] ?? ''}`, mood)],
  )
  return {
    rows: [...question, ...rows],
    zones: moods.map((_, index) => ({
      zone: { what: 'face', face: (index + 1) as Face },
      left: 0,
      right: columns - 1,
      top: question.length + index,
      bottom: question.length + index,
    })),
  }
}
