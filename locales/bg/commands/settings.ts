import { command, type InOtherWords } from '../command-text.ts'

export const settingsCommands = {
  'settings list': command({
    does: 'Показва лимитите и от кога важат',
    examples: [['gishe settings list', 'какво важи днес']],
  }),
  'settings set': command({
    does: 'Определя лимит от даден ден',
    more: 'cash-limit: от тази сума нагоре не се приема в брой (ЗОПБ чл. 3). till-limit: толкова пари най-много стоят в една каса. Записаното не се променя; нов лимит важи от следващ ден.',
    args: {
      setting: ['<настройка>', 'cash-limit или till-limit'],
      amount: ['<сума>', 'лимитът, или none: без лимит'],
    },
    options: {
      from: ['<ден>', 'от кога (по подразбиране от днес)'],
      source: ['<акт>', 'акт или заповед, с която е определен'],
    },
    examples: [
      ['gishe settings set till-limit 2000 --source "Заповед РД-15-17" --user admin', 'от днес'],
      [
        'gishe settings set cash-limit 5000 --from 01.01.2027 --source "ЗОПБ чл. 3, ал. 1" --user admin',
        'от Нова година',
      ],
    ],
  }),
}

export type SettingsCommands = InOtherWords<typeof settingsCommands>
