import { textsFor } from '../../locales/texts.ts'
import { dossierSections } from '../../office/parties/dossier-sections.ts'
import { listLooks } from '../../office/parties/list-looks.ts'
import type { PartyRow } from '../../office/parties/lookup.ts'
import { showDossier } from '../../office/parties/show-dossier.ts'
import { type Act, whyNotMay } from '../../rules/authority.ts'
import { showMoment } from '../../rules/dates.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import { goTo, type MenuEntry, menuAtOpening, menuScreen } from '../menu/menu-screen.tsx'
import { type Change, type Opened, type Outcome, open, push } from '../screen.ts'
import { duplicatesAtOpening, duplicatesScreen } from './duplicates-screen.tsx'
import { openLines } from './lines-screen.tsx'

/** F9 of the register: what can be done beside changing the record under the cursor. */
export const pushPartyActs = <S>(row: PartyRow | undefined, desk: AtDesk): Outcome<S> =>
  push(
    menuScreen<S>(desk.door.texts.screens.partyActs.title, () => entriesOf(row, desk), desk),
    menuAtOpening(() => entriesOf<S>(row, desk)),
    (s: S, how: Change<S>) => how(s),
  )

function entriesOf<S>(row: PartyRow | undefined, desk: AtDesk): MenuEntry<S>[] {
  const { partyActs: texts } = desk.door.texts.screens
  const may = (act: Act): Refusal | null => whyNotMay(desk.session.who.post, act)
  const nobody = row ? null : refusal('list.nothing_chosen', {})
  return [
    {
      label: texts.dossier,
      refusal: may('parties.dossier') ?? nobody,
      run: () => goTo(dossierOf(row?.id ?? '', desk)),
    },
    {
      label: texts.near,
      refusal: may('parties.merge') ?? nobody,
      run: () => goTo(open(duplicatesScreen(desk), duplicatesAtOpening(row ?? null))),
    },
    {
      label: texts.duplicates,
      refusal: may('parties.merge'),
      run: () => goTo(open(duplicatesScreen(desk), duplicatesAtOpening(null))),
    },
    {
      label: texts.looks,
      refusal: may('parties.looks') ?? nobody,
      run: () => goTo(looksAt(row?.id ?? '', row?.name ?? '', desk)),
    },
  ]
}

async function dossierOf(partyId: string, desk: AtDesk): Promise<Opened> {
  const { partyActs: texts } = desk.door.texts.screens
  const { dossier: words } = textsFor(desk.door.lang)
  const dossier = await showDossier(desk.session.ctx(), { partyId })
  const { party } = dossier
  const sections = dossierSections(dossier, words, desk.door.lang)
  const about = [party.identifier ?? party.identifierMasked, party.address, party.phone, party.email]
  return openLines(
    texts.dossierOf(party.name),
    [
      { text: party.name, isTitle: true },
      ...about.filter(text => text !== null).map(text => ({ text })),
      ...sections.flatMap(({ title, lines }) => [
        { text: '' },
        { text: title, isTitle: true },
        ...lines.map(text => ({ text })),
      ]),
      ...(sections.length === 0 ? [{ text: '' }, { text: words.empty }] : []),
    ],
    texts.dossierHelp,
  )
}

async function looksAt(partyId: string, name: string, desk: AtDesk): Promise<Opened> {
  const { partyActs: texts } = desk.door.texts.screens
  const { dossier: words } = textsFor(desk.door.lang)
  const looks = await listLooks(desk.session.ctx(), { partyId })
  const lines = looks.map(look => ({
    text: [showMoment(look.at, desk.door.lang), words.lookedAt[look.what], look.name ?? look.login].join(
      '  ',
    ),
  }))
  return openLines(texts.looksAt(name), lines.length > 0 ? lines : [{ text: texts.noLooks }], texts.looksHelp)
}
