import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { z } from 'zod'
import { No } from './no.ts'

/** Who sends, when it says it signed, and the body as it came. */
export type HubEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    address: string
    device: { deviceId: string; kioskId: string; keyId: string; signedMs: number }
    body: Uint8Array
    outcome: string
  }
}

export const addressOf = (c: Context<HubEnv>): string => c.get('address')

/**
 * The address at the other end; behind a proxy the one that the proxy heard from, which it puts last. Empty where there is none: a request
 * that no line brought.
 */
export function addressAt(c: Context<HubEnv>, isProxied: boolean): string {
  const forwarded = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (c.env?.incoming?.socket?.remoteAddress ?? '')
}

/** What a body says, as the contract has it; everything else is malformed. */
export function read<S extends z.ZodType>(shape: S, c: Context<HubEnv>, body: Uint8Array): z.infer<S> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new No('malformed')
  const said = shape.safeParse(parsed(body))
  if (!said.success) throw new No('malformed')
  return said.data
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new No('malformed')
  }
}
