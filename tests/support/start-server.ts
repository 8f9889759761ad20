import { ensureServer } from '../../db/embedded/server.ts'

/** Started as a program of its own: starts the embedded server of the folder given and says how it went, as JSON. */
const [, , home = ''] = process.argv
const told: string[] = []
try {
  const { place, startedNow } = await ensureServer(home, what => told.push(what))
  process.stdout.write(JSON.stringify({ host: place.host, startedNow, told }))
} catch (error) {
  const { name, code } = error as { name: string; code?: string }
  process.stdout.write(JSON.stringify({ name, code }))
}
