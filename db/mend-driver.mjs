// Mends postgres 3.4.9 in node_modules, after every install. When a line is lost, the driver as shipped
// - writes to a socket that is gone: an exception outside every promise, which ends the program (porsager/postgres issues
//   1154, 1208), or leaves a connection whose next write is never sent;
// - forgets a query that was sent between the error and the close: it waits for ever, and stops the next line;
// - keeps what half an answer left behind: the first answer on the next line misses as many rows;
// - sends the rollback of the lost transaction on the new line, where it ends another one or is never answered.
// And where COPY … TO STDOUT fills its reader to the end, the line stays paused for ever: the next query is never answered.
// Mended, whatever stood on the lost line is refused with CONNECTION_CLOSED and nothing of it reaches the next.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MENDED_VERSION = '3.4.9'
const MENDS = {
  'connection.js': [
    [
      '    if (q.cancelled)\n      return\n\n    try {\n      q.state = backend',
      "    if (socket === null) {\n      queryError(q, Errors.connection('CONNECTION_CLOSED', options))\n      return true\n    }\n\n    if (q.cancelled)\n      return\n\n    try {\n      q.state = backend",
    ],
    ['    const x = socket.write(chunk, fn)\n', '    const x = socket !== null && socket.write(chunk, fn)\n'],
    [
      '    incomings = null\n    clearImmediate(nextWriteTimer)\n',
      '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
    ],
    ['    !hadError && (query || sent.length) && error(', '    ;(query || sent.length) && error('],
    [
      '    closedTime = performance.now()\n',
      '    query = results = errorResponse = null\n    result = new Result()\n    rows = 0\n    closedTime = performance.now()\n',
    ],
    ['    stream && stream.push(null)\n', '    stream && stream.push(null)\n    socket.resume()\n'],
  ],
  'index.js': [
    [
      '      , connection\n      , prepare = null\n',
      '      , connection\n      , lost = null\n      , prepare = null\n',
    ],
    [
      '        new Promise((_, reject) => connection.onclose = reject)\n',
      '        new Promise((_, reject) => connection.onclose = e => {\n          lost = e\n          while (queries.length)\n            queries.shift().reject(e)\n          reject(e)\n        })\n',
    ],
    [
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue',
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n        c.queue',
    ],
  ],
}

const folder = join(import.meta.dirname, '..', 'node_modules', 'postgres')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
if (version !== MENDED_VERSION)
  throw new Error(
    `postgres is ${version}, db/mend-driver.mjs knows ${MENDED_VERSION}: see whether it still needs mending`,
  )

for (const [file, mends] of Object.entries(MENDS)) mend(join(folder, 'src', file), mends)

function mend(path, mends) {
  const found = readFileSync(path, 'utf8')
  const mended = mends.reduce((text, [wrong, right]) => {
    if (text.includes(right)) return text
    if (!text.includes(wrong)) throw new Error(`${path} is not as shipped: it cannot be mended`)
    return text.replace(wrong, right)
  }, found)
  if (mended !== found) writeFileSync(path, mended)
}
