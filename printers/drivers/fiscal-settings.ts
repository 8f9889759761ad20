import type { Line } from '../transports/transport.ts'
import type { FiscalPace } from './fiscal-device.ts'

/** Who works with a fiscal device, as the device knows them; `deviceNumber` is on its seal, where the office knows it. */
export type FiscalOperator = { operator: number; password: string; deviceNumber?: string | undefined }

/**
 * What a driver of a fiscal device needs: its line, who works with it, and the letters across its paper. `silence_ms`: how
 * long a device may say nothing before it is asked again.
 */
export type FiscalSettings = {
  open: () => Promise<Line>
  operator: FiscalOperator
  columns: number
  pace?: FiscalPace
  silence_ms?: number
}
