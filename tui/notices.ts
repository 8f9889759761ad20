import type { ScreenTexts } from '../locales/bg/screens.ts'
import { Refusal } from '../rules/refusal.ts'
import { Stopped } from './carry-out.ts'
import type { Notice } from './screen.ts'

export type NoticeSettings = {
  texts: ScreenTexts['frame']
  describeRefusal: (refusal: Refusal) => string
  /** A fault that is known and no bug, in a sentence; null for anything else. */
  describeFault: (error: unknown) => string | null
  /** Logs what was thrown and gives the number to tell the clerk. */
  onBug: (error: unknown) => string
}

/** What is said of something thrown: a designed no, a wait that the clerk ended, a known fault, or a bug by its number. */
export function noticeOf(
  error: unknown,
  { texts, describeRefusal, describeFault, onBug }: NoticeSettings,
): Notice {
  if (error instanceof Refusal) return { tone: 'refused', text: describeRefusal(error) }
  if (error instanceof Stopped) return { tone: 'fault', text: texts.stopped }
  const known = describeFault(error)
  return known === null ? { tone: 'bug', text: texts.bug(onBug(error)) } : { tone: 'fault', text: known }
}

/** What goes wrong in the background is not the clerk's affair; a bug is still logged. */
export function passOver(
  error: unknown,
  { describeFault, onBug }: Pick<NoticeSettings, 'describeFault' | 'onBug'>,
): void {
  if (!(error instanceof Refusal) && describeFault(error) === null) onBug(error)
}
