import type { PrintersAnswers } from '../../bg/answers/printers.ts'

export const printersAnswers: PrintersAnswers = {
  printerSet: (name, added) =>
    `The printer "${name}" is ${added ? 'added' : 'changed'}. Check it with "gishe printers test --print".`,
}
