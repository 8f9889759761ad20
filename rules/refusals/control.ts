export type ControlRefusals = {
  'review.week_ahead': { week: string }
  'review.note_needed': Record<never, never>
  'review.not_yours': { unit: string }
  'review.not_of_week': { week: string }
  'review.several': { number: string; tasks: string }
  'control.overdue': { tasks: number; requests: number }
}
