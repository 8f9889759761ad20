import type { Device } from '../../device.ts'
import { fiscalDevice } from '../fiscal-device.ts'
import type { FiscalSettings } from '../fiscal-settings.ts'
import type { FiscalTalk } from '../fiscal-talk.ts'
import { type Dialect, type Dialogue, dialogueOver } from './dialogue.ts'
import { paceOf } from './exchange.ts'
import { islText } from './letters.ts'

/** A make that speaks ISL: its dialect, its words, and how many columns of a line it keeps to itself. */
export type IslMake = {
  dialect: Dialect
  margin: number
  talkOver: (device: Dialogue, settings: FiscalSettings) => FiscalTalk
}

export const islDevice = ({ dialect, margin, talkOver }: IslMake, settings: FiscalSettings): Device =>
  fiscalDevice(
    {
      columns: settings.columns - margin,
      deviceNumber: settings.operator.deviceNumber,
      spell: islText,
      connect: async () =>
        talkOver(await dialogueOver(await settings.open(), dialect, paceOf(settings)), settings),
    },
    settings.pace,
  )
