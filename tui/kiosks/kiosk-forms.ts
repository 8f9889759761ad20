import { addKiosk } from '../../office/kiosks/add-kiosk.ts'
import { type AskQuestion, askQuestion } from '../../office/kiosks/ask-question.ts'
import { type KioskStatus, listKiosks } from '../../office/kiosks/list-kiosks.ts'
import { questionInText, readyQuestion, readyQuestions } from '../../office/kiosks/question-text.ts'
import { revokeKiosk } from '../../office/kiosks/revoke-kiosk.ts'
import { type Refusal, refusal } from '../../rules/refusal.ts'
import type { AtDesk } from '../door.ts'
import type { Field, Filled } from '../forms/form.ts'
import { openForm } from '../forms/form-screen.tsx'
import type { Opened } from '../screen.ts'
import { departmentsFound } from '../structure/department-forms.ts'
import { basisOf } from '../structure/staff-forms.ts'

const SHORTEST = { place: 2, reason: 3, question: 2 } as const

const needed = (what: string): Refusal => refusal('form.needed', { what })

/** A place for a device: whose hall, and where in it. */
export async function addForm(desk: AtDesk): Promise<Opened> {
  const { kiosks: texts } = desk.door.texts.screens
  const [basis, { seek, chosen }] = await Promise.all([basisOf(desk), departmentsFound(desk)])
  const fields: Field[] = [
    { name: 'hall', label: texts.hall, kind: 'whom', hint: texts.hallHint },
    { name: 'place', label: texts.place, kind: 'text', limit: 80, hint: texts.placeHint },
  ]
  return openForm(
    {
      ...basis,
      help: texts.formHelp,
      title: texts.addTitle,
      about: [],
      fields: () => fields,
      save: texts.save,
      seek,
      whyNot: filled => {
        if (!chosen(filled, 'hall')) return needed(texts.hall)
        return filled.text('place').length < SHORTEST.place ? needed(texts.place) : null
      },
      run: async filled => {
        const hall = chosen(filled, 'hall')?.code ?? ''
        const made = await addKiosk(desk.session.ctx(), {
          kioskId: filled.id,
          hall,
          place: filled.text('place'),
        })
        return texts.added(made.number)
      },
    },
    desk,
  )
}

/** Nothing of this device is taken any more; says why. */
export async function revokeForm({ number, hall, place }: KioskStatus, desk: AtDesk): Promise<Opened> {
  const { kiosks: texts } = desk.door.texts.screens
  const basis = await basisOf(desk)
  return openForm(
    {
      ...basis,
      help: texts.formHelp,
      title: texts.revokeTitle,
      about: [
        { label: texts.kiosk(number), text: `${hall[desk.door.lang]} · ${place}` },
        { label: '', text: texts.revokeMeans },
      ],
      fields: () => [
        { name: 'reason', label: texts.reason, kind: 'text', limit: 200, hint: texts.reasonHint },
      ],
      save: texts.revoke,
      whyNot: filled => (filled.text('reason').length < SHORTEST.reason ? needed(texts.reason) : null),
      run: async filled => {
        await revokeKiosk(desk.session.ctx(), { number, reason: filled.text('reason') })
        return texts.revoked(number)
      },
    },
    desk,
  )
}

const OWN = 'own'
const ALL = 'all'

/** A question that is shipped or one's own, at this device or at all. */
export async function askForm({ number }: KioskStatus, desk: AtDesk): Promise<Opened> {
  const { kiosks: texts } = desk.door.texts.screens
  const { lang } = desk.door
  const basis = await basisOf(desk)
  const ready = new Map(readyQuestions().map(name => [name, questionInText(readyQuestion(name) ?? '', name)]))
  const wording = (filled: Filled): string =>
    (ready.get(filled.choice('which') ?? '') as { text: Record<typeof lang, string> } | undefined)?.text[
      lang
    ] ?? ''
  const always = askFields([...ready.keys()], number, desk)
  const own: Field[] = [
    { name: 'bg', label: texts.textBg, kind: 'text', limit: 120 },
    { name: 'en', label: texts.textEn, kind: 'text', limit: 120 },
    {
      name: 'faces',
      label: texts.faces,
      kind: 'choice',
      choices: [4, 5].map(n => ({ value: `${n}`, label: `${n}` })),
    },
  ]
  return openForm(
    {
      ...basis,
      help: texts.formHelp,
      title: texts.askTitle,
      about: [{ label: '', text: texts.askMeans, tone: 'dim' }],
      fields: filled => (filled.choice('which') === OWN ? [...always, ...own] : always),
      save: texts.save,
      told: filled => [{ label: '', text: wording(filled) }],
      whyNot: filled => {
        if (filled.choice('which') !== OWN) return null
        if (filled.text('bg').length < SHORTEST.question) return needed(texts.textBg)
        return filled.text('en').length < SHORTEST.question ? needed(texts.textEn) : null
      },
      run: async filled => {
        const ctx = desk.session.ctx()
        const kiosks =
          filled.choice('where') === ALL ? (await listKiosks(ctx)).kiosks.map(one => one.number) : [number]
        const question = ready.get(filled.choice('which') ?? '') ?? ownQuestion(filled)
        const asked = await askQuestion(ctx, { ...question, questionId: filled.id, kiosks } as AskQuestion)
        return texts.asked(asked.kiosks.join(', '))
      },
    },
    desk,
    { chosen: { which: [...ready.keys()][0] ?? OWN, where: ALL, faces: '5' } },
  )
}

function askFields(ready: readonly string[], number: number, desk: AtDesk): Field[] {
  const { kiosks: texts } = desk.door.texts.screens
  const which = ready.map(name => ({ value: name, label: texts.ready[name] ?? name }))
  return [
    {
      name: 'which',
      label: texts.which,
      kind: 'choice',
      choices: [...which, { value: OWN, label: texts.own }],
    },
    {
      name: 'where',
      label: texts.where,
      kind: 'choice',
      choices: [
        { value: ALL, label: texts.everywhere },
        { value: 'here', label: texts.here(number) },
      ],
    },
  ]
}

const ownQuestion = (filled: Filled) => ({
  text: { bg: filled.text('bg'), en: filled.text('en') },
  faces: filled.choice('faces') === '4' ? 4 : 5,
  followUp: null,
})
