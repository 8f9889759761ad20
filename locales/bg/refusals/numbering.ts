import type { NumberingRefusals } from '../../../rules/refusals/numbering.ts'

export const numberingRefusals: {
  [Code in keyof NumberingRefusals]: (facts: NumberingRefusals[Code]) => string
} = {
  'template.empty': () => 'Шаблонът на номера е празен. Напишете го, например {index}-{seq}.',
  'template.sign_wrong': ({ sign }) =>
    `Шаблонът не може да съдържа „${sign}“. Ползвайте букви, цифри и - / . # около {частите}.`,
  'template.brace_open': () =>
    'Скоба в шаблона няма пара. Всяка част се пише между { и }, например {index}-{seq}.',
  'template.segment_unknown': ({ segment }) =>
    `Шаблонът няма част ${segment}. Има {seq}, {seq:5}, {index}, {letters}, {theme}, {department}, {year}, {yy}, {day}, а за отговорите и {case}, {sub}.`,
  'template.segment_twice': ({ segment }) => `${segment} е в шаблона два пъти. Оставете я веднъж.`,
  'template.reply_only': ({ segment }) =>
    `${segment} е само за номерата на отговори в преписка. Махнете я от шаблона на документите.`,
  'template.no_sequence': ({ numberOf }) =>
    numberOf === 'document'
      ? 'В шаблона липсва поредният номер. Добавете {seq} или {seq:5}.'
      : 'В шаблона на отговорите липсва пореден номер. Добавете {case}#{sub} или {seq}.',
  'template.digits_touch': ({ segment }) =>
    `До ${segment} има цифри и няма да личи къде започва номерът. Отделете я с тире, точка или наклонена черта.`,
  'template.too_long': ({ signs, most }) =>
    `Номерата по този шаблон стават до ${signs} знака, а се побират ${most}. Махнете част от него.`,
  'register.closed': () => 'Регистърът е закрит. Изберете действащ регистър.',
  'register.none': () =>
    'Общината още няма регистър за това. Нека администраторът пусне „gishe init“ отново: добавя каквото липсва.',
  'register.unknown': ({ text }) => `Няма регистър „${text}“. Вижте „gishe registers list“.`,
}
