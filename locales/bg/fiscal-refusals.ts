import type { RefusalCode, RefusalFacts } from '../../rules/refusal.ts'
import { faults } from './faults.ts'

type FiscalCode = Extract<RefusalCode, `fiscal.${string}`>
export type FiscalRefusalTexts = { [Code in FiscalCode]: (facts: RefusalFacts[Code]) => string }

/** A fault's sentence; its code where a newer program told one that we do not know. */
const faultOf = (code: string): string => {
  const told: Record<string, (detail: string) => string> = faults.printer
  return told[code]?.('') ?? code
}

/** Refusals that concern fiscal receipts and their devices. */
export const fiscalRefusals: FiscalRefusalTexts = {
  'fiscal.revenue_in_the_past': () =>
    'Фискалният бон се определя от днес или от по-късен ден: плащанията дотогава са вече издадени.',
  'fiscal.revenue_set_already': ({ code, day }) =>
    `За услуга ${code} вече е казано друго от ${day} и то не се променя. Изберете по-късен ден.`,
  'fiscal.revenue_needs_ground': () =>
    'Напишете на какво основание е решено: заповед или указание на главния счетоводител (поне 3 знака).',
  'fiscal.no_device': ({ code }) =>
    `Услуга ${code} иска фискален бон, а на тази каса няма фискално устройство. Приемете я на друга каса; администраторът дава устройство с „gishe fiscal give“.`,
  'fiscal.not_ready': ({ fault }) => `Фискалното устройство не е готово: „${faultOf(fault)}“`,
  'fiscal.none_here': () =>
    'На тази каса няма фискално устройство. Посочете кое имате предвид или го дайте на касата с „gishe fiscal give“.',
  'fiscal.not_a_device': ({ name }) =>
    `„${name}“ не е настроен като фискално устройство. Администраторът го настройва с „gishe fiscal set-up“.`,
  'fiscal.number_wrong': ({ text }) =>
    `„${text}“ не е индивидуален номер на фискално устройство. Той е на стикера: две латински букви и шест цифри (DT000600).`,
  'fiscal.number_taken': ({ number, printer }) =>
    `Номер ${number} вече е на „${printer}“. Проверете стикера на устройството.`,
  'fiscal.number_has_sales': ({ printer, number }) =>
    `„${printer}“ вече има продажби с номер ${number} и той не се променя. Друго устройство се добавя като нов принтер.`,
  'fiscal.password_wrong': () =>
    'Паролата на оператора е от 1 до 8 цифри. Тя е тази, която знае устройството.',
  'fiscal.not_issued': ({ unp }) =>
    `Фискалният бон за ${unp} още не е излязъл, затова няма какво да се сторнира. Оправете устройството и изчакайте бона (F10, „Фискално устройство“).`,
  'fiscal.document_unknown': ({ unp, job }) =>
    `Не е известен номерът на фискалния бон за ${unp}. Вижте го на бона: „gishe fiscal tell ${job} --document НОМЕР“.`,
  'fiscal.document_wrong': ({ text }) => `„${text}“ не е номер от фискален бон. Пишат се само цифри, до 10.`,
  'fiscal.document_known': ({ document }) =>
    `Номерът на този фискален бон вече е известен: ${document}. Той не се променя.`,
  'fiscal.memory_needed': () =>
    'За това устройство още не е известен номерът на фискалната памет. Посочете го с --memory; той е на бона (ФП).',
  'fiscal.no_copies': ({ title }) =>
    `„${title}“ е на фискалното устройство и само то издава дубликат. Текстът му се чете с „gishe print preview“.`,
  'fiscal.other_device': ({ device }) =>
    `Фискалният бон е издаден от „${device}“ и само то го сторнира. Сторнирайте на касата, на която е то.`,
  'fiscal.storno_too_late': ({ until }) =>
    `Грешка на оператора се сторнираше до ${until}. Изберете друга причина (F2) или питайте счетоводството.`,
}
