import type { CardShown } from '../office/cards/show-card.ts'
import type { CardPhase, NeededDocument } from '../rules/cards/card.ts'
import type { Table } from '../rules/reports/table.ts'
import { showInternalTerm, unitNamed } from './cards.ts'
import type { Door } from './door.ts'
import { answer, answerTable } from './output/answer.ts'

/** What a service needs, then its phases in their order. */
export function answerCard(shown: CardShown, door: Door): void {
  const { card, version, versions } = shown
  if (door.options.json) {
    answer(door, { version, versions, ...card }, '')
    return
  }
  const { cards: words } = door.words
  const lines = [
    words.source(card.source),
    words.ground(card.legalGround),
    ...(card.applicants.length > 0 ? [words.applicants(card.applicants.join('; '))] : []),
    words.result(card.result.name),
    ...(card.validity ? [words.validity(card.validity.months)] : []),
    ...(card.feeNote ? [card.feeNote] : []),
  ]
  answerTable(door, {
    ...EMPTY,
    name: 'card_documents',
    title: `${card.service} ${card.name} · ${words.versionOf(version)}`,
    subtitle: lines,
    columns: [
      { key: 'name', title: words.columns.document, kind: 'text' },
      { key: 'how', title: words.columns.how, kind: 'text' },
      { key: 'when', title: words.columns.when, kind: 'text' },
    ],
    rows: card.documents.map(document => documentRow(document, door)),
  })
  door.answer('')
  answerTable(door, {
    ...EMPTY,
    name: 'card_phases',
    columns: [
      { key: 'phase', title: words.columns.phase, kind: 'text' },
      { key: 'unit', title: words.columns.unit, kind: 'text' },
      { key: 'term', title: words.columns.term, kind: 'text' },
      { key: 'next', title: words.columns.next, kind: 'text' },
    ],
    rows: card.phases.map(phase => phaseRow(phase, shown, door)),
  })
}

const EMPTY: Table = { name: '', title: '', subtitle: [], columns: [], rows: [], totals: null }

function documentRow({ name, exOfficio, form, when }: NeededDocument, door: Door) {
  const { cards: words } = door.words
  const how = exOfficio ? words.sources[exOfficio] : form ? words.forms[form] : words.asked
  return { name, how, when: when ?? words.always }
}

function phaseRow(phase: CardPhase, { card, units }: CardShown, door: Door) {
  const { cards: words } = door.words
  const unit = unitNamed(door, units)(phase.unit)
  const nameOf = (code: string) => card.phases.find(other => other.code === code)?.name ?? code
  return {
    phase: phase.name,
    unit: phase.byHead ? words.head(unit) : unit,
    term: phase.term ? showInternalTerm(door, phase.term) : '',
    next: phase.end
      ? words.ends[phase.end]
      : phase.next.map(({ outcome, to }) => `${outcome} → ${to.map(nameOf).join(' + ')}`).join('; '),
  }
}
