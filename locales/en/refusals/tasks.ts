import type { TasksRefusals } from '../../../rules/refusals/tasks.ts'

export const tasksRefusals: { [Code in keyof TasksRefusals]: (facts: TasksRefusals[Code]) => string } = {
  'task.unknown': ({ text }) =>
    `There is no task “${text}”, or it is not yours to see. See “gishe tasks list”.`,
  'task.ambiguous': ({ text, near }) =>
    `Several tasks end with “${text}”. Type more signs:${near.map(one => `\n  ${one}`).join('')}`,
  'task.id_reused': () => 'Another task was given under this id. Take a new one.',
  'task.ended': () => 'The task has ended already.',
  'task.parent_ended': () => 'The task above it has ended. Give a separate task.',
  'task.beyond_term': ({ due, most }) =>
    `${due} is beyond ${most}, the last day of what it belongs to. Choose a day until ${most}.`,
  'task.term_past': ({ due }) => `${due} is over. Choose today or a day after it.`,
  'task.what_needed': () =>
    'Write clearly which result is wanted: without it nobody can be held to the task.',
  'task.nobody': () => 'Choose whom it is given to: a person or a department.',
  'task.twice_to': ({ name }) => `${name} is named twice. Take one away.`,
  'task.nowhere': ({ name }) =>
    `${name} works in no department. Let an administrator place them, or give it to somebody else.`,
  'task.not_subordinate': ({ name }) =>
    `${name} is not of your departments. Give it to a subordinate, or ask a head to reassign it.`,
  'task.not_yours': () => 'The task was not given to you, to your department or by you.',
  'task.taken': ({ name }) => `${name} has taken the task already.`,
  'task.not_of_department': () => 'Only tasks of your department that nobody has are taken.',
  'task.held_already': ({ name }) => `${name} has the task already. Choose somebody else.`,
  'task.return_needs_reason': () => 'Write why you give the task back.',
  'task.no_giver': () =>
    'There is nobody to give it back to: it is yours or of the whole department. Ask a head to reassign it.',
  'task.term_needs_reason': () => 'Write why the term changes.',
  'task.outlived': () => 'A sub-task has a later last day. Shorten that one first.',
  'task.has_open': () => 'There are sub-tasks under way. End or cancel them first.',
  'task.result_needed': () => 'Write with which result the task ends.',
  'task.cancelled_by_giver': () =>
    'Only whoever gave the task, or a head above it, cancels it. Give it back with a reason.',
  'task.late_reason_needed': ({ due }) => `The term ended on ${due}. Say why it is late.`,
  'late_reason.note_needed': () => 'With another reason for the delay, write which it is.',
  'opinion.other_case': ({ number }) =>
    `Document ${number} is not in the case of the task. Choose one that is.`,
  'opinion.note_needed': () => 'Write why: only agreement may do without.',
  'staff.not_working': ({ name }) =>
    `${name} does not work on cases: another post, or disabled. Choose somebody else.`,
  'staff.ambiguous': ({ text, near }) =>
    `There are several people “${text}”. Name the login:${near.map(one => `\n  ${one}`).join('')}`,
}
