export type TasksRefusals = {
  'task.unknown': { text: string }
  'task.ended': Record<never, never>
  'task.parent_ended': Record<never, never>
  'task.beyond_term': { due: string; most: string }
  'task.not_yours': Record<never, never>
  'task.outlived': Record<never, never>
  'task.has_open': Record<never, never>
  'task.late_reason_needed': { due: string }
}
