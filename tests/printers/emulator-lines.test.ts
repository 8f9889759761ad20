import { expect, test } from 'vitest'
import type { Emulator } from '../../printers/emulators/emulator.ts'
import { emulatorOnPty, emulatorOnTcp } from '../../printers/emulators/lines.ts'
import { parseLine } from '../../printers/transports/line.ts'
import { serialTransport } from '../../printers/transports/serial.ts'
import type { SerialAddress } from '../../printers/transports/serial-options.ts'
import { tcpTransport } from '../../printers/transports/tcp.ts'
import type { Line } from '../../printers/transports/transport.ts'

/** Says back what it hears, and pulls the plug at a byte 00. */
function echo(): Emulator {
  const heard: string[] = []
  const device: Emulator = {
    onSay: () => undefined,
    onDrop: () => undefined,
    receive(bytes) {
      heard.push(Buffer.from(bytes).toString())
      if (bytes.includes(0)) device.onDrop()
      else device.onSay(bytes)
    },
    paper: () => [heard.join('')],
  }
  return device
}

const bytes = (text: string) => Buffer.from(text)
const said = async (line: Line) => Buffer.from(await line.read(2_000)).toString()

test('an emulator on a serial line hears, answers and pulls its plug', async () => {
  const device = echo()
  const { path, close } = await emulatorOnPty(device)
  const line = await serialTransport(parseLine(`serial:${path}`) as SerialAddress).open()
  await line.write(bytes('здравей'), 1_000)
  expect(await said(line)).toBe('здравей')
  await line.write(bytes('\0'), 1_000).catch(() => undefined)
  await expect(line.read(2_000)).rejects.toMatchObject({ code: 'line_broken' })
  await line.close().catch(() => undefined)
  expect(device.paper()).toEqual(['здравей\0'])
  close()
})

test('an emulator on the network is there again after it pulled its plug', async () => {
  const { port, close } = await emulatorOnTcp(echo(), 0)
  const first = await tcpTransport('127.0.0.1', port).open()
  await first.write(bytes('\0'), 1_000)
  await expect(first.read(2_000)).rejects.toMatchObject({ code: 'line_broken' })
  const second = await tcpTransport('127.0.0.1', port).open()
  await second.write(bytes('пак'), 1_000)
  expect(await said(second)).toBe('пак')
  await close()
})
