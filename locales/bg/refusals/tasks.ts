import type { TasksRefusals } from '../../../rules/refusals/tasks.ts'

export const tasksRefusals: { [Code in keyof TasksRefusals]: (facts: TasksRefusals[Code]) => string } = {
  'task.unknown': ({ text }) => `Няма задача „${text}“, или не е за вас. Вижте „gishe tasks list“.`,
}
