import type { RefusalCode } from '../../../rules/refusal.ts'

export type HintTexts = Partial<Record<RefusalCode, string>>

/** A command that gets one past the refusal. */
export const hints: HintTexts = {
  'till.not_open': 'gishe till open --float 50',
  'till.unknown': 'gishe till list',
  'town.missing': 'gishe init --demo',
  'party.near': 'gishe parties add … --another',
  'party.unknown': 'gishe parties add --name …',
  'bill.unknown': 'gishe bills list',
  'service.unknown': 'gishe services list',
  'desk.unknown': 'gishe desks list',
  'desk.needed': 'gishe desks set 1 --name … --printer …',
  'printer.unknown': 'gishe printers list',
  'job.unknown': 'gishe print jobs',
  'staff.unknown': 'gishe staff list',
  'till.open_elsewhere': 'gishe till close --counted …',
}
