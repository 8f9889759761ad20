import { isConnectionFault } from '../../db/open.ts'

/** Asks again after a lost line, as a door does; each line of a pool may be a dead one. */
export async function untilNoLineIsLost<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await work()
    } catch (error) {
      if (!isConnectionFault(error) || turn === 5) throw error
    }
  }
}
