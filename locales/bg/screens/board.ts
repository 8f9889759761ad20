import type { Papers } from '../../../rules/board.ts'

export const board = {
  title: 'Табло на касите',
  x: 'X отчет',
  receipts: 'Квитанции',
  reports: 'Справки',
  close: 'Приключи',
  menu: 'Меню',
  leave: 'Изход',
  asOf: (time: string): string => `Към ${time} ч.`,
  limit: (limit: string): string => `лимит на касова наличност ${limit}`,
  noLimit: 'лимит на касова наличност не е определен',
  columns: ['Каса', 'Касиер', 'От', 'Плащ.', 'В касата €', 'Печат', 'Посл.', '15 / 60', 'Средно'],
  closed: 'затворена',
  minutes: (minutes: number): string => (minutes < 60 ? `${minutes} мин` : `${Math.floor(minutes / 60)} ч`),
  desk: (number: number, name: string): string => `Каса ${number} · ${name}`,
  overLimit: (held: string, limit: string): string =>
    `Над лимита: в касата са ${held} при лимит ${limit}. Нужно е теглене (РКО).`,
  stuck: ({ late, failed, unsure }: Papers): string =>
    `Печат: чакат над минута ${late}, неуспешни ${failed}, под въпрос ${unsure}.`,
  empty: 'В общината още няма каси.',
  help: [
    'Всяка каса в момента; таблото се обновява само.',
    'Плащ. – плащания днес. Посл. – преди колко е последното.',
    '15 / 60 – плащания за последните 15 и 60 минути, Средно – време за един клиент.',
    'Знакът ! и цветът: пари над лимита, документи, които не излизат.',
    'Enter показва X отчета на касата. F8 я приключва вместо касиера, с причина.',
    'F7: справки. Като команда: gishe board --watch',
  ],
}

export type BoardTexts = typeof board
