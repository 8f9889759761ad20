import { addDepartment } from '../../office/departments/add-department.ts'
import { changeDepartment } from '../../office/departments/change-department.ts'
import { closeDepartment } from '../../office/departments/close-department.ts'
import { seeStructure } from '../../office/departments/see-structure.ts'
import { wordsOf } from '../../rules/parties.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import { DEPARTMENT_KINDS, type Department, isDepartmentCode, whyNotUnder } from '../../rules/structure.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled, Found } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { basisOf } from './staff-forms.ts'

const MOST_FOUND = 6

const foundOf = ({ id, code, name }: Department, desk: AtDesk): Found => ({
  id,
  kind: 'department',
  name: name[desk.door.lang],
  told: code,
  note: null,
})

/** The departments of the town, those found by a piece of a name, and the one that was taken in a line of a form. */
export async function departmentsFound(desk: AtDesk) {
  const { tree } = await seeStructure(desk.session.ctx())
  const departments = tree.map(({ department }) => department)
  const seek = async (text: string): Promise<Found[]> =>
    departments
      .filter(one => !one.isClosed)
      .filter(one => {
        const words = [...wordsOf(one.name.bg), ...wordsOf(one.name.en), one.code]
        return wordsOf(text).every(piece => words.some(word => word.startsWith(piece)))
      })
      .slice(0, MOST_FOUND)
      .map(one => foundOf(one, desk))
  const chosen = (filled: Filled, line = 'under'): Department | null =>
    departments.find(({ id }) => id === filled.whom(line)[0]?.id) ?? null
  return { departments, seek, chosen }
}

function fieldsOf(desk: AtDesk, isNew: boolean): Field[] {
  const { structure: texts } = desk.door.texts.screens
  const code: Field = { name: 'code', label: texts.code, kind: 'text', limit: 30, hint: texts.codeHint }
  return [
    ...(isNew ? [code] : []),
    { name: 'name', label: texts.name, kind: 'text', limit: 120 },
    { name: 'nameEn', label: texts.nameEn, kind: 'text', limit: 120 },
    {
      name: 'kind',
      label: texts.kind,
      kind: 'choice',
      choices: DEPARTMENT_KINDS.map(value => ({ value, label: texts.kinds[value] })),
    },
    { name: 'under', label: texts.under, kind: 'whom', hint: texts.departmentHint, isOptional: true },
  ]
}

const kindOf = (filled: Filled) =>
  DEPARTMENT_KINDS.find(kind => kind === filled.choice('kind')) ?? 'department'

const nameless = (filled: Filled, desk: AtDesk): Refusal | null =>
  filled.text('name').length < 2
    ? refusal('form.needed', { what: desk.door.texts.screens.structure.name })
    : null

/** A new department, under the one that the cursor stood on. */
export async function newForm(under: Department | null, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const [basis, { seek, chosen }] = await Promise.all([basisOf(desk), departmentsFound(desk)])
  const fields = fieldsOf(desk, true)
  return openForm(
    {
      ...basis,
      title: texts.newTitle,
      about: [],
      fields: () => fields,
      save: texts.save,
      seek,
      whyNot: filled =>
        isDepartmentCode(filled.text('code'))
          ? nameless(filled, desk)
          : refusal('form.needed', { what: texts.code }),
      run: async filled => {
        const made = await addDepartment(desk.session.ctx(), {
          id: filled.id,
          code: filled.text('code'),
          nameBg: filled.text('name'),
          nameEn: filled.text('nameEn') || filled.text('name'),
          kind: kindOf(filled),
          under: chosen(filled)?.code ?? null,
          ekatte: null,
        })
        return texts.added(made.name[desk.door.lang])
      },
    },
    desk,
    { chosen: { kind: 'department' }, whom: { under: under ? [foundOf(under, desk)] : [] } },
  )
}

/** Another name, another place in the tree. */
export async function changeForm(department: Department, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const [basis, { departments, seek, chosen }] = await Promise.all([basisOf(desk), departmentsFound(desk)])
  const above = departments.filter(({ id }) => id === department.parentId).map(one => foundOf(one, desk))
  const fields = fieldsOf(desk, false)
  return openForm(
    {
      ...basis,
      title: texts.changeTitle,
      about: [{ label: texts.code, text: department.code }],
      fields: () => fields,
      save: texts.save,
      seek,
      whyNot: filled => nameless(filled, desk) ?? whyNotUnder(departments, department, chosen(filled)),
      run: async filled => {
        const changed = await changeDepartment(desk.session.ctx(), {
          code: department.code,
          nameBg: filled.text('name'),
          nameEn: filled.text('nameEn') || filled.text('name'),
          kind: kindOf(filled),
          under: chosen(filled)?.code ?? null,
        })
        return texts.changed(changed.name[desk.door.lang])
      },
    },
    desk,
    {
      lines: { name: department.name.bg, nameEn: department.name.en },
      chosen: { kind: department.kind },
      whom: { under: above },
    },
  )
}

/** Closing a department; whatever still belongs to it is told, and refuses it. */
export async function closeForm(department: Department, desk: AtDesk): Promise<Opened> {
  const { structure: texts } = desk.door.texts.screens
  const basis = await basisOf(desk)
  return openForm(
    {
      ...basis,
      title: texts.closeTitle,
      about: [
        { label: texts.name, text: department.name[desk.door.lang] },
        { label: '', text: texts.closeMeans },
      ],
      fields: () => [],
      save: texts.close,
      whyNot: () => null,
      run: async () => {
        const closed = await closeDepartment(desk.session.ctx(), { code: department.code })
        return texts.closed(closed.name)
      },
    },
    desk,
  )
}
