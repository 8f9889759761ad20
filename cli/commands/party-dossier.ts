import { randomUUIDv7 } from 'node:crypto'
import { findParties } from '../../office/parties/find-parties.ts'
import { listLooks } from '../../office/parties/list-looks.ts'
import { mergeParties } from '../../office/parties/merge-parties.ts'
import { separateParty } from '../../office/parties/separate-party.ts'
import { showDossier } from '../../office/parties/show-dossier.ts'
import { showParty } from '../../office/parties/show-party.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { showMoment } from '../../rules/dates.ts'
import { refusal } from '../../rules/refusal.ts'
import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { dossierJson, dossierText } from '../dossier.ts'
import { answer, answerTable } from '../output/answer.ts'
import { partyMeant } from '../parties.ts'
import { withSession } from '../town.ts'

export const partyDossierCommands = () => [
  declare(
    'parties merge',
    (given, door) => withSession(door, 'parties.merge', session => merge(session, given, door)),
    { required: ['into', 'reason'] },
  ),
  declare(
    'parties separate',
    (given, door) =>
      withSession(door, 'parties.merge', async session => {
        const text = given.arg('record')
        const [record] = await findParties(session.ctx(), { text })
        if (!record) throw refusal('party.unknown', { text })
        const apart = await separateParty(session.ctx(), {
          id: given.text('id') ?? randomUUIDv7(),
          partyId: record.id,
          reason: given.text('reason') ?? '',
        })
        answer(door, { id: apart.id, name: apart.name }, door.words.dossier.separated(apart.name))
      }),
    { required: ['reason'] },
  ),
  declare('parties dossier', (given, door) =>
    withSession(door, 'parties.dossier', async session => {
      const { id } = await partyMeant(session, given.arg('who'))
      const dossier = await showDossier(session.ctx(), { partyId: id })
      answer(door, dossierJson(dossier), dossierText(dossier, door))
    }),
  ),
  declare('parties looks', (given, door) =>
    withSession(door, 'parties.looks', session => looks(session, given, door)),
  ),
]

async function merge(session: Session, given: Given<'parties merge'>, door: Door): Promise<void> {
  const meant = await Promise.all([
    partyMeant(session, given.arg('who')),
    partyMeant(session, given.text('into') ?? ''),
  ])
  const [party, into] = await Promise.all(meant.map(({ id }) => showParty(session.ctx(), { partyId: id })))
  if (!party || !into) return
  const stays = await mergeParties(session.ctx(), {
    id: given.text('id') ?? randomUUIDv7(),
    partyId: party.id,
    intoId: into.id,
    reason: given.text('reason') ?? '',
    seen: { party: party.changedAt, into: into.changedAt },
  })
  answer(door, { merged: party.id, into: stays.id }, door.words.dossier.merged(party.name, stays.name))
}

async function looks(session: Session, given: Given<'parties looks'>, door: Door): Promise<void> {
  const { id } = await partyMeant(session, given.arg('who'))
  const found = await listLooks(session.ctx(), { partyId: id })
  const { dossier: words } = door.words
  const forPrograms = door.options.json || given.has('csv')
  answerTable(
    door,
    {
      name: 'looks',
      title: '',
      subtitle: [],
      columns: (['at', 'login', 'name', 'what', 'desk'] as const).map(key => ({
        key,
        title: words.looks[key],
        kind: key === 'desk' ? ('count' as const) : ('text' as const),
      })),
      rows: found.map(({ at, login, name, what, desk }) => ({
        at: forPrograms ? at.toString() : showMoment(at, door.lang),
        login,
        name,
        what: forPrograms ? what : door.texts.dossier.lookedAt[what],
        desk,
      })),
      totals: null,
    },
    given.has('csv'),
  )
}
