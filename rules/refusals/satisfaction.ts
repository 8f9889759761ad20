export type SatisfactionRefusals = {
  'satisfaction.question_unknown': { text: string }
  'satisfaction.no_device': { name: string }
}
