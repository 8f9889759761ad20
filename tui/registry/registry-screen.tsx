import type { AtDesk } from '../door.ts'
import type { Screen } from '../screen.ts'
import { keysAtEntry } from './entry-keys.ts'
import { lookAround, seek } from './entry-operations.ts'
import { isBlank, type RegistryState } from './entry-state.ts'
import { typeAtEntry } from './entry-typing.ts'
import { EntryView } from './entry-view.tsx'

/** Longer than from key to key of a fast typist, shorter than one waits for an answer. */
const REST_MS = 200

/** The desk of the registry: one form, registered and empty again for the next document. */
export function registryScreen(desk: AtDesk): Screen<RegistryState> {
  const { registry: texts } = desk.door.texts.screens
  return {
    title: () => texts.title,
    keys: s => keysAtEntry(s, desk),
    type: (s, key) => typeAtEntry(s, key, texts),
    rest: { after_ms: REST_MS, apply: s => s, seek: s => seek(s, desk) },
    View: ({ state, size }) => <EntryView state={state} size={size} desk={desk} />,
    help: () => texts.help,
    dirty: s => !isBlank(s.form) || s.sent !== null || s.waiting !== null,
    shown: () => lookAround(desk),
  }
}
