import type { TasksRefusals } from '../../../rules/refusals/tasks.ts'

export const tasksRefusals: { [Code in keyof TasksRefusals]: (facts: TasksRefusals[Code]) => string } = {
  'task.unknown': ({ text }) => `Няма задача „${text}“, или не е за вас. Вижте „gishe tasks list“.`,
  'task.ended': () => 'Задачата вече е завършена.',
  'task.parent_ended': () => 'Задачата, към която е тази, е завършена. Възложете отделна задача.',
  'task.beyond_term': ({ due, most }) =>
    `Срок ${due} надхвърля крайния ${most} на задачата или заявлението, към които е. Изберете ден до ${most}.`,
  'task.not_yours': () => 'Задачата не е възложена на вас, на вашето звено или от вас.',
  'task.outlived': () => 'Има подзадача с по-късен срок. Първо скъсете нейния.',
  'task.has_open': () => 'Има незавършени подзадачи. Завършете или прекратете първо тях.',
  'task.late_reason_needed': ({ due }) => `Срокът изтече на ${due}. Посочете причината за забавата.`,
}
