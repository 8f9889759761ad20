export type CasesRefusals = {
  'case.closed': { number: string }
  'case.has_open_work': { number: string }
}
