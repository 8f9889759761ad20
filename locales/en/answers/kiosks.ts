import type { KiosksAnswers } from '../../bg/answers/kiosks.ts'

export const kiosksAnswers: KiosksAnswers = {
  kiosks: {
    title: at => `The devices at ${at}`,
    none: 'There are no devices yet. Add the first with "gishe kiosks add --hall cao --place ...".',
    columns: {
      number: 'No.',
      hall: 'Hall',
      place: 'Place',
      last: 'Word',
      today: 'Today',
      leftOut: 'Left out',
      outbox: 'Waiting',
      boxes: 'Boxes',
      clock: 'Clock',
      program: 'Version',
      alarms: 'Attention',
    },
    closed: 'closed',
    heading: (number, hall) => `Device ${number}, ${hall}`,
    facts: {
      place: 'Place',
      question: 'Question',
      last: 'Last word',
      today: 'Today',
      outbox: 'Waiting in it',
      clock: 'Clock',
      program: 'Version',
      configuration: 'Settings',
      box: id => `Box ${id}`,
    },
    noQuestion: 'none: give it one with "gishe kiosks ask"',
    untold: 'not told yet',
    presses: (counted, leftOut) => `${counted} presses, ${leftOut} left out`,
    configuration: isUpToDate =>
      isUpToDate === null
        ? 'not told yet'
        : isUpToDate
          ? 'the newest'
          : 'older: the new ones wait for a line',
    box: (battery, ago, lost, garbled) =>
      [
        battery === null
          ? 'nothing told of its battery'
          : `batteries ${battery.percent} %${battery.level === 'empty' ? ' (change them)' : ''}`,
        `word ${ago} ago`,
        ...(lost > 0 ? [`presses lost ${lost}`] : []),
        ...(garbled > 0 ? [`lines garbled ${garbled}`] : []),
      ].join(', '),
    hours: 'Today by hour (faces from 1, the unhappiest):',
    hour: (hour, faces, leftOut) =>
      `${String(hour).padStart(2, '0')}–${String(hour + 1).padStart(2, '0')}  ${faces}${leftOut > 0 ? `   left out ${leftOut}` : ''}`,
    alarms: 'What happened:',
    noAlarms: all => (all ? 'Nothing has happened.' : 'All is well.'),
    ended: at => `until ${at}`,
    summary: (at, counts) =>
      `At ${at}: ${counts.enrolled} of ${counts.places} enrolled, ${counts.countedToday} presses today (${counts.leftOutToday} left out), ${counts.waiting} waiting, ${counts.withAlarms} with an alarm.`,
    noQuestions: 'Nothing is asked yet. A ready question: "gishe kiosks ask satisfaction --all".',
    asked: (faces, since, presses, kiosks) =>
      `${faces} faces, since ${since}, ${presses} presses; ${kiosks ? `asked at ${kiosks}` : 'not asked any more'}`,
    followUp: (upTo, question, reasons) => `up to face ${upTo}: ${question} (${reasons})`,
    added: (number, hall, place) => `Added: device ${number}, ${hall}, ${place}.`,
    code: (number, until) =>
      `The code to enrol device ${number}; it is good until ${until} and shown only now:`,
    onDevice: 'On the device itself type:',
    hubAddress: 'https://ADDRESS-OF-THE-HUB',
    revoked: number =>
      `The key of device ${number} is revoked: nothing of it is taken any more. Another code: "gishe kiosks code ${number}".`,
    changed: (number, place) => `Device ${number}: ${place}.`,
    placeClosed: number => `Place ${number} is closed; what it gathered stays.`,
    nowAsked: (text, kiosks) => `From now on devices ${kiosks} ask: "${text}"`,
    rules: ({ silentMinutes, negatives, negativeMinutes, thanks, followUp, heartbeat }) =>
      [
        `Alarm: silence of ${silentMinutes} min in working hours; ${negatives} unhappy within ${negativeMinutes} min.`,
        `Devices: thanks ${thanks} s, second question ${followUp} s, a word each ${heartbeat} s.`,
      ].join('\n'),
    newPin: 'New PIN (4–8 digits)',
    pinSet: isSet =>
      isSet
        ? 'The PIN is changed; the devices have it within a minute.'
        : 'The PIN is taken away: nobody gets into the devices.',
  },
}
