import type { Battery } from '../../../rules/kiosk-watch.ts'
import type { Pace, Watch } from '../../../rules/kiosks.ts'

type Counts = {
  places: number
  enrolled: number
  withAlarms: number
  countedToday: number
  leftOutToday: number
  waiting: number
}

export const kiosksAnswers = {
  kiosks: {
    title: (at: string) => `Устройствата към ${at}`,
    none: 'Още няма устройства. Първото се добавя с „gishe kiosks add --hall cao --place "Партер"“.',
    columns: {
      number: '№',
      hall: 'Приемна',
      place: 'Място',
      last: 'Вест',
      today: 'Днес',
      leftOut: 'Настрана',
      outbox: 'Чакат',
      boxes: 'Кутии',
      clock: 'Часовник',
      program: 'Версия',
      alarms: 'Внимание',
    },
    closed: 'закрито',
    heading: (number: number, hall: string) => `Устройство ${number}, ${hall}`,
    facts: {
      place: 'Място',
      question: 'Въпрос',
      last: 'Последна вест',
      today: 'Днес',
      outbox: 'Чакат в него',
      clock: 'Часовник',
      program: 'Версия',
      configuration: 'Настройки',
      box: (id: number) => `Кутия ${id}`,
    },
    noQuestion: 'няма: задайте го с „gishe kiosks ask“',
    untold: 'още не е казало',
    presses: (counted: number, leftOut: number) => `${counted} гласа, ${leftOut} оставени настрана`,
    configuration: (isUpToDate: boolean | null): string =>
      isUpToDate === null ? 'още не е казало' : isUpToDate ? 'последните' : 'предишните: новите чакат връзка',
    box: (battery: Battery | null, ago: string, lost: number, garbled: number) =>
      [
        battery === null
          ? 'без данни за батерията'
          : `батерии ${battery.percent} %${battery.level === 'empty' ? ' (сменете ги)' : ''}`,
        `вест преди ${ago}`,
        ...(lost > 0 ? [`изгубени натискания ${lost}`] : []),
        ...(garbled > 0 ? [`развалени редове ${garbled}`] : []),
      ].join(', '),
    hours: 'Днес по часове (лица от 1, най-недоволното):',
    hour: (hour: number, faces: string, leftOut: number) =>
      `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}  ${faces}${leftOut > 0 ? `   настрана ${leftOut}` : ''}`,
    alarms: 'Какво се е случвало:',
    noAlarms: (all: boolean): string => (all ? 'Нищо не се е случвало.' : 'Всичко е наред.'),
    ended: (at: string) => `до ${at}`,
    summary: (at: string, counts: Counts) =>
      `Към ${at}: ${counts.enrolled} включени от ${counts.places}, днес ${counts.countedToday} гласа (${counts.leftOutToday} настрана), чакат ${counts.waiting}, с тревога ${counts.withAlarms}.`,
    noQuestions: 'Още нищо не се пита. Готов въпрос: „gishe kiosks ask satisfaction --all“.',
    asked: (faces: number, since: string, presses: number, kiosks: string) =>
      `${faces} лица, от ${since}, ${presses} гласа; ${kiosks ? `пита се на ${kiosks}` : 'вече не се пита'}`,
    followUp: (upTo: number, question: string, reasons: string) =>
      `до лице ${upTo}: ${question} (${reasons})`,
    added: (number: number, hall: string, place: string) =>
      `Добавено: устройство ${number}, ${hall}, ${place}.`,
    code: (number: number, until: string) =>
      `Код за включване на устройство ${number}; важи до ${until} и се показва само сега:`,
    onDevice: 'На самото устройство се пише:',
    hubAddress: 'https://АДРЕС-НА-ХЪБА',
    revoked: (number: number) =>
      `Ключът на устройство ${number} е отменен: нищо от него вече не се приема. Нов код: „gishe kiosks code ${number}“.`,
    changed: (number: number, place: string) => `Устройство ${number}: ${place}.`,
    placeClosed: (number: number) => `Място ${number} е закрито; събраното остава.`,
    nowAsked: (text: string, kiosks: string) => `Отсега устройства ${kiosks} питат: „${text}“`,
    rules: ({
      silentMinutes,
      negatives,
      negativeMinutes,
      thanks,
      followUp,
      heartbeat,
    }: Watch & Pick<Pace, 'thanks' | 'followUp' | 'heartbeat'>) =>
      [
        `Тревога: мълчание ${silentMinutes} мин в работно време; ${negatives} недоволни за ${negativeMinutes} мин.`,
        `Устройствата: „Благодарим“ ${thanks} сек, втори въпрос ${followUp} сек, вест на ${heartbeat} сек.`,
      ].join('\n'),
    newPin: 'Нов ПИН (4–8 цифри)',
    pinSet: (isSet: boolean): string =>
      isSet
        ? 'ПИН кодът е сменен; устройствата го получават до минута.'
        : 'ПИН кодът е махнат: в устройствата не се влиза.',
  },
}

export type KiosksAnswers = typeof kiosksAnswers
