import type { KiosksRefusals } from '../../../rules/refusals/kiosks.ts'

export const kiosksRefusals: { [Code in keyof KiosksRefusals]: (facts: KiosksRefusals[Code]) => string } = {
  'kiosk.code_wrong': () =>
    'Кодът за включване не е познат, използван е или е изтекъл. Направете нов с „gishe kiosks code“.',
  'kiosk.key_unknown': () => 'Хъбът не познава ключа на устройството. Включете го наново с еднократен код.',
  'kiosk.revoked': () =>
    'Ключът на устройството е отменен. Включете го наново с еднократен код; събраното в него се изпраща тогава.',
  'kiosk.replayed': () => 'Тази заявка вече е чута. Устройството я подписва наново с по-късен час.',
  'kiosk.doubled': ({ seq }) =>
    `Глас номер ${seq} вече е приет с друго съдържание: две устройства пращат като едно. Включете второто наново с празна памет.`,
  'kiosk.ask_unknown': () => 'Гласът е за въпрос, който това устройство не е задавало.',
  'kiosk.unknown': ({ number }) => `Няма устройство ${number}. Вижте ги с „gishe kiosks list“.`,
  'kiosk.number_taken': ({ number }) =>
    `Вече има устройство ${number}. Изберете друг номер или оставете програмата да го даде.`,
  'kiosk.hall_has_presses': ({ number }) =>
    `Гласовете на устройство ${number} са дадени в досегашната приемна и остават нейни. Отменете ключа, закрийте мястото и добавете ново в другата.`,
  'kiosk.hall_unknown': ({ text }) =>
    `Няма звено „${text}“ с приемна. Вижте кодовете с „gishe departments tree“.`,
  'kiosk.not_enrolled': ({ number }) =>
    `На място ${number} няма включено устройство: няма ключ, който да се отмени.`,
  'kiosk.still_enrolled': ({ number, waiting }) =>
    `На място ${number} още има включено устройство${waiting > 0 ? ` и ${waiting} гласа чакат в него` : ''}. Изпратете чакащото и отменете ключа с „gishe kiosks revoke ${number}“.`,
  'kiosk.closed': ({ number }) => `Място ${number} е закрито. Добавете ново с „gishe kiosks add“.`,
  'kiosk.question_not_yaml': ({ file, line, column }) =>
    `${file}: не е въпрос в YAML или JSON (ред ${line}, знак ${column}). Образец: data/questions/satisfaction.yaml.`,
  'kiosk.pin_weak': () => 'ПИН кодът е от 4 до 8 цифри, които не са все една и съща и не вървят подред.',
  'kiosk.runs_already': () =>
    'Устройството вече работи на този компютър. Спрете го с „systemctl stop gishe-kiosk“ или вижте „gishe kiosk status“.',
  'kiosk.no_question': () =>
    'На мястото на това устройство още няма въпрос. Задайте го с „gishe kiosks ask“ и повторете със същия код.',
  'kiosk.asks_nothing': ({ number }) =>
    `Устройство ${number} още няма въпрос. Задайте го с „gishe kiosks ask“.`,
  'kiosk.no_hub': ({ login }) =>
    `„${login}“ не е хъб. Влезте с потребител на длъжност „хъб на устройствата“ (gishe staff add … --post hub).`,
}
