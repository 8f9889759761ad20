import { textsFor } from '../locales/texts.ts'
import type { RefusalCode } from '../rules/refusal.ts'
import { anyFacts } from './any-facts.ts'

/** Every refusal with its sentence in both languages; facts stand as `…`. */
export function refusalsPage(): string {
  const [bg, en] = [textsFor('bg').refusals, textsFor('en').refusals]
  const say = (texts: typeof bg, code: RefusalCode) =>
    (texts[code] as (facts: unknown) => string)(anyFacts).replaceAll('|', '\\|').replaceAll('\n', ' ')
  const rows = (Object.keys(bg) as RefusalCode[]).map(
    code => `| \`${code}\` | ${say(bg, code)} | ${say(en, code)} |`,
  )
  return [
    '# Откази (refusals)',
    '',
    'Направено от програмата с `npm run docs`; не се редактира. Изходен код 1. Там, където стои „…“, програмата казва какво.',
    '',
    '| Код | Български | English |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
