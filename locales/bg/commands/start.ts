import { command, type InOtherWords } from '../command-text.ts'

export const startCommands = {
  start: command({
    does: 'Отваря програмата; ако още няма община, прави демо',
    more: 'Без терминал показва основната работа веднъж: отваря каса, приема плащане, показва квитанцията и отчета за деня.',
    examples: [['gishe start', 'опитайте програмата']],
  }),
}

export type StartCommands = InOtherWords<typeof startCommands>
