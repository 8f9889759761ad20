import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
// By its namespace: a device carries only the parts of zod that are used here.
import * as z from 'zod'
import { FAULTS, ORIGINS } from '../rules/kiosks.ts'

/**
 * What devices and the hub say to each other: JSON over HTTP, described here for both. All requests but `enrol` are signed with the
 * device's key (`sign`); the hub answers a no with `Refused` and the status of `REFUSED`.
 */
export const PATHS = {
  /** POST Enrolment → Enrolled */
  enrol: '/kiosk/enrol',
  /** GET → Configuration */
  configuration: '/kiosk/configuration',
  /** POST Presses → Kept */
  presses: '/kiosk/presses',
  /** POST Heartbeat → Heard */
  heartbeat: '/kiosk/heartbeat',
} as const

/** More presses are not sent or taken at once, nor more bytes of any body. */
export const MOST_PRESSES = 2_000
export const MOST_BYTES = 512 * 1024

/** A signed time farther from the hub's clock is refused with the hub's own time, by which the device signs again. */
export const CLOCK_WINDOW_MS = 5 * 60_000

const id = z.uuid()
const instantMs = z.int().min(0).max(253_402_300_799_999)
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const HUNDRED_YEARS_MS = 3_155_760_000_000
const word = (most: number) => z.string().max(most)
const both = z.object({ bg: word(200), en: word(200) })
const code = z.string().regex(/^[a-z0-9_]{1,30}$/)

export const Enrolment = z.strictObject({
  /** As typed by the technician; case, blanks and hyphens do not matter. */
  code: word(40),
  /** The outbox of the device: made with it, never changed. */
  deviceId: id,
  keyId: id,
  /** 32 random bytes, base64url, minted by the device: sent once more with the same code it is the same enrolment. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  program: word(40),
})
export type Enrolment = z.infer<typeof Enrolment>

export const Press = z.strictObject({
  seq: count.min(1),
  askId: id,
  face: z.literal([1, 2, 3, 4, 5]),
  reason: code.nullable(),
  mark: z.enum(['test', 'burst', 'repeat']).nullable(),
  origin: z.enum(ORIGINS),
  /** The device's clock at the press. */
  atMs: instantMs,
  /** How long ago that was when this was sent, by a clock that nobody sets; null after the device was started anew. */
  ageMs: count.max(HUNDRED_YEARS_MS).nullable(),
})
export type Press = z.infer<typeof Press>

/** Presses in the rising order of their numbers, and the device's clock when they were sent. All are kept or none. */
export const Presses = z.strictObject({ sentMs: instantMs, presses: z.array(Press).min(1).max(MOST_PRESSES) })
export type Presses = z.infer<typeof Presses>

/** Every press of the device up to this number is kept: it need not send them again. */
export const Kept = z.object({ keptUpTo: count })
export type Kept = z.infer<typeof Kept>

const Box = z.strictObject({
  id: z.int().min(0).max(9_999),
  millivolts: z.int().min(0).max(100_000).nullable(),
  uptimeSeconds: count.nullable(),
  /** Since the box was last heard of. */
  silentSeconds: count,
  /** Presses whose number never came, and lines whose checksum was wrong. */
  lost: count,
  garbled: count,
})

export const Heartbeat = z.strictObject({
  sentMs: instantMs,
  program: word(40),
  /** The version of the configuration it works by; null before the first. */
  configuration: word(40).nullable(),
  /** Presses that wait, and the highest number that was ever given. */
  outbox: count.max(2_147_483_647),
  lastSeq: count,
  uptimeSeconds: count,
  faults: z.array(z.enum(FAULTS)).max(FAULTS.length),
  boxes: z.array(Box).max(20),
})
export type Heartbeat = z.infer<typeof Heartbeat>

/** Where `keptUpTo` is lower than the device believes (the town was restored from a backup), it sends again what is above. */
export const Heard = z.object({ hubMs: instantMs, configuration: word(40), keptUpTo: count })
export type Heard = z.infer<typeof Heard>

