import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { CHANNELS } from '../../rules/documents.ts'
import { wordsOf } from '../../rules/parties.ts'
import { CHOICES, type Choice, isChoice } from './entry-fields.ts'
import type { Form, RegistryState } from './entry-state.ts'

/** One of what a field offers; `code` is what one may type instead of its words. */
export type Option = { id: string; text: string; code: string }

type Texts = ScreenTexts['registry']

/** All that a field offers, in its order. */
export function optionsOf({ around, lang }: RegistryState, field: Choice, texts: Texts): Option[] {
  switch (field) {
    case 'kind':
      return around.kinds.map(({ id, name, letters }) => ({ id, text: name[lang], code: letters }))
    case 'channel':
      return CHANNELS.map(id => ({ id, text: texts.channels[id], code: '' }))
    case 'register':
      return around.registers.map(({ id, name, index }) => ({ id, text: name[lang], code: String(index) }))
    case 'department':
      return around.departments.map(({ id, name, code }) => ({ id, text: name[lang], code }))
    default:
      return []
  }
}

/** What of it is meant by the words typed: each begins a word, in any order; without words all of it. */
export function offered(s: RegistryState, field: Choice, texts: Texts): Option[] {
  const all = optionsOf(s, field, texts)
  const words = wordsOf(s.form.lines[field].value)
  if (words.length === 0) return all
  return all.filter(({ text, code }) => {
    const own = [...wordsOf(text), ...wordsOf(code)]
    return words.every(word => own.some(one => one.startsWith(word)))
  })
}

/** What stands in a field: the words of what is chosen. */
export const chosenText = (s: RegistryState, field: Choice, texts: Texts): string =>
  optionsOf(s, field, texts).find(option => option.id === s.form.chosen[field])?.text ?? ''

/** Fields of choices whose typed words mean nothing that is offered. */
export const unmeant = (s: RegistryState, texts: Texts): Choice[] =>
  CHOICES.filter(field => s.form.lines[field].value.trim() !== '' && offered(s, field, texts).length === 0)

/** After a key in a field of choices: the first that is meant is chosen. */
export function withMeant(s: RegistryState, texts: Texts): RegistryState {
  const { field } = s.form
  if (!isChoice(field) || s.form.lines[field].value.trim() === '') return s
  const [first] = offered(s, field, texts)
  return first ? withChosen(s, field, first.id) : s
}

export const withChosen = (s: RegistryState, field: Choice, id: string | null): RegistryState => ({
  ...s,
  form: { ...s.form, chosen: { ...s.form.chosen, [field]: id } } satisfies Form,
})

/** The next or the one before of what is offered. */
export function steppedChoice(s: RegistryState, field: Choice, step: number, texts: Texts): RegistryState {
  const options = offered(s, field, texts)
  const at = options.findIndex(option => option.id === s.form.chosen[field])
  const next = options[at < 0 ? 0 : Math.min(options.length - 1, Math.max(0, at + step))]
  return next ? withChosen(s, field, next.id) : s
}
