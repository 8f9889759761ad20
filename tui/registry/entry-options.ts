import type { ScreenTexts } from '../../locales/bg/screens.ts'
import { CHANNELS } from '../../rules/documents.ts'
import type { Lang } from '../../rules/languages.ts'
import { showEuro } from '../../rules/money.ts'
import { wordsOf } from '../../rules/parties.ts'
import { findServices, type Service, type Speed, speedsOf } from '../../rules/services.ts'
import { CHOICES, type Choice, isChoice } from './entry-fields.ts'
import { deliveriesOf, serviceOf } from './entry-request.ts'
import type { RegistryState } from './entry-state.ts'

/** One of what a field offers; `code` is what one may type instead of its words. */
export type Option = { id: string; text: string; code: string }

type Texts = ScreenTexts['registry']

/** All that a field offers, in its order. */
export function optionsOf(s: RegistryState, field: Choice, texts: Texts): Option[] {
  const { around, lang } = s
  switch (field) {
    case 'kind':
      return around.kinds.map(({ id, name, letters }) => ({ id, text: name[lang], code: letters }))
    case 'channel':
      return CHANNELS.map(id => ({ id, text: texts.channels[id], code: '' }))
    case 'register':
      return around.registers.map(({ id, name, index }) => ({ id, text: name[lang], code: String(index) }))
    case 'department':
      return around.departments.map(({ id, name, code }) => ({ id, text: name[lang], code }))
    case 'service':
      return around.services.map(({ id, code, name }) => ({ id, text: name[lang], code }))
    case 'speed':
      return speedOptions(s, texts)
    case 'delivery':
      return deliveriesOf(s).map(id => ({ id, text: texts.deliveries[id], code: '' }))
  }
}

/** Each speed with its fee, in the order of the catalogue. */
function speedOptions(s: RegistryState, texts: Texts): Option[] {
  const service = serviceOf(s)
  if (!service) return []
  return speedsOf(service).map(id => ({
    id,
    text: texts.speeds[id],
    code: feeText(service, id, s.lang, texts),
  }))
}

/** The published fee of what is chosen, or that the tariff decides. */
export function feeHint(s: RegistryState, texts: Texts): string {
  const service = serviceOf(s)
  return service ? feeText(service, (s.form.chosen.speed ?? 'normal') as Speed, s.lang, texts) : ''
}

function feeText(service: Service, speed: Speed, lang: Lang, texts: Texts): string {
  const amount = service.pricing === 'open' ? null : (service.fees[speed]?.cents ?? null)
  if (amount === null) return texts.byTariff
  return amount === 0n ? texts.free : showEuro(amount, lang)
}

/** What of it is meant by the words typed: each begins a word, in any order; without words all of it. */
export function offered(s: RegistryState, field: Choice, texts: Texts): Option[] {
  if (field === 'service') return servicesFor(s)
  const all = optionsOf(s, field, texts)
  const words = wordsOf(s.form.lines[field].value)
  if (words.length === 0) return all
  return all.filter(({ text, code }) => {
    const own = [...wordsOf(text), ...wordsOf(code)]
    return words.every(word => own.some(one => one.startsWith(word)))
  })
}

const MOST_SERVICES = 50

/** As at the cash desk: by number, then by words of the name. */
function servicesFor({ around, form, lang }: RegistryState): Option[] {
  const typed = form.lines.service.value
  const found =
    typed.trim() === '' ? around.services : findServices(around.services, typed, lang, MOST_SERVICES)
  return found.map(({ id, code, name }) => ({ id, text: name[lang], code }))
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
  const now = first ? withChosen(s, field, first.id) : s
  return { ...now, form: { ...now.form, isMeant: first !== undefined } }
}

/** Another service has its own documents, speeds and ways. */
export function withChosen(s: RegistryState, field: Choice, id: string | null): RegistryState {
  const { form } = s
  const chosen = { ...form.chosen, [field]: id }
  if (field !== 'service' || id === form.chosen.service) return { ...s, form: { ...form, chosen } }
  const service = s.around.services.find(one => one.id === id)
  const speed = service ? (speedsOf(service)[0] ?? null) : null
  return { ...s, form: { ...form, chosen: { ...chosen, speed }, items: {}, itemAt: 0 } }
}

/** The next or the one before of what is offered. */
export function steppedChoice(s: RegistryState, field: Choice, step: number, texts: Texts): RegistryState {
  const options = offered(s, field, texts)
  const at = options.findIndex(option => option.id === s.form.chosen[field])
  const next = options[at < 0 ? 0 : Math.min(options.length - 1, Math.max(0, at + step))]
  return next ? withChosen(s, field, next.id) : s
}
