/** Why the hub said no, as its log tells it. */
const reasons: Record<string, string> = {
  malformed: 'не по договора',
  unsigned: 'с грешен подпис или непознат ключ',
  revoked: 'с отменен ключ',
  code: 'с грешен код за включване',
  no_question: 'за място без въпрос',
  clock: 'с неверен часовник',
  replayed: 'вече чути',
  doubled: 'с номер, зает от друг глас',
  too_large: 'твърде големи',
  too_often: 'твърде чести',
  away: 'докато базата я нямаше',
  not_found: 'за непознат адрес',
  bug: 'заради грешка в програмата',
}

/** What the hub says while it is at work. */
export const webAnswers = {
  web: {
    hubName: 'Хъб на устройствата',
    hubMade: (login: string, file: string) =>
      `Направен е потребител „${login}“ за хъба; паролата му е в ${file}, само за вас.`,
    listening: (url: string) => `Хъбът слуша на ${url}`,
    stopping: 'Хъбът спира: започнатото завършва.',
    refused: (counts: Record<string, number>) =>
      `Отказани заявки: ${Object.entries(counts)
        .map(([why, times]) => `${times} ${reasons[why] ?? why}`)
        .join(', ')}.`,
    away: (why: string) => `Базата не отговаря: ${why} Устройствата пазят гласовете и пращат после.`,
    back: 'Базата отговаря отново.',
    hookFailed: (why: string) => `Програмата за тревоги не прие тревогата (${why}).`,
    certificateRenewed: 'Новият сертификат важи.',
    certificateKept: (why: string) => `Новият сертификат не става, остава старият: ${why}`,
  },
}

export type WebAnswers = typeof webAnswers
