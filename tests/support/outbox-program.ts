import { statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOutbox, type ToPress } from '../../kiosk/outbox.ts'

/**
 * `outbox-program.ts FOLDER` presses until it is killed and says each number that is kept. With `full` as its second word the disk
 * is small: it presses until that is full, makes room, presses once more and says what it has.
 */
const [folder = '', full] = process.argv.slice(2)
const PRESS: ToPress = {
  askId: '0199aaaa-0000-7000-8000-000000000000',
  face: 4,
  origin: 'box',
  mark: null,
  box: { id: 1, seq: 1 },
}

const ballast = join(folder, 'ballast')
if (full) writeFileSync(ballast, Buffer.alloc(100_000))
const outbox = openOutbox(folder)
const press = (): number => {
  const seq = outbox.press(PRESS)
  outbox.close(seq)
  return seq
}

if (!full) for (;;) process.stdout.write(`${press()}\n`)

const thanked: number[] = []
const faults: unknown[] = []
while (faults.length < 3)
  try {
    thanked.push(press())
  } catch (error) {
    faults.push((error as { code?: unknown }).code)
  }
unlinkSync(ballast)
thanked.push(press())
const kept = outbox.waiting(100_000).map(({ seq }) => seq)
const mode = (statSync(join(folder, 'outbox.db')).mode & 0o777).toString(8)
console.log(JSON.stringify({ thanked, faults, kept, mode }))
