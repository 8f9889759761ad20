import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, deviceClock } from '../../kiosk/clock.ts'
import { type Outbox, openOutbox } from '../../kiosk/outbox.ts'
import { type Sender, type SenderOptions, type Standing, startSender } from '../../kiosk/sender.ts'
import type { Configuration } from '../../web/contract.ts'
import type { Device } from './hub.ts'

/** The device's clock, wrong by so much. */
export const wrongClock = (byMs: number): Clock => {
  const clock = deviceClock()
  return { ...clock, wallMs: () => clock.wallMs() + byMs }
}

/** What is told to devices in tests: the town's words, at a pace that nobody has to wait for. */
export const quickly = (configuration: Configuration): Configuration => ({
  ...configuration,
  pace: { ...configuration.pace, upload: 0.05, heartbeat: 0.1 },
})

export type TestDevice = {
  outbox: Outbox
  folder: string
  log: string[]
  /** Presses and closes so many; their numbers. */
  press: (times?: number) => number[]
  send: (more?: Partial<SenderOptions>) => Sender
  until: (isTrue: (standing: Standing) => boolean) => Promise<void>
  end: () => Promise<void>
}

const PATIENCE_MS = 10_000

/** A device with its outbox in a folder of its own, enrolled at this hub unless `hub` is null. */
export function testDevice(hub: string | null, device: Device, clock = deviceClock()): TestDevice {
  const folder = mkdtempSync(join(tmpdir(), 'gishe-kiosk-'))
  const outbox = openOutbox(folder, { clock })
  const log: string[] = []
  let sender: Sender | null = null
  if (hub !== null) {
    outbox.keepFact('device', device.deviceId)
    outbox.keepConfiguration(quickly(device.configuration))
    outbox.keepKey({ id: device.keyId, key: device.key, hub })
  }
  return {
    outbox,
    folder,
    log,
    press: (times = 1) =>
      Array.from({ length: times }, () => {
        const seq = outbox.press({
          askId: device.configuration.askId,
          face: 4,
          origin: 'keys',
          mark: null,
          box: null,
        })
        outbox.close(seq)
        return seq
      }),
    send: more => {
      const facts = () => ({ faults: [], boxes: [] })
      sender = startSender({ outbox, clock, program: 'tests', facts, log: line => log.push(line), ...more })
      return sender
    },
    until: async isTrue => {
      const deadline = performance.now() + PATIENCE_MS
      while (sender && !isTrue(sender.standing())) {
        if (performance.now() > deadline)
          throw new Error(`it never came: ${JSON.stringify(sender.standing())}\n${log.join('\n')}`)
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    },
    end: async () => {
      await sender?.stop()
      outbox.end()
      rmSync(folder, { recursive: true })
    },
  }
}
