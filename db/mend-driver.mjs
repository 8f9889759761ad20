// Mends postgres 3.4.9 in node_modules, after every install. A line that is lost between two writes leaves the driver
// writing to no socket: an exception outside every promise that ends the program (porsager/postgres issues 1154, 1208),
// or a connection whose next write is never sent. Here such a query is refused with CONNECTION_CLOSED, as any other. And what
// half an answer left behind is forgotten: the first answer on the next line would miss as many rows.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MENDED_VERSION = '3.4.9'
const MENDS = [
  [
    '    if (q.cancelled)\n      return\n\n    try {\n      q.state = backend',
    "    if (socket === null) {\n      queryError(q, Errors.connection('CONNECTION_CLOSED', options))\n      return true\n    }\n\n    if (q.cancelled)\n      return\n\n    try {\n      q.state = backend",
  ],
  ['    const x = socket.write(chunk, fn)\n', '    const x = socket !== null && socket.write(chunk, fn)\n'],
  [
    '    incomings = null\n    clearImmediate(nextWriteTimer)\n',
    '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
  ],
  [
    '    closedTime = performance.now()\n',
    '    query = results = errorResponse = null\n    result = new Result()\n    rows = 0\n    closedTime = performance.now()\n',
  ],
]

const folder = join(import.meta.dirname, '..', 'node_modules', 'postgres')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
if (version !== MENDED_VERSION)
  throw new Error(
    `postgres is ${version}, db/mend-driver.mjs knows ${MENDED_VERSION}: see whether it still needs mending`,
  )

const path = join(folder, 'src', 'connection.js')
const shipped = readFileSync(path, 'utf8')
const mended = MENDS.reduce((text, [wrong, right]) => {
  if (text.includes(right)) return text
  if (!text.includes(wrong)) throw new Error(`${path} is not as shipped: it cannot be mended`)
  return text.replace(wrong, right)
}, shipped)
if (mended !== shipped) writeFileSync(path, mended)
