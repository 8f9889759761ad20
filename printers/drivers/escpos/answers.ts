import type { StatusAnswer, StatusWord } from '../../device.ts'
import { askNow, says } from './commands.ts'
import { STATUS_MS } from './status.ts'
import type { Talk } from './talk.ts'

const QUESTIONS: { about: Parameters<typeof askNow>[0]; read: (byte: number) => StatusWord[] }[] = [
  { about: 'printer', read: byte => [says.offline(byte) ? 'offline' : 'online'] },
  { about: 'offline', read: wordsOfOffline },
  { about: 'error', read: wordsOfError },
  { about: 'paper', read: wordsOfPaper },
]

/** Everything that DLE EOT 1 to 4 say, also what hinders nothing; a question without an answer in time is told as such. */
export async function answersOf(talk: Talk): Promise<StatusAnswer[]> {
  const answers: StatusAnswer[] = []
  for (const [at, { about, read }] of QUESTIONS.entries()) {
    const byte = await talk.ask(askNow(about), STATUS_MS)
    answers.push({ question: `DLE EOT ${at + 1}`, byte, words: byte === null ? ['no_answer'] : read(byte) })
  }
  return answers
}

function wordsOfOffline(byte: number): StatusWord[] {
  const words: StatusWord[] = [says.coverOpen(byte) ? 'cover_open' : 'cover_closed']
  if (says.feedPressed(byte)) words.push('feed_pressed')
  if (says.stoppedByPaperEnd(byte)) words.push('stopped_by_paper_end')
  if (says.error(byte)) words.push('error')
  return words
}

function wordsOfError(byte: number): StatusWord[] {
  const words: StatusWord[] = []
  if (says.cutter(byte)) words.push('cutter')
  if (says.unrecoverable(byte)) words.push('unrecoverable')
  if (says.endsByItself(byte)) words.push('ends_by_itself')
  return words.length > 0 ? words : ['no_error']
}

function wordsOfPaper(byte: number): StatusWord[] {
  if (says.paperEnd(byte)) return ['paper_end']
  return [says.paperNearEnd(byte) ? 'paper_near_end' : 'paper_there']
}
