export type NumberingRefusals = {
  'template.empty': Record<never, never>
  'template.sign_wrong': { sign: string }
  'template.brace_open': Record<never, never>
  'template.segment_unknown': { segment: string }
  'template.segment_twice': { segment: string }
  'template.reply_only': { segment: string }
  'template.no_sequence': { numberOf: 'document' | 'reply' }
  'template.digits_touch': { segment: string }
  'template.too_long': { signs: number; most: number }
  'register.none': Record<never, never>
  'register.unknown': { text: string }
  'register.closed': Record<never, never>
}
