import { command, type InOtherWords } from '../command-text.ts'

export const cardsCommands = {
  'cards list': command({
    does: 'Показва услугите с технологична карта и коя версия е в сила',
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [['gishe cards list', 'всички карти']],
  }),
  'cards show': command({
    does: 'Показва технологичната карта на услуга: документи, етапи, срокове',
    args: {
      code: ['<код>', 'код на услугата'],
      version: ['[версия]', 'по-стара версия (по подразбиране тази в сила)'],
    },
    examples: [
      ['gishe cards show 2016', 'как се издава удостоверение за наследници'],
      ['gishe cards show 2016 1', 'както беше отначало'],
    ],
  }),
  'cards check': command({
    does: 'Проверява технологични карти във файлове, без база данни',
    more: 'Проверява се спрямо доставения каталог: всички грешки се казват наведнъж, с мястото им.',
    args: { files: ['<файл...>', 'YAML файлове'] },
    examples: [['gishe cards check 2016.yaml 2037.yaml', 'две карти']],
  }),
  'cards import': command({
    does: 'Приема технологични карти от файлове като нова версия',
    more: 'Карта със същото съдържание не прави нова версия. Започнатите заявления вървят по своята версия докрай.',
    args: { files: ['<файл...>', 'YAML файлове'] },
    options: { 'dry-run': ['', 'само казва какво би станало'] },
    examples: [['gishe cards import 2016.yaml --dry-run', 'има ли промяна спрямо картата в сила']],
  }),
  'cards draw': command({
    does: 'Чертае етапите на технологична карта като диаграма на Mermaid',
    args: { code: ['[код]', 'код на услугата'] },
    options: { file: ['<файл>', 'карта от файл, без база данни'] },
    examples: [
      ['gishe cards draw 2016 > 2016.mmd', 'картата в сила'],
      ['gishe cards draw --file 2016.yaml', 'карта, която още не е приета'],
    ],
  }),
}

export type CardsCommands = InOtherWords<typeof cardsCommands>
