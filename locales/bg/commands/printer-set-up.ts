import { command, type InOtherWords } from '../command-text.ts'

export const printerSetUpCommands = {
  'printers test': command({
    does: 'Печата пробна страница',
    args: { printer: ['[принтер]', 'име на принтера; без него този на касата'] },
    options: { print: ['', 'чака страницата да излезе'] },
    examples: [['gishe printers test --print', 'работи ли принтерът']],
  }),
  'printers set-up': command({
    does: 'Води за ръка до верните настройки на принтер: намира портовете, пробва скоростите и кодовите страници, ширината, ножа и чекмеджето',
    more: 'Всеки въпрос се отговаря с това, което е на хартията; числото избира, Enter взема предложеното, „=“ печата листа пак, „<“ връща назад, Ctrl-C се отказва. Записва се само след последния отговор.',
    examples: [['gishe printers set-up', 'нов принтер до касата']],
  }),
}

export type PrinterSetUpCommands = InOtherWords<typeof printerSetUpCommands>
