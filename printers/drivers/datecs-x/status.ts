import type { StatusTable } from '../isl/status.ts'

/** The eight status bytes of group C, of which 3, 6 and 7 are not used; PROTOCOL.md has the table. */
export const DATECS_X_STATUS: StatusTable = {
  faults: [
    [2, 0, 'out_of_paper'],
    [0, 6, 'cover_open'],
    [0, 4, 'device_error'],
    [4, 4, 'memory_full'],
    [2, 2, 'memory_full'],
    [4, 6, 'device_error'],
    [4, 0, 'device_error'],
    [0, 2, 'clock'],
  ],
  warnings: [
    [2, 1, 'paper_near_end'],
    [4, 3, 'memory_near_full'],
    [2, 4, 'journal_near_full'],
  ],
  refusals: [
    [0, 1, 'unknown command'],
    [0, 0, 'syntax'],
    [1, 0, 'overflow'],
    [1, 1, 'not allowed now'],
  ],
  stops: [
    [2, 0, true],
    [0, 6, true],
    [0, 4, true],
  ],
  open: [
    [2, 3, 'sale'],
    [2, 5, 'service'],
  ],
}
