import type { Delivery } from '../../../rules/cards/card.ts'
import type { RequestsRefusals } from '../../../rules/refusals/requests.ts'
import { requests } from '../requests.ts'

const way = (delivery: Delivery): string => requests.deliveries[delivery] ?? delivery

export const requestsRefusals: {
  [Code in keyof RequestsRefusals]: (facts: RequestsRefusals[Code]) => string
} = {
  'request.unknown': ({ text }) =>
    `Няма заявление „${text}“, или не е за вас. Потърсете го с „gishe requests list“.`,
  'request.id_reused': () => 'Под този идентификатор вече е регистрирано друго заявление. Вземете нов.',
  'request.no_kind': () =>
    'Няма вид документ, с който започва услуга. Администраторът го добавя в номенклатурата на документите.',
  'request.ended_by': ({ number, standing, by, at }) =>
    `Заявление ${number} вече е завършено (${named(standing)}): ${by}, ${at}.`,
  'request.ended': ({ number }) => `Заявление ${number} вече е завършено.`,
  'request.not_ended': ({ number }) => `По заявление ${number} още се работи: няма какво да се връчи.`,
  'request.has_open_phase': ({ number }) =>
    `По заявление ${number} има незавършен етап. Завършете го или го прекратете.`,
  'request.late_reason_needed': ({ number, due }) =>
    `Срокът на ${number} изтече на ${due}. Посочете причината за забавата.`,
  'request.item_unknown': ({ code, known }) =>
    `Картата на услугата няма документ „${code}“. Може да е: ${known.join(', ')}.`,
  'request.asked_ex_officio': ({ name }) => `„${name}“ се събира служебно и не се иска от заявителя.`,
  'request.delivery_not_offered': ({ delivery, offered }) =>
    `Резултатът от тази услуга не се получава ${way(delivery)}. Изберете: ${offered.map(way).join(', ')}.`,
  'request.address_needed': ({ delivery }) =>
    `За да изпратим резултата ${way(delivery)}, трябва адрес. Въведете го или го запишете при лицето.`,
  'request.ground_needed': () =>
    'Посочете на какво основание се представлява заявителят: номер и дата на пълномощно, закон.',
  'request.stands_still': ({ number, standing }) =>
    `Срокът на заявление ${number} е спрял (${named(standing)}). Първо го възобновете.`,
  'request.not_irregular': ({ number }) => `За заявление ${number} няма съобщена нередовност.`,
  'request.not_suspended': ({ number }) => `Производството по заявление ${number} не е спряно.`,
  'request.notified_already': ({ number, on }) =>
    `Уведомлението по ${number} вече е отбелязано като връчено на ${on}; трите дни текат от тогава.`,
  'request.not_notified': ({ number }) =>
    `Няма отбелязано връчване на съобщението за нередовност по ${number}. Отбележете го, срокът тече оттогава.`,
  'request.may_be_mended': ({ number, until }) =>
    `Нередовностите по ${number} може да се отстранят до ${until}. Прекратяване е възможно след това.`,
  'request.reason_needed': () => 'Посочете причината с думи.',
  'request.document_needed': ({ number }) =>
    `Заявление ${number} приключва с документ. Посочете кой е или го създайте.`,
  'request.document_of_other_case': ({ number }) => `Документ ${number} не е от преписката на заявлението.`,
  'request.day_wrong': ({ day, from }) => `${day} не може: денят е между ${from} и днес.`,
  'request.unpaid': ({ number }) =>
    `Таксата по заявление ${number} не е платена. Платете я на касата или посочете защо не се дължи.`,
  'hand_out.taker_needed': () => 'Посочете кой получава документа.',
  'hand_out.identity_needed': () => 'Посочете как е установена самоличността: лична карта, пълномощно.',
  'hand_out.reference_needed': () => 'Посочете номера на препоръчаното писмо.',
  'hand_out.done': ({ number, takenBy, at }) => `Резултатът по ${number} е връчен на ${at}: ${takenBy}.`,
}

const named = (standing: string): string =>
  (requests.standings as Record<string, string | undefined>)[standing] ?? standing
