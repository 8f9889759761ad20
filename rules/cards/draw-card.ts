import { type Card, type CardPhase, type End, type InternalTerm, phaseOf } from './card.ts'

/** What a drawing says beside the card's own words. */
export type DrawTexts = {
  request: string
  ends: Record<End, string>
  term: (term: InternalTerm) => string
  head: (unit: string) => string
  waits: string
}

/** The phases of a card as a Mermaid flowchart; `unitName` tells a unit's name by its code. */
export function drawCard(card: Card, texts: DrawTexts, unitName: (code: string) => string): string {
  const [first] = card.phases
  return [
    'flowchart TD',
    `  request([${quoted([texts.request, `${card.service} ${card.name}`])}])`,
    ...card.phases.map(phase => `  ${idOf(phase.code)}${boxOf(phase, texts, unitName)}`),
    ...card.phases.flatMap(phase => endOf(phase, texts)),
    ...(first ? [`  request --> ${idOf(first.code)}`] : []),
    ...card.phases.flatMap(phase => arrowsFrom(phase, card)),
    '',
  ].join('\n')
}

/** Words such as `end` mean something to Mermaid, hence the prefix. */
const idOf = (code: string): string => `p_${code}`

function boxOf(phase: CardPhase, texts: DrawTexts, unitName: (code: string) => string): string {
  const unit = unitName(phase.unit)
  const lines = [
    phase.name,
    [phase.byHead ? texts.head(unit) : unit, ...(phase.term ? [texts.term(phase.term)] : [])].join(' · '),
    ...(phase.waits ? [texts.waits] : []),
  ]
  return phase.waits ? `{{${quoted(lines)}}}` : `[${quoted(lines)}]`
}

const endOf = (phase: CardPhase, texts: DrawTexts): string[] =>
  phase.end
    ? [
        `  end_${phase.code}([${quoted([texts.ends[phase.end]])}])`,
        `  ${idOf(phase.code)} --> end_${phase.code}`,
      ]
    : []

const arrowsFrom = (phase: CardPhase, card: Card): string[] =>
  phase.next.flatMap(({ outcome, to, when }) =>
    to
      .filter(code => phaseOf(card, code))
      .map(
        code =>
          `  ${idOf(phase.code)} -->|${quoted([when ? `${outcome}: ${when}` : outcome])}| ${idOf(code)}`,
      ),
  )

/** Signs that mean something in a label are written as Mermaid's entities. */
const quoted = (lines: string[]): string => `"${lines.map(escaped).join('<br/>')}"`

const escaped = (text: string): string =>
  text.replace(/[#"&<>`\\|[\]{}]/g, sign => `#${sign.codePointAt(0)};`)
