export type CasesRefusals = {
  'case.unknown': { text: string }
  'case.closed': { number: string }
  'case.has_open_work': { number: string }
}
