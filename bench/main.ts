import { benchBoard } from './board.ts'
import { benchDocuments } from './documents.ts'
import { benchKeys } from './keys.ts'
import { benchKiosk } from './kiosk.ts'
import { benchMemory } from './memory.ts'
import { benchPayments } from './payments.ts'
import { benchPrint } from './print.ts'
import { benchReports } from './reports.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start.ts'

/** Every figure is a line `NAME VALUE UNIT` on stdout; each is measured beside a floor in the same run. */
const BENCHES: Record<string, () => Promise<void>> = {
  payments: benchPayments,
  documents: benchDocuments,
  print: benchPrint,
  keys: benchKeys,
  memory: benchMemory,
  search: benchSearch,
  start: benchStart,
  reports: benchReports,
  board: benchBoard,
  kiosk: benchKiosk,
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) await BENCHES[name]?.()
