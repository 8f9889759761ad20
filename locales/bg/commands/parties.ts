import { command, type InOtherWords } from '../command-text.ts'

export const partiesCommands = {
  'parties find': command({
    does: 'Търси хора и организации по ЕГН, ЛНЧ, ЕИК или по части от името',
    more: 'Всяка дума е началото на дума от името, в какъвто и да е ред. Показват се най-много 50.',
    args: { text: ['<текст...>', 'номер или части от името'] },
    options: { csv: ['', 'CSV (RFC 4180, UTF-8)'] },
    examples: [
      ['gishe parties find ив петр', 'Иван Петров, Петра Иванова'],
      ['gishe parties find 000133901', 'по ЕИК'],
    ],
  }),
  'parties show': command({
    does: 'Показва всичко записано за човек или организация',
    args: { who: ['<кой...>', 'номер, име, което е само едно, или номер в регистъра'] },
    examples: [['gishe parties show "Асен Кехайов"', 'по име']],
  }),
  'parties add': command({
    does: 'Записва човек или организация в регистъра',
    options: {
      name: ['<име>', 'името'],
      identifier: ['<номер>', 'ЕГН, ЛНЧ или ЕИК'],
      kind: ['<вид>', 'person или organisation (по подразбиране според номера)'],
      settlement: ['<място>', 'населено място: име или код по ЕКАТТЕ'],
      address: ['<адрес>', 'улица, номер, апартамент'],
      phone: ['<телефон>', 'телефон'],
      email: ['<имейл>', 'имейл'],
      id: ['<UUID>', 'номер на заявката от скрипта: повторното изпращане е безопасно'],
    },
    examples: [
      ['gishe parties add --name "Ана Петкова" --settlement Смолян --address "ул. Първа 1"', 'без номер'],
      ['gishe parties add --name "Пример ООД" --identifier 990001104', 'с ЕИК'],
    ],
  }),
  'parties change': command({
    does: 'Променя записаното за човек или организация',
    more: 'Каквото не е посочено, остава; празен текст го маха.',
    args: { who: ['<кой...>', 'номер, име, което е само едно, или номер в регистъра'] },
    options: {
      name: ['<име>', 'името'],
      identifier: ['<номер>', 'ЕГН, ЛНЧ или ЕИК'],
      kind: ['<вид>', 'person или organisation'],
      settlement: ['<място>', 'населено място: име или код по ЕКАТТЕ'],
      address: ['<адрес>', 'улица, номер, апартамент'],
      phone: ['<телефон>', 'телефон'],
      email: ['<имейл>', 'имейл'],
    },
    examples: [
      ['gishe parties change "Асен Кехайов" --phone "0888 000 199" --email ""', 'нов телефон, без имейл'],
    ],
  }),
}

export type PartiesCommands = InOtherWords<typeof partiesCommands>
