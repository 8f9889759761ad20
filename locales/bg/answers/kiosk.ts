const presses = (count: number): string =>
  count === 1 ? 'Една оценка не се приема' : `${count} оценки не се приемат`

/** Of the device itself; what the town sees of its devices is elsewhere. */
export const kioskAnswers = {
  kiosk: {
    enrolled: (kiosk: number, hall: string, question: string) =>
      `Устройството е включено на място ${kiosk}, ${hall}. Пита: „${question}“`,
    none: (home: string) => `В ${home} още няма устройство. Включете го с „gishe kiosk enrol“.`,
    place: 'Място',
    question: 'Въпрос',
    hub: 'Хъб',
    running: 'Работи',
    waiting: 'Чакат изпращане',
    lastSeq: 'Последен номер',
    device: 'Устройство',
    home: 'Памет',
    yes: 'да',
    no: 'не',
    unknown: 'още не е казано',
    notEnrolled: 'не е включено',
    refused: 'Хъбът не приема ключа на устройството: включете го наново с „gishe kiosk enrol“.',
    aside: (count: number) => `${presses(count)} от хъба и чака следващото пускане.`,
  },
}

export type KioskAnswers = typeof kioskAnswers
