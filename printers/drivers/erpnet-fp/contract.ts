import { z } from 'zod'

// What the service answers, with the fields that are looked at. PROTOCOL.md tells where the facts come from.

/** Its manual writes `"true"` in quotes, the program `true` without. */
const yes = z.union([z.boolean(), z.enum(['true', 'false'])]).transform(ok => ok === true || ok === 'true')

const absent = <T extends z.ZodType>(type: T) => type.nullish().transform(value => value ?? null)

/** Euro as a decimal number, kept in whole cents. A decimal of up to fifteen digits is read back exactly. */
const euro = z
  .number()
  .transform(amount => Math.round(amount * 100))
  .refine(Number.isSafeInteger)

/** The year 1 is how the service writes a time that it does not know. */
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/)
  .transform(text => Temporal.PlainDateTime.from(text.replace(/(Z|[+-]\d\d:\d\d)$/, '')))
  .transform(at => (at.year > 1 ? at : null))

const text = z.string().transform(said => said.trim() || null)

const Message = z.object({ type: z.string(), code: absent(text), text: z.string().default('') })
export type Message = z.infer<typeof Message>

export const Result = z.object({
  ok: yes,
  messages: z.array(Message).default([]),
  receiptNumber: absent(text),
  receiptDateTime: absent(time),
  receiptAmount: absent(euro),
  fiscalMemorySerialNumber: absent(text),
  deviceDateTime: absent(time),
  amount: absent(euro),
})
export type Result = z.infer<typeof Result>

/** The task goes on after the service stopped waiting for it. */
const Accepted = z.object({ taskId: z.string() })

export const Sent = z.union([Result, Accepted])

export const TaskInfo = z.object({
  taskStatus: z.string().transform(status => status.toLowerCase()),
  result: absent(Result),
})
export type TaskInfo = z.infer<typeof TaskInfo>

export const Info = z.object({
  serialNumber: z.string(),
  fiscalMemorySerialNumber: z.string(),
  manufacturer: z.string().default(''),
  model: z.string(),
  firmwareVersion: z.string().default(''),
})
