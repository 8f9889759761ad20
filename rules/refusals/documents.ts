export type DocumentsRefusals = {
  'document.case_unknown': Record<never, never>
  'document.unknown': { text: string }
  'document.sender_needed': Record<never, never>
  'document.recipient_needed': Record<never, never>
  'document.subject_needed': Record<never, never>
  'document.subject_too_long': { letters: number }
  'document.channel_needed': Record<never, never>
  'document.in_the_future': { day: string }
  'document.too_old': { day: string; first: string }
  'document.foreign_day_later': { day: string; received: string }
  'document.count_wrong': { mostSheets: number }
  'document.id_reused': Record<never, never>
  'document.kind_unknown': { text: string }
}
