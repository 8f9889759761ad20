export type SatisfactionRefusals = {
  'satisfaction.question_unknown': { text: string }
  'satisfaction.no_device': { name: string }
  'satisfaction.method_unknown': { method: number }
  'satisfaction.year_wrong': { year: number; first: number; last: number }
  'satisfaction.method_not_told': { missing: 'conduct' | 'findings' | 'why' }
}
