import type { TasksRefusals } from '../../../rules/refusals/tasks.ts'

export const tasksRefusals: { [Code in keyof TasksRefusals]: (facts: TasksRefusals[Code]) => string } = {
  'task.unknown': ({ text }) =>
    `There is no task “${text}”, or it is not yours to see. See “gishe tasks list”.`,
}
