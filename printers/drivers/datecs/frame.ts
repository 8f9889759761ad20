import type { FrameFormat } from '../isl/frame.ts'

/** Datecs group A ("P"): FP-800, FP-2000, FP-650, FP-700, SK-21F, SK-31F, FMP-10. */
export const DATECS: FrameFormat = {
  nibbles: false,
  statusBytes: 6,
  leastSeq: 0x20,
  mostSeq: 0x7f,
  mostData: 218,
}
