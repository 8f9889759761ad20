import { randomUUIDv7 } from 'node:crypto'
import { handPaper } from '../../office/handovers/hand-paper.ts'
import { listPapers, PAPER_BOXES } from '../../office/handovers/list-papers.ts'
import type { Handover } from '../../office/handovers/lookup.ts'
import { takePaper } from '../../office/handovers/take-paper.ts'
import { type PaperWhere, whereIsPaper } from '../../office/handovers/where-is-paper.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showDay, showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { targetMeant } from '../colleagues.ts'
import { type DeclaredCommand, declare, type Given } from '../command.ts'
import { dayTyped } from '../day.ts'
import { documentMeant } from '../documents.ts'
import type { Door } from '../door.ts'
import { chosen } from '../one-of.ts'
import { answer, answerTable } from '../output/answer.ts'
import { withSession } from '../town.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const papersCommands = (): DeclaredCommand[] => [
  declare('papers hand', (given, door) =>
    withSession(door, 'papers.hand', async session => {
      const document = await documentMeant(session, given.arg('document'))
      await handPaper(session.ctx(), {
        id: given.text('id') ?? randomUUIDv7(),
        documentId: document.id,
        to: await takerTyped(session, given, door),
        note: given.text('note') ?? null,
      })
      tell(await whereIsPaper(session.ctx(), { documentId: document.id }), door)
    }),
  ),
  declare('papers take', (given, door) =>
    withSession(door, 'papers.hand', async session => {
      const document = await documentMeant(session, given.arg('document'))
      const { handovers } = await whereIsPaper(session.ctx(), { documentId: document.id })
      const [last] = handovers
      if (!last) throw refusal('paper.unknown', { text: given.arg('document') })
      await takePaper(session.ctx(), { handoverId: last.id })
      tell(await whereIsPaper(session.ctx(), { documentId: document.id }), door)
    }),
  ),
  declare('papers where', (given, door) =>
    withSession(door, 'documents.see', async session => {
      const { id } = await documentMeant(session, given.arg('document'))
      tell(await whereIsPaper(session.ctx(), { documentId: id }), door)
    }),
  ),
  declare('papers list', (given, door) =>
    withSession(door, 'documents.see', async session => {
      const box = chosen(given.text('box'), PAPER_BOXES, '--box', door) ?? 'to_take'
      list(await listPapers(session.ctx(), { box, limit: 500 }), door, given.has('csv'))
    }),
  ),
]

async function takerTyped(session: Session, given: Given<'papers hand'>, door: Door) {
  const [to, outside] = [given.text('to'), given.text('outside')]
  if ((to === undefined) === (outside === undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--to', '--outside'))
  if (to !== undefined) return targetMeant(session, to)
  const backBy = given.text('back-by')
  if (backBy === undefined) throw new WrongUsage(door.lang, usage => usage.missingOption('--back-by'))
  return {
    outside: {
      name: outside ?? '',
      identity: given.text('identity') ?? '',
      backBy: dayTyped(backBy, session.ctx().today),
    },
  }
}

function tell(paper: PaperWhere, door: Door): void {
  const { number, line, place, handovers } = paper
  answer(
    door,
    {
      document: number,
      document_id: paper.documentId,
      at: place.at,
      where: line,
      handovers: handovers.map(json),
    },
    `${number}: ${line}`,
  )
}

const json = (handover: Handover) => ({
  id: handover.id,
  document: handover.documentNumber,
  subject: handover.subject,
  from: handover.giver.name,
  given_at: handover.givenAt.toString(),
  to: handover.to,
  outside: handover.isOutside,
  back_by: handover.backBy?.toString() ?? null,
  note: handover.note,
  taken_by: handover.taken?.by.name ?? null,
  taken_at: handover.taken?.at.toString() ?? null,
})

function list(found: readonly Handover[], door: Door, csv: boolean): void {
  const { papers: words } = door.words
  const forPrograms = door.options.json || csv
  const keys = ['document', 'subject', 'from', 'to', 'given_at', 'back_by'] as const
  answerTable(
    door,
    {
      name: 'papers',
      title: '',
      subtitle: [],
      columns: [
        ...(forPrograms ? [{ key: 'id', title: 'id', kind: 'text' as const }] : []),
        ...keys.map(key => ({ key, title: words[key], kind: 'text' as const })),
      ],
      rows: found.map(one => ({
        ...json(one),
        outside: null,
        ...(forPrograms
          ? {}
          : {
              given_at: showMoment(one.givenAt, door.lang).slice(0, -3),
              back_by: one.backBy && showDay(one.backBy, door.lang),
            }),
      })),
      totals: null,
    },
    csv,
  )
}
