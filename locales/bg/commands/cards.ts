import { command, type InOtherWords } from '../command-text.ts'

export const cardsCommands = {
  'cards check': command({
    does: 'Проверява технологични карти във файлове, без база данни',
    more: 'Проверява се спрямо доставения каталог: всички грешки се казват наведнъж, с мястото им.',
    args: { files: ['<файл...>', 'YAML файлове'] },
    examples: [['gishe cards check 2016.yaml 2037.yaml', 'две карти']],
  }),
  'cards draw': command({
    does: 'Чертае етапите на технологична карта като диаграма на Mermaid',
    options: { file: ['<файл>', 'карта от файл, без база данни'] },
    examples: [['gishe cards draw --file 2016.yaml > 2016.mmd', 'диаграма в отделен файл']],
  }),
}

export type CardsCommands = InOtherWords<typeof cardsCommands>
