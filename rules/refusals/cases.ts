export type CasesRefusals = {
  'case.closed': { number: string }
}
