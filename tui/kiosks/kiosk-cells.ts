import { describeAlarm, showAgo, showSpan, textsFor } from '../../locales/texts.ts'
import type { KioskDevice, KioskStatus } from '../../office/kiosks/list-kiosks.ts'
import { lineOf, skewOf } from '../../rules/kiosk-watch.ts'
import type { Lang } from '../../rules/languages.ts'

/** When its device spoke last: now, minutes, hours or days ago. */
export function wordCell(one: KioskStatus, asOf: Temporal.Instant, lang: Lang): string {
  const { never } = textsFor(lang).kiosks
  if (!one.isEnrolled) return ''
  return one.lastWordAt ? showAgo(one.lastWordAt, asOf, lang) : never
}

/** The clock against ours, with its sign; empty before it told. */
export function clockCell(device: KioskDevice | null, lang: Lang): string {
  const { right, skew } = textsFor(lang).kiosks
  if (typeof device?.skewMs !== 'number') return ''
  const off = skewOf(device.skewMs)
  return off === 0 ? right : skew(showSpan(off, lang), off > 0)
}

/** How its button boxes do: the weakest battery, or what is worse; `!` where somebody should go there. */
export function boxesCell(device: KioskDevice | null, lang: Lang): string {
  const line = device && lineOf(device)
  if (!line) return ''
  const isBad = line === 'lost' || line === 'silent' || (line !== 'well' && line.level === 'empty')
  return `${isBad ? '! ' : ''}${textsFor(lang).kiosks.line(line)}`
}

export const alarmsTold = (one: KioskStatus, lang: Lang): string =>
  one.alarms.map(alarm => describeAlarm(alarm, lang)).join(' · ')
