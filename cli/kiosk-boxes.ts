import type { BoxPath } from '../kiosk/buttons/box-line.ts'
import type { Door } from './door.ts'
import { WrongUsage } from './wrong-usage.ts'

/** The lines of button boxes as `--box` names them. */
export async function boxesTyped(typed: readonly string[], door: Door): Promise<BoxPath[]> {
  const { parseBoxPath } = await import('../kiosk/buttons/box-line.ts')
  return typed.map(text => {
    const path = parseBoxPath(text)
    if (!path)
      throw new WrongUsage(door.lang, usage => usage.notThus('--box', '/dev/ttyACM0?baud=9600', text))
    return path
  })
}
