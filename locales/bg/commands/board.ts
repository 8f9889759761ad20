import { command, type InOtherWords } from '../command-text.ts'

export const boardCommands = {
  board: command({
    does: 'Показва таблото: всяка каса в момента',
    more: 'Касиер, откога, плащания днес, пари в касата срещу лимита, неизлезли документи, последно плащане, темп за 15 и 60 минути и средно време за клиент.',
    options: { watch: ['', 'обновява се, докато не се спре (Ctrl-C)'] },
    examples: [
      ['gishe board --user head', 'касите сега'],
      ['gishe board --user head --watch', 'на отделен екран'],
    ],
  }),
}

export type BoardCommands = InOtherWords<typeof boardCommands>
