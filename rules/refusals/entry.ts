/** What is typed at the desk of the registry and cannot be read. */
export type EntryRefusals = {
  'entry.moment_wrong': { text: string }
  'entry.count_wrong': { text: string }
  'entry.not_chosen': { text: string }
  'entry.file_not_taken': { text: string }
  'entry.nothing_before': Record<never, never>
  'entry.unfinished': Record<never, never>
  'entry.no_slip': Record<never, never>
  'entry.nothing_registered': Record<never, never>
  'entry.service_needed': Record<never, never>
}
