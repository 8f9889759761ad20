import type { StatusTable } from '../isl/status.ts'

/** The six status bytes of group A; PROTOCOL.md has the table. Byte 3 are the switches. */
export const DATECS_STATUS: StatusTable = {
  faults: [
    [2, 0, 'out_of_paper'],
    [0, 6, 'cover_open'],
    [4, 6, 'overheated'],
    [0, 4, 'device_error'],
    [1, 2, 'device_error'],
    [4, 4, 'memory_full'],
    [2, 2, 'memory_full'],
    [4, 0, 'device_error'],
    [5, 0, 'device_error'],
    [5, 2, 'device_error'],
    [5, 5, 'device_error'],
    [1, 6, 'device_error'],
    [0, 2, 'clock'],
    [1, 3, 'clock'],
  ],
  warnings: [
    [2, 1, 'paper_near_end'],
    [4, 3, 'memory_near_full'],
    [2, 4, 'journal_near_full'],
    [2, 6, 'journal_near_full'],
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
    [4, 6, true],
    [0, 4, true],
  ],
  open: [
    [1, 4, 'storno'],
    [2, 3, 'sale'],
    [1, 5, 'service'],
    [2, 5, 'service'],
  ],
}
