import type { FrameFormat } from '../isl/frame.ts'

/** Datecs group C ("X"): FP-700X, FP-700XE, DP-25X, DP-150X, DP-05C, WP-50X, WP-500X, FMP-55X, FMP-350X. */
export const DATECS_X: FrameFormat = {
  nibbles: true,
  statusBytes: 8,
  leastSeq: 0x20,
  mostSeq: 0xff,
  mostData: 480,
}
