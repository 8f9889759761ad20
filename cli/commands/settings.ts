import { listSettings, type SettingListed } from '../../office/settings/list-settings.ts'
import { setSetting } from '../../office/settings/set-setting.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay } from '../../rules/dates.ts'
import { type Cents, showEuro } from '../../rules/money.ts'
import { refusal } from '../../rules/refusal.ts'
import { readDay } from '../../rules/reports/periods.ts'
import { SETTINGS, type SettingKey } from '../../rules/settings.ts'
import { amountOf } from '../amounts.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { answer } from '../output/answer.ts'
import { tableText } from '../output/table-text.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

/** `cash_limit` as it is typed. */
const typedName = (key: SettingKey): string => key.replace('_', '-')

export const settingsCommands = () => [
  declare('settings list', (_, door) =>
    withSession(door, 'settings.see', async session => list(await listSettings(session.ctx()), door)),
  ),
  declare(
    'settings set',
    (given, door) => {
      const asked = given.arg('setting')
      const key = SETTINGS.find(known => typedName(known) === asked)
      if (!key)
        throw new WrongUsage(door.lang, usage => usage.notOneOf('<setting>', asked, SETTINGS.map(typedName)))
      return withSession(door, 'settings.set', session => set(session, key, given, door))
    },
    { required: ['source'] },
  ),
]

function list(settings: readonly SettingListed[], door: Door): void {
  const { settings: words } = door.words
  const table = {
    name: 'settings',
    title: '',
    subtitle: [],
    columns: (['setting', 'from', 'amount', 'inForce', 'source'] as const).map(key => ({
      key,
      title: words.columns[key],
      kind: 'text' as const,
    })),
    rows: settings.map(each => ({
      setting: `${typedName(each.key)} · ${words.names[each.key]}`,
      from: each.validFrom && showDay(each.validFrom, door.lang),
      amount: amountText(each.amount, door),
      inForce: each.isInForce ? words.yes : null,
      source: each.source ?? (each.amount === null ? words.notSet : words.byLaw),
    })),
    totals: null,
  }
  const json = settings.map(each => ({
    setting: typedName(each.key),
    valid_from: each.validFrom?.toString() ?? null,
    amount_cents: each.amount,
    source: each.source,
    in_force: each.isInForce,
  }))
  answer(door, json, tableText(table, door.lang, process.stdout.columns))
}

const amountText = (amount: Cents | null, door: Door): string =>
  amount === null ? door.words.settings.noLimit : showEuro(amount, door.lang)

async function set(
  session: Session,
  key: SettingKey,
  given: Given<'settings set'>,
  door: Door,
): Promise<void> {
  const ctx = session.ctx()
  const from = given.text('from') ?? 'today'
  const validFrom = readDay(from, ctx.today)
  if (!validFrom) throw refusal('period.wrong', { text: from })
  const typed = given.arg('amount')
  const amount = typed === 'none' ? null : amountOf(typed)
  await setSetting(ctx, { key, validFrom, amount, source: given.text('source') ?? '' })
  answer(
    door,
    { setting: typedName(key), valid_from: validFrom.toString(), amount_cents: amount },
    door.words.settings.set(
      door.words.settings.names[key],
      amountText(amount, door),
      showDay(validFrom, door.lang),
    ),
  )
}
