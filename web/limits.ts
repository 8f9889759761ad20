import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../rules/refusal.ts'
import { No } from './no.ts'

/** So many within so many seconds. */
export type Limit = { points: number; seconds: number }
export type LimitsAsked = Record<'device' | 'address' | 'unsigned' | 'enrolments', Limit>

/**
 * A device sends every few seconds and, after weeks without a line, batch after batch: it is far from its limit. Many devices stand
 * behind one address. Tries with unknown keys and wrong codes are few.
 */
export const LIMITS: LimitsAsked = {
  device: { points: 300, seconds: 10 },
  address: { points: 1_000, seconds: 10 },
  unsigned: { points: 60, seconds: 60 },
  enrolments: { points: 10, seconds: 900 },
}

export type Limits = {
  /** Each throws `too_often` with the seconds to wait. */
  heardFrom: (address: string) => Promise<void>
  heardDevice: (deviceId: string) => Promise<void>
  /** A try with a code: counted before it is looked at, and given back where it was not a wrong one. */
  enrolling: <T>(address: string, work: () => Promise<T>) => Promise<T>
  /** A request whose key or signature is wrong. */
  unsigned: (address: string) => Promise<void>
  /** Whether so many of those came from there that no more keys are looked up for it. */
  refuseGuessing: (address: string) => Promise<void>
}

export function createLimits(asked: LimitsAsked = LIMITS): Limits {
  const limiter = (name: keyof LimitsAsked) =>
    new RateLimiterMemory({ keyPrefix: name, points: asked[name].points, duration: asked[name].seconds })
  const [device, address, unsigned, enrolments] = (
    ['device', 'address', 'unsigned', 'enrolments'] as const
  ).map(limiter) as [RateLimiterMemory, RateLimiterMemory, RateLimiterMemory, RateLimiterMemory]
  const take = async (from: RateLimiterMemory, key: string) => {
    await from.consume(key).catch((over: unknown) => {
      throw over instanceof RateLimiterRes ? tooOften(over) : over
    })
  }
  return {
    heardFrom: async from => (from === '' || isLoopback(from) ? undefined : take(address, networkOf(from))),
    heardDevice: deviceId => take(device, deviceId),
    enrolling: async (from, work) => {
      await take(enrolments, networkOf(from))
      let isWrong = false
      try {
        return await work()
      } catch (error) {
        isWrong = error instanceof Refusal && error.code === 'kiosk.code_wrong'
        throw error
      } finally {
        if (!isWrong) await enrolments.reward(networkOf(from))
      }
    },
    unsigned: async from => void (await unsigned.penalty(networkOf(from))),
    refuseGuessing: async from => {
      const known = await unsigned.get(networkOf(from))
      if (known && known.consumedPoints >= asked.unsigned.points) throw tooOften(known)
    },
  }
}

const tooOften = ({ msBeforeNext }: RateLimiterRes): No => new No('too_often', msBeforeNext / 1_000)

/** Behind a proxy of this machine everybody comes from it: it is for the proxy to say who they are. */
export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Whoever has one IPv6 address has its /64 with it. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '')
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const missing = address.includes('::')
    ? Array.from({ length: 8 - front.length - back.length }, () => '0')
    : []
  return [...front, ...missing, ...back].slice(0, 4).join(':')
}
