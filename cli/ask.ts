import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks the person at the terminal; the question goes to stderr, so that stdout stays the answer. */
export async function askLine(question: string, suggestion = ''): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  lines.once('SIGINT', leave)
  try {
    const typed = (
      await lines.question(suggestion ? `${question} [${suggestion}]: ` : `${question}: `)
    ).trim()
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
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

/** Ctrl-C: 128 + SIGINT, as shells expect. */
function leave(): never {
  process.stderr.write('\n')
  process.exit(130)
}
