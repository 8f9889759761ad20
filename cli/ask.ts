import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/**
 * Asks the person at the terminal; the question goes to stderr, so that stdout stays the answer. What was typed before,
 * newest first, comes back with the arrow up.
 */
export async function askLine(
  question: string,
  suggestion = '',
  before: readonly string[] = [],
): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, history: [...before] })
  lines.once('SIGINT', leave)
  try {
    const asked = lines.question(suggestion ? `${question} [${suggestion}]: ` : `${question}: `)
    const typed = (await asked.catch(leaveAtEnd)).trim()
    return typed || suggestion
  } finally {
    lines.close()
  }
}

/** Asks without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(`${question}: `)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  lines.once('SIGINT', leave)
  try {
    return await lines.question('').catch(leaveAtEnd)
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/** Ctrl-D instead of an answer is leaving too. */
function leaveAtEnd(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError') leave()
  throw error
}

/** Ctrl-C: 128 + SIGINT, as shells expect. */
function leave(): never {
  process.stderr.write('\n')
  process.exit(130)
}
