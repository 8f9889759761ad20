import type { KioskAnswers } from '../../bg/answers/kiosk.ts'

export const kioskAnswers: KioskAnswers = {
  kiosk: {
    enrolled: (kiosk, hall, question) =>
      `The device is enrolled at place ${kiosk}, ${hall}. It asks: "${question}"`,
    none: home => `There is no device in ${home} yet. Enrol it with "gishe kiosk enrol".`,
    place: 'Place',
    question: 'Question',
    hub: 'Hub',
    running: 'Running',
    waiting: 'Waiting to be sent',
    lastSeq: 'Last number',
    device: 'Device',
    home: 'Memory',
    yes: 'yes',
    no: 'no',
    unknown: 'not told yet',
    notEnrolled: 'not enrolled',
    refused: 'The hub does not take the key of the device: enrol it anew with "gishe kiosk enrol".',
    aside: count =>
      `${count === 1 ? 'One press is' : `${count} presses are`} not taken by the hub and put aside; sent again at the next start.`,
  },
}
