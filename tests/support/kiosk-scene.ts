import type { TechnicianFacts } from '../../kiosk/screens/technician-view.ts'
import { FIRST_TURN, type Shown, type Turn } from '../../kiosk/screens/turn.ts'
import { pictureOf, type Scene } from '../../kiosk/screens/view.ts'
import { PACE } from '../../rules/kiosks.ts'
import type { Configuration } from '../../web/contract.ts'

/** What a device in a citizen service centre is told. */
export const CONFIGURATION: Configuration = {
  version: '3f9a1c07',
  askId: '01930000-0000-7000-8000-000000000001',
  kiosk: 3,
  town: { bg: 'Община Гише', en: 'Gishe Municipality' },
  hall: { bg: 'Център за административно обслужване', en: 'Citizen service centre' },
  question: { bg: 'Доволни ли сте от обслужването?', en: 'Are you satisfied with the service?' },
  faces: 5,
  followUp: {
    question: { bg: 'Какво да подобрим?', en: 'What should we improve?' },
    upTo: 2,
    reasons: [
      { code: 'waiting', bg: 'Чаках дълго', en: 'I waited long' },
      { code: 'attitude', bg: 'Отношението', en: 'The attitude' },
      { code: 'clarity', bg: 'Не получих ясен отговор на въпроса', en: 'I got no clear answer' },
    ],
  },
  thanks: null,
  hours: { from: '08:00', until: '17:00' },
  daysOff: [],
  daysWorked: [],
  pin: 'scrypt:c2FsdA:aGFzaA',
  pace: PACE,
}

/** The longest that a town may ask and offer. */
export const LONG: Configuration = {
  ...CONFIGURATION,
  question: {
    bg: 'Доволни ли сте от вниманието, бързината и яснотата, с които служителите от общината Ви обслужиха днес на това гише тук?',
    en: 'Are you satisfied with how attentively, quickly and clearly the staff of the municipality served you today at this desk?',
  },
  followUp: {
    question: CONFIGURATION.question,
    upTo: 5,
    reasons: Array.from({ length: 9 }, (_, index) => ({
      code: `long_${index}`,
      bg: `Трябваше да идвам повторно за подпис ${index}`.padEnd(40, '!'),
      en: `I had to come once more for a signature ${index}`.slice(0, 40),
    })),
  },
}

export const FACTS: TechnicianFacts = {
  program: '0.1.0',
  deviceId: '01930000-0000-7000-8000-0000000000aa',
  hub: 'https://hub.gishe.example:8443',
  lastWordSeconds: 42,
  trouble: null,
  outbox: 0,
  lastSeq: 1204,
  skewMs: 400,
  faults: [],
  boxes: [
    { id: 1, millivolts: 3012, uptimeSeconds: 86_400, silentSeconds: 12, lost: 0, garbled: 1 },
    { id: 2, millivolts: null, uptimeSeconds: null, silentSeconds: 7_300, lost: 2, garbled: 0 },
  ],
}

export const turnAt = (shown: Shown): Turn => ({ ...FIRST_TURN, shown })

export const sceneAt = (shown: Shown, more: Partial<Scene> = {}): Scene => ({
  turn: turnAt(shown),
  configuration: CONFIGURATION,
  unready: 'waiting',
  isClosed: false,
  facts: FACTS,
  size: { columns: 80, rows: 24 },
  ...more,
})

/** A picture as plain lines. */
export const linesOf = (scene: Scene): string[] =>
  pictureOf(scene).rows.map(row => row.map(({ text }) => text).join(''))
