import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { boxesTyped } from '../kiosk-boxes.ts'
import { type DeviceStatus, deviceStatus, enrolDevice, hubGiven, runDevice } from '../kiosk-door.ts'
import { answer } from '../output/answer.ts'

export const kioskCommands = () => [
  declare(
    'kiosk',
    async (given, door) => {
      const boxes = given.list('box')
      await boxesTyped(boxes, door)
      runDevice(boxes, door)
    },
    {
      repeated: ['box'],
    },
  ),
  declare('kiosk enrol', enrol, { required: ['hub', 'code'] }),
  declare('kiosk status', async (_, door) => {
    const status = await deviceStatus()
    answer(door, statusJson(status), statusText(status, door))
  }),
]

async function enrol(given: Given<'kiosk enrol'>, door: Door): Promise<void> {
  const hub = await hubGiven(given.text('hub') ?? '', given.has('plain'), door)
  const code = given.text('code') ?? ''
  const { home, deviceId, configuration } = await enrolDevice({ hub, code, isAnew: given.has('anew') })
  const { kiosk, hall, question } = configuration
  const json = { device: deviceId, kiosk, hall: hall[door.lang], question: question[door.lang], home }
  answer(door, json, door.words.kiosk.enrolled(kiosk, hall[door.lang], question[door.lang]))
}

const statusJson = ({ home, deviceId, configuration, ...status }: DeviceStatus) => ({
  home,
  device: deviceId,
  running: status.isRunning,
  hub: status.hub,
  refused: status.refused,
  kiosk: configuration?.kiosk ?? null,
  configuration: configuration?.version ?? null,
  waiting: status.waiting,
  aside: status.aside,
  last_seq: status.lastSeq,
})

function statusText({ home, deviceId, configuration, ...status }: DeviceStatus, door: Door): string {
  const { kiosk: words } = door.words
  if (deviceId === null) return words.none(home)
  const place = configuration ? `${configuration.kiosk}, ${configuration.hall[door.lang]}` : words.unknown
  const lines: [string, string][] = [
    [words.place, place],
    [words.question, configuration?.question[door.lang] ?? words.unknown],
    [words.hub, status.hub ?? words.notEnrolled],
    [words.running, status.isRunning ? words.yes : words.no],
    [words.waiting, String(status.waiting)],
    [words.lastSeq, String(status.lastSeq)],
    [words.device, deviceId],
    [words.home, home],
  ]
  const width = Math.max(...lines.map(([label]) => label.length)) + 2
  return [
    ...lines.map(([label, text]) => `${`${label}:`.padEnd(width)}${text}`),
    ...(status.refused ? [words.refused] : []),
    ...(status.aside > 0 ? [words.aside(status.aside)] : []),
  ].join('\n')
}
