export type TasksRefusals = {
  'task.unknown': { text: string }
}
