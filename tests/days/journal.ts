import { fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

export type Line = {
  serviceId: string
  speed: 'normal' | 'fast' | 'express'
  quantity: number
  price: string
}

/** What a cashier is about to take. Amounts are cents as text. */
export type Intent = { intent: true; paymentId: string; lines: Line[]; given: string | null }

/** What the office answered. */
export type Done = { done: true; paymentId: string; receiptNumber: string; total: string; change: string }

export type Entry = Intent | Done

/** A file of one desk that outlives its programs: what is written is on the disk before anything else happens. */
export function openJournal(path: string): { write: (entry: Entry) => void } {
  const file = openSync(path, 'a')
  const put = (text: string) => {
    writeSync(file, text)
    fsyncSync(file)
  }
  put('\n')
  return { write: entry => put(`${JSON.stringify(entry)}\n`) }
}

/** All whole entries; a line that was cut short by a kill was never acted on. */
export function readJournal(path: string): { intents: Intent[]; done: Done[] } {
  const entries = textOf(path).split('\n').flatMap(entryOf)
  return {
    intents: entries.filter(entry => 'intent' in entry),
    done: entries.filter(entry => 'done' in entry),
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function entryOf(line: string): Entry[] {
  try {
    return line ? [JSON.parse(line) as Entry] : []
  } catch {
    return []
  }
}