export const Configuration = z.object({
  /** A fingerprint of all the rest. */
  version: word(40),
  askId: id,
  kiosk: z.int(),
  town: both,
  hall: both,
  question: both,
  faces: z.literal([4, 5]),
  /** Asked after a face up to `upTo`; null where nothing is asked. */
  followUp: z
    .object({
      question: both,
      upTo: z.int().min(1).max(5),
      reasons: z
        .array(z.object({ code, bg: word(60), en: word(60) }))
        .min(1)
        .max(9),
    })
    .nullable(),
  /** Null: the device's own words. */
  thanks: both.nullable(),
  /** The hours of working days (`08:00`), and the days that are not what their weekday says (`2026-12-24`). */
  hours: z.object({ from: word(8), until: word(8) }),
  daysOff: z.array(z.iso.date()).max(800),
  daysWorked: z.array(z.iso.date()).max(800),
  /** `scrypt:<salt>:<hash>` of the technician's PIN (N 16384, r 8, p 1, 32 bytes), base64url; null while the town has set none. */
  pin: word(200).nullable(),
  /** See `Pace` in rules/kiosks.ts. */
  pace: z.object({
    followUp: z.number().min(0.05).max(60),
    thanks: z.number().min(0.05).max(60),
    upload: z.number().min(0.05).max(3_600),
    heartbeat: z.number().min(0.05).max(3_600),
    repeatMs: z.int().min(0).max(60_000),
  }),
})
export type Configuration = z.infer<typeof Configuration>

export const Enrolled = z.object({ hubMs: instantMs, configuration: Configuration })
export type Enrolled = z.infer<typeof Enrolled>

/** Why the hub says no, with the HTTP status of each. */
export const REFUSED = {
  /** The body is not what this file says. */
  malformed: 400,
  /** The signature is wrong, or the key is not known. */
  unsigned: 401,
  /** The key was revoked: only a new enrolment helps. */
  revoked: 403,
  /** The one-time code is not known, was used, or is too old. */
  code: 403,
  /** The code or key is good, but nothing is asked at its place yet: try again when the town has set a question. */
  no_question: 409,
  /** The signed time is not now: `hubMs` says what time it is. */
  clock: 401,
  /** A request with this or a later time was heard already: sign again with a later one. */
  replayed: 409,
  /** A number is taken by another press: two devices send as one. */
  doubled: 409,
  too_large: 413,
  too_often: 429,
  /** The hub cannot reach the town's database; nothing was kept. */
  away: 503,
} as const
export type Why = keyof typeof REFUSED
export const Refused = z.object({
  refused: z.enum(Object.keys(REFUSED) as [Why, ...Why[]]),
  hubMs: instantMs,
})
export type Refused = z.infer<typeof Refused>

export type Key = { id: string; key: string }
export type Signed = { method: string; path: string; timeMs: number; body: string | Uint8Array }

/**
 * The value of the `Authorization` header: key, signed time and HMAC-SHA-256 over method, path, time and the body's SHA-256. The hub
 * takes the times of a device in rising order only, so that what somebody listened to cannot be sent again.
 */
export const sign = (key: Key, request: Signed): string =>
  `Gishe-HMAC-SHA256 ${key.id} ${request.timeMs} ${macOf(key.key, request).toString('base64url')}`

const HEADER =
  /^Gishe-HMAC-SHA256 ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,15}) ([A-Za-z0-9_-]{43})$/

export type Claim = { keyId: string; timeMs: number; mac: Buffer }

/** What a header claims; null where it is no signature at all. Nothing of it is true before `isSigned`. */
export function readSignature(header: string | undefined): Claim | null {
  const [, keyId, time, mac] = HEADER.exec(header ?? '') ?? []
  return keyId && time && mac ? { keyId, timeMs: Number(time), mac: Buffer.from(mac, 'base64url') } : null
}

/** Whether whoever made this claim of the request has the key. */
export const isSigned = (key: string, request: Signed, claimed: Buffer): boolean =>
  timingSafeEqual(macOf(key, request), claimed)

const macOf = (key: string, { method, path, timeMs, body }: Signed): Buffer =>
  createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(`${method}\n${path}\n${timeMs}\n${createHash('sha256').update(body).digest('hex')}`)
    .digest()
