import { createHash, randomUUIDv7 } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Act } from './acts.ts'
import { type DayTown, openDayTown } from './day-town.ts'
import { openPhasesOf } from './expected/phases.ts'
import { checkAll, liveOneMoment } from './simulated-day.ts'

const CLERK = { login: 'delo', desk: 3 }
const OFFICER = { login: 'grao1', desk: 3 }

const SEED = Number(process.env['GISHE_SEED'] || Math.floor(Math.random() * 2 ** 31))
/** The program is killed at every piece, which takes its time; else at some, and at others its line breaks. */
const EVERY = process.env['GISHE_EVERY_PIECE'] === '1'

/** More pieces than the talk of any of these operations with the database has. */
const MOST_PIECES = 60

let town: DayTown
beforeAll(async () => {
  town = await openDayTown([CLERK.login, OFFICER.login])
  await liveOneMoment(town, [{ who: CLERK, act: request(), blow: null }])
}, 60_000)
afterAll(() => town?.close(), 60_000)

/**
 * The clerk and the officer do something at the same moment, again and again; the program of each dies by kill -9, or its
 * line breaks, at a piece of its talk with the database, then at a later one, until none is left: some are lost, some still
 * arrive. What is sent again under the same id must be there once, wholly, with the next number.
 */
async function killedAtEveryPiece(clerk: () => Act, officer: () => Act): Promise<number> {
  for (let piece = 1 + (EVERY ? 0 : SEED % 3); piece <= MOST_PIECES; piece += EVERY ? 1 : 3) {
    const fault = EVERY || piece % 6 === (SEED + 1) % 6 ? 'program' : 'line'
    const blow = { fault, piece, arrives: (piece + SEED) % 4 < 2 } as const
    const fell = await liveOneMoment(town, [
      { who: CLERK, act: clerk(), blow },
      { who: OFFICER, act: officer(), blow },
    ])
    if (fell === 0) return piece - 1
  }
  throw new Error(`the talk has more than ${MOST_PIECES} pieces`)
}

test(`a request and a file are wholly there or not at all, wherever the programs die, seed ${SEED}`, async () => {
  expect(await killedAtEveryPiece(request, file)).toBeGreaterThan(5)
}, 120_000)

test('so are a document and the end of a phase', async () => {
  expect(await killedAtEveryPiece(document, phaseEnd)).toBeGreaterThan(5)
}, 120_000)

test('numbers are without a gap, files are as they were brought, and nothing hangs over', async () => {
  await expect(checkAll(town, new Map())).resolves.toBeInstanceOf(Map)
})

const applicant = () => [...town.books.payers.keys()][0]!

/** For a service of the officer's department with a card. */
function request(): Act {
  const offer = town.books.registry.offers.find(
    ({ hasCard, card }) => hasCard && card.phases[0]?.unit === 'grao',
  )!
  return {
    act: 'requests.register',
    id: randomUUIDv7(),
    serviceId: offer.serviceId,
    speed: offer.speed,
    applicantId: applicant(),
    channel: 'desk',
    receivedAt: null,
    delivery: 'desk',
    missing: null,
  }
}

function document(): Act {
  const { id, letters } = town.books.registry.kinds.find(({ code }) => code === 'letter')!
  return {
    act: 'documents.register',
    documentId: randomUUIDv7(),
    direction: 'incoming',
    kind: { id, letters },
    channel: 'desk',
    subject: 'Молба',
    partyId: applicant(),
    caseId: null,
    slip: true,
  }
}

function file(): Act {
  const [first] = [...town.books.registry.requests.values()].filter(({ offer }) => offer.hasCard)
  const text = `скан ${randomUUIDv7()}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  const path = join(town.town.home, `${sha256}.txt`)
  writeFileSync(path, text)
  return { act: 'documents.attach', documentId: first!.id, path, name: 'скан.txt', sha256 }
}

/** Of any phase that is the officer's and goes on to another one. */
function phaseEnd(): Act {
  const { registry } = town.books
  const open = [...registry.requests.values()].flatMap(one => openPhasesOf(registry, one))
  const { task, phase } = open.find(
    one => one.phase.next.length > 0 && one.task.unit === 'grao' && one.task.assignee === null,
  )!
  return {
    act: 'tasks.end',
    taskId: task.id,
    outcome: 'done',
    result: 'направено',
    next: phase.next[0]!.outcome,
    lateReason: null,
    lateNote: null,
  }
}
