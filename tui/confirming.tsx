import { randomUUIDv7 } from 'node:crypto'
import { Box } from 'ink'
import type { ReactNode } from 'react'
import { type GiveConfirmation, giveConfirmation } from '../office/confirmations/give-confirmation.ts'
import { readLogin } from '../rules/logins.ts'
import { Refusal, refusal } from '../rules/refusal.ts'
import type { AtDesk } from './door.ts'
import { type EntryLine, entryLine, typeInto } from './entry-line.ts'
import type { Key } from './keys.ts'
import { EntryField } from './parts/entry-field.tsx'
import { fit } from './parts/fit.ts'
import { Line } from './parts/line.tsx'
import type { HostApi } from './screen.ts'

/**
 * A second person says yes at this keyboard: a piece of a screen's state, two fields of its form and the act itself.
 *
 * The screen keeps a `Confirming` in its state (`confirmingAtOpening()`), hands what is typed in one of
 * `CONFIRMING_FIELDS` to `typeConfirming`, draws `<ConfirmingFields>`, and when `isConfirmable` runs `confirmAs` with what is
 * confirmed; then its own operation names `confirming.id`. Both may be sent again: the id is of the state.
 */
export type Confirming = { id: string; login: EntryLine; password: EntryLine }

export const CONFIRMING_FIELDS = ['login', 'password'] as const
export type ConfirmingField = (typeof CONFIRMING_FIELDS)[number]

export const confirmingAtOpening = (): Confirming => ({
  id: randomUUIDv7(),
  login: entryLine(),
  password: entryLine(),
})

export const typeConfirming = (c: Confirming, field: ConfirmingField, key: Key): Confirming => ({
  ...c,
  [field]: typeInto(c[field], key, 80),
})

/** Both fields are filled. */
export const isConfirmable = (c: Confirming): boolean =>
  c.login.value.trim() !== '' && c.password.value !== ''

/** After a refusal: another confirmation, whose password is typed anew; the name stays. */
export const askedAgain = (c: Confirming): Confirming => ({ ...confirmingAtOpening(), login: c.login })

/**
 * Signs the second person in at this desk, writes their yes under their own login, and signs them out again, whatever
 * happens. Refuses the person who sits here. After any refusal `onRefused` is applied: see `askedAgain`.
 */
export async function confirmAs<S>(
  desk: AtDesk,
  confirming: Confirming,
  what: Omit<GiveConfirmation, 'id'>,
  host: HostApi<S>,
  onRefused: (s: S) => S,
): Promise<void> {
  try {
    await sayYes(desk, confirming, what)
  } catch (error) {
    if (error instanceof Refusal) host.change(onRefused)
    throw error
  }
}

async function sayYes(
  { door, session }: AtDesk,
  { id, login, password }: Confirming,
  what: Omit<GiveConfirmation, 'id'>,
): Promise<void> {
  if (readLogin(login.value) === session.who.login) throw refusal('confirmation.same_person', {})
  const { town } = session
  const second = await door.signIn(login.value, password.value, session.desk?.number ?? null, town.training)
  try {
    await giveConfirmation(second.ctx(), { ...what, id })
  } finally {
    await second.close()
  }
}

type FieldsProps = {
  confirming: Confirming
  /** Null where the cursor stands in another field of the form. */
  field: ConfirmingField | null
  /** Of the labels, as the rest of the form has them. */
  labelWidth: number
  desk: AtDesk
}

/** Three rows: who else is asked, their user and their password. */
export function ConfirmingFields({ confirming, field, labelWidth, desk }: FieldsProps): ReactNode {
  const { confirming: texts } = desk.door.texts.screens
  const row = (name: ConfirmingField, label: string, hint: string): ReactNode => (
    <Line>
      <Line tone="title">{fit(label, labelWidth)}</Line>
      <EntryField
        line={confirming[name]}
        width={34}
        isFocused={field === name}
        isSecret={name === 'password'}
        hint={hint}
      />
    </Line>
  )
  return (
    <Box flexDirection="column">
      <Line tone="dim">{texts.who}</Line>
      {row('login', texts.login, texts.loginHint)}
      {row('password', texts.password, desk.door.demo?.password ?? '')}
    </Box>
  )
}
