import type { RecordsRefusals } from '../../../rules/refusals/records.ts'

export const recordsRefusals: { [Code in keyof RecordsRefusals]: (facts: RecordsRefusals[Code]) => string } =
  {
    'document.ambiguous': ({ text, near }) =>
      `Повече от един документ е „${text}“. Посочете УРИ на един от тях:${near.map(one => `\n  ${one}`).join('')}`,
    'document.annulled': ({ number, reason }) =>
      `Документ ${number} е анулиран (${reason}). Номерът му остава; регистрирайте нов.`,
    'document.nothing_corrected': () => 'Няма какво да се поправи: записаното вече е такова.',
    'document.reason_needed': () => 'Поправката няма причина. Напишете защо, с думи.',
    'document.has_open_request': ({ number }) =>
      `По ${number} тече заявление. Прекратете или приключете първо него.`,
    'document.not_outgoing': ({ number }) =>
      `${number} не е изходящ документ и не се изпраща. Регистрирайте изходящ в същата преписка.`,
    'dispatch.unknown': () => 'Документът не е изпращан. Впишете първо изпращането.',
    'dispatch.delivered': ({ day }) => `Връчването вече е вписано с дата ${day}.`,
    'dispatch.day_wrong': ({ day }) =>
      `${day} не може да е ден на връчване: преди изпращането е или още не е дошъл.`,
    'dispatch.proof_needed': () =>
      'Няма доказателство за връчването. Посочете известие, обратна разписка или изтегляне.',
    'dispatch.address_needed': () => 'Не е посочено на кой адрес или профил се изпраща.',
    'file.attached': ({ name, as }) => `Същият файл („${name}“) вече е приложен като „${as}“.`,
    'file.none_such': ({ text }) =>
      `Документът няма файл „${text}“. Вижте файловете му с „gishe documents show“.`,
  }
