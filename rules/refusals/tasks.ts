export type TasksRefusals = {
  'task.unknown': { text: string }
  'task.ambiguous': { text: string; near: string[] }
  'task.id_reused': Record<never, never>
  'task.ended': Record<never, never>
  'task.parent_ended': Record<never, never>
  'task.beyond_term': { due: string; most: string }
  'task.term_past': { due: string }
  'task.what_needed': Record<never, never>
  'task.nobody': Record<never, never>
  'task.twice_to': { name: string }
  'task.nowhere': { name: string }
  'task.not_subordinate': { name: string }
  'task.not_yours': Record<never, never>
  'task.taken': { name: string }
  'task.not_of_department': Record<never, never>
  'task.held_already': { name: string }
  'task.return_needs_reason': Record<never, never>
  'task.no_giver': Record<never, never>
  'task.term_needs_reason': Record<never, never>
  'task.outlived': Record<never, never>
  'task.has_open': Record<never, never>
  'task.result_needed': Record<never, never>
  'task.cancelled_by_giver': Record<never, never>
  'task.late_reason_needed': { due: string }
  'late_reason.note_needed': Record<never, never>
  'opinion.note_needed': Record<never, never>
  'opinion.other_case': { number: string }
  'staff.not_working': { name: string }
  'staff.ambiguous': { text: string; near: string[] }
}
