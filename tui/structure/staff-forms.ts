import { calendarOf } from '../../office/calendar/lookup.ts'
import { type Placed, seeStructure } from '../../office/departments/see-structure.ts'
import { endSubstitution } from '../../office/staff/end-substitution.ts'
import { listSubstitutions } from '../../office/staff/list-substitutions.ts'
import { placeStaff } from '../../office/staff/place-staff.ts'
import { setSubstitution } from '../../office/staff/set-substitution.ts'
import { showDay } from '../../rules/dates.ts'
import { wordsOf } from '../../rules/parties.ts'
import { refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Form, Found } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'

const MOST_FOUND = 6
const SHORTEST_GROUND = 3
const SUGGESTED_DAYS = [1, 5, 10, 20]

type Basis = Pick<Form, 'today' | 'calendar' | 'help'>

export const basisOf = async (desk: AtDesk): Promise<Basis> => {
  const ctx = desk.session.ctx()
  const { structure: texts } = desk.door.texts.screens
  return { today: ctx.today, calendar: await calendarOf(ctx.db), help: texts.formHelp }
}

/** Whether every typed word begins a word of the text. */
const begins = (typed: string, text: string): boolean => {
  const words = wordsOf(text)
  return wordsOf(typed).every(piece => words.some(word => word.startsWith(piece)))
}

/** Who acts for somebody absent, from a day until a day. */
export async function absenceForm(absent: Placed, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const [basis, { tree, whole }] = await Promise.all([basisOf(desk), seeStructure(desk.session.ctx())])
  const people = [...tree.flatMap(row => row.people), ...whole].filter(({ id }) => id !== absent.id)
  const fields: Field[] = [
    { name: 'substitute', label: texts.substitute, kind: 'whom', hint: texts.whomHint },
    { name: 'from', label: texts.from, kind: 'day', suggestions: SUGGESTED_DAYS },
    { name: 'until', label: texts.until, kind: 'day', suggestions: SUGGESTED_DAYS },
    { name: 'ground', label: texts.ground, kind: 'text', limit: 200, hint: texts.groundHint },
  ]
  return openForm(
    {
      ...basis,
      title: texts.absentTitle,
      about: [{ label: texts.who, text: [absent.name, absent.position].filter(Boolean).join(', ') }],
      fields: () => fields,
      save: texts.save,
      seek: async text =>
        people
          .filter(one => begins(text, `${one.name} ${one.login}`))
          .slice(0, MOST_FOUND)
          .map(foundOf),
      whyNot: filled => {
        if (filled.whom('substitute').length === 0) return refusal('form.needed', { what: texts.substitute })
        if (!filled.day('from')) return refusal('form.needed', { what: texts.from })
        if (!filled.day('until')) return refusal('form.needed', { what: texts.until })
        return filled.text('ground').length < SHORTEST_GROUND
          ? refusal('form.needed', { what: texts.ground })
          : null
      },
      run: async filled => {
        const [from, until] = [filled.day('from'), filled.day('until')]
        const substitute = people.find(({ id }) => id === filled.whom('substitute')[0]?.id)
        if (!from || !until || !substitute) throw refusal('form.needed', { what: texts.substitute })
        await setSubstitution(desk.session.ctx(), {
          id: filled.id,
          absent: absent.login,
          substitute: substitute.login,
          from,
          until,
          ground: filled.text('ground'),
        })
        return texts.substituted(substitute.name, absent.name, showDay(until, desk.door.lang))
      },
    },
    desk,
    { lines: { from: showDay(basis.today, desk.door.lang) } },
  )
}

const foundOf = ({ id, name, login, position, substitute }: Placed): Found => ({
  id,
  kind: 'person',
  name,
  told: position ?? login,
  note: substitute && `→ ${substitute.name}`,
})

/** The absent one is back. */
export async function backForm(absent: Placed, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const [basis, lasting] = await Promise.all([basisOf(desk), listSubstitutions(desk.session.ctx())])
  const now = lasting.find(one => one.absent.id === absent.id && one.state === 'now')
  const { lang } = desk.door
  return openForm(
    {
      ...basis,
      title: texts.backTitle,
      about: now
        ? [
            { label: texts.who, text: absent.name },
            { label: texts.substitute, text: now.substitute.name },
            { label: texts.until, text: showDay(now.until, lang) },
            { label: texts.ground, text: now.ground },
          ]
        : [],
      fields: () => [],
      save: texts.end,
      whyNot: () => (now ? null : refusal('substitution.unknown', { id: absent.login })),
      run: async () => {
        if (now) await endSubstitution(desk.session.ctx(), { substitutionId: now.id })
        return texts.backDone(absent.name)
      },
    },
    desk,
  )
}

/** Where somebody works, and as what. */
export async function placeForm(person: Placed, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const [basis, { tree }] = await Promise.all([basisOf(desk), seeStructure(desk.session.ctx())])
  const departments = tree.map(row => row.department).filter(({ isClosed }) => !isClosed)
  const fields: Field[] = [
    {
      name: 'department',
      label: texts.department,
      kind: 'whom',
      hint: texts.departmentHint,
      isOptional: true,
    },
    { name: 'position', label: texts.position, kind: 'text', limit: 120, isOptional: true },
  ]
  const asFound = ({ id, code, name }: (typeof departments)[number]): Found => ({
    id,
    kind: 'department',
    name: name[lang],
    told: code,
    note: null,
  })
  const here = departments.filter(({ id }) => id === person.departmentId).map(asFound)
  return openForm(
    {
      ...basis,
      title: texts.placeTitle,
      about: [{ label: texts.who, text: `${person.name} · ${person.login}` }],
      fields: () => fields,
      save: texts.save,
      seek: async text =>
        departments
          .filter(one => begins(text, `${one.name[lang]} ${one.code}`))
          .slice(0, MOST_FOUND)
          .map(asFound),
      whyNot: () => null,
      told: filled => (filled.whom('department').length === 0 ? [{ label: '', text: texts.wholeMeans }] : []),
      run: async filled => {
        const chosen = departments.find(({ id }) => id === filled.whom('department')[0]?.id)
        const placed = await placeStaff(desk.session.ctx(), {
          login: person.login,
          department: chosen?.code ?? null,
          position: filled.text('position'),
        })
        return texts.placed(placed.name, placed.department)
      },
    },
    desk,
    { lines: { position: person.position ?? '' }, whom: { department: here } },
  )
}
