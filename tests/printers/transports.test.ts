import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { openPty } from '../../printers/emulators/pty.ts'
import type { Fault } from '../../printers/fault.ts'
import { deviceFileTransport } from '../../printers/transports/device-file.ts'
import { fileTransport } from '../../printers/transports/file.ts'
import { sendWhileTaken } from '../../printers/transports/held-back.ts'
import { parseLine } from '../../printers/transports/line.ts'
import { serialTransport } from '../../printers/transports/serial.ts'
import type { SerialAddress } from '../../printers/transports/serial-options.ts'
import { shareTransport } from '../../printers/transports/share.ts'
import { tcpTransport } from '../../printers/transports/tcp.ts'
import type { Transport } from '../../printers/transports/transport.ts'

const onSerial = (path: string): Transport =>
  serialTransport(parseLine(`serial:${path}?baud=115200`) as SerialAddress)
const everyByte = Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256))
const faultOf = (work: Promise<unknown>): Promise<Fault> =>
  work.then(
    () => Promise.reject(new Error('no fault')),
    fault => fault,
  )
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'gishe-lines-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

describe.each([
  ['serial port', onSerial],
  ['device file', deviceFileTransport],
])('%s', (_, transport) => {
  test('carries every byte unchanged, both ways, and can be opened again', async () => {
    const pty = await openPty()
    const got: number[] = []
    pty.onBytes(bytes => got.push(...bytes))
    for (let round = 0; round < 2; round++) {
      const line = await transport(pty.path).open()
      await line.write(everyByte, 5_000)
      pty.write(Uint8Array.of(0x12, 0x0a, 0x0d, 0x03))
      expect(await whole(line.read, 4)).toEqual([0x12, 0x0a, 0x0d, 0x03])
      await line.close()
    }
    await expect.poll(() => Buffer.from(got).equals(Buffer.concat([everyByte, everyByte]))).toBe(true)
    pty.close()
  })

  test('gives nothing when nothing comes', async () => {
    const pty = await openPty()
    const line = await transport(pty.path).open()
    expect(await line.read(30)).toHaveLength(0)
    await line.close()
    pty.close()
  })

  test('a device that is not there is said so, nothing sent', async () => {
    expect(await faultOf(transport('/dev/gishe-no-such-printer').open())).toMatchObject({
      code: 'no_device',
      detail: expect.stringMatching(/^(ENOENT: n|N)o such file/),
      sentBytes: false,
    })
  })

  test('a cable pulled out breaks the line', async () => {
    const pty = await openPty()
    const line = await transport(pty.path).open()
    pty.close()
    const fault = await faultOf(line.write(everyByte, 5_000))
    expect(fault.code).toBe('line_broken')
    await line.close()
  })
})

test('a serial line tells a waiting reader that the cable was pulled out', async () => {
  const pty = await openPty()
  const line = await onSerial(pty.path).open()
  const reading = faultOf(line.read(60_000))
  pty.close()
  expect((await reading).code).toBe('line_broken')
  await line.close()
})

test('a device that takes no bytes ends in a timeout that tells whether any went', async () => {
  const pty = await openPty()
  const line = await deviceFileTransport(pty.path).open()
  const fault = await faultOf(line.write(Buffer.alloc(1_000_000), 200))
  expect(fault).toMatchObject({ code: 'timeout', sentBytes: true })
  expect(await faultOf(line.write(Buffer.alloc(10), 50))).toMatchObject({ code: 'timeout', sentBytes: false })
  await line.close()
  pty.close()
})

test('a device without room for bytes is a printer without paper', async () => {
  const line = await deviceFileTransport('/dev/full').open()
  expect(await faultOf(line.write(Buffer.from('x'), 500))).toMatchObject({
    code: 'out_of_paper',
    sentBytes: false,
  })
  await line.close()
})

test('a device line refuses a plain file, a file line refuses a device', async () => {
  const path = join(folder(), 'plain')
  await (await fileTransport(path).open()).close()
  expect((await faultOf(deviceFileTransport(path).open())).code).toBe('bad_settings')
  expect((await faultOf(fileTransport('/dev/null').open())).code).toBe('bad_settings')
})

/** What the system says of a port that we have open. Pseudo terminals keep 8 bits and no parity, whatever they are told. */
async function asOpened(query: string): Promise<string> {
  const pty = await openPty()
  const line = await serialTransport(parseLine(`serial:${pty.path}?${query}`) as SerialAddress).open()
  const { stdout } = await promisify(execFile)('stty', ['-F', pty.path, '-a'])
  await line.close()
  pty.close()
  return stdout
}

describe('a serial port is set as its line says', () => {
  test.each([
    ['baud=38400', 'speed 38400'],
    ['baud=921600', 'speed 921600'],
    ['stop=2', ' cstopb'],
    ['stop=1', ' -cstopb'],
    ['flow=rtscts', ' crtscts'],
    ['flow=none', ' -crtscts'],
    ['flow=xonxoff', ' ixon ixoff'],
    ['flow=none', ' -ixon -ixoff'],
    ['flow=xonxoff&xany=on', ' ixany'],
    ['hupcl=on', ' hupcl'],
  ])('%s', async (query, said) => expect(await asOpened(query)).toContain(said))

  test.each(['parity=mark', 'stop=1.5', 'dtr=on', 'rts=off'])(
    '%s, which this port cannot, is a matter of settings',
    async query =>
      expect(await faultOf(asOpened(query))).toMatchObject({ code: 'bad_settings', sentBytes: false }),
  )

  test('a locked port is busy to others, an unlocked one is not', async () => {
    const pty = await openPty()
    const open = (lock: string) =>
      serialTransport(parseLine(`serial:${pty.path}?lock=${lock}`) as SerialAddress).open()
    const held = await open('on')
    expect((await faultOf(open('on'))).code).toBe('busy')
    await held.close()
    const first = await open('off')
    await (await open('off')).close()
    await first.close()
    pty.close()
  })

  test('a port without the wires prints as if they were up', async () => {
    const pty = await openPty()
    const got: number[] = []
    pty.onBytes(bytes => got.push(...bytes))
    const line = await serialTransport(parseLine(`serial:${pty.path}?flow=dtrdsr`) as SerialAddress).open()
    await line.write(everyByte, 5_000)
    await expect.poll(() => Buffer.from(got).equals(everyByte)).toBe(true)
    await line.close()
    pty.close()
  })
})

describe('a wire that says when the printer is full', () => {
  test('holds the next piece back until it is up again', async () => {
    const answers = [true, false, false, true, true]
    const sent: number[] = []
    const takes = async () => answers.shift() ?? true
    const send = async (piece: Uint8Array) => void sent.push(piece.length)
    await sendWhileTaken(everyByte.subarray(0, 150), { takes, send }, () => false)
    expect(sent).toEqual([64, 64, 22])
  })

  test.each([
    [[false], false],
    [[true, false], true],
  ])('%o: when it stays down, it is told whether anything went', async (answers, sentBytes) => {
    const takes = async () => answers.shift() ?? false
    const sending = sendWhileTaken(
      everyByte,
      { takes, send: async () => undefined },
      () => answers.length === 0,
    )
    expect(await faultOf(sending)).toMatchObject({ code: 'timeout', detail: 'DSR is low', sentBytes })
  })
})

test('a Windows share is reached from Windows only', async () => {
  const share = shareTransport(String.raw`\\kasa1\EPSON`)
  expect(await faultOf(share.open())).toMatchObject({ code: 'bad_settings', sentBytes: false })
})

describe('network', () => {
  test('brings the last byte before it closes', async () => {
    const got: Buffer[] = []
    const ended = Promise.withResolvers<void>()
    const server = createServer(socket =>
      socket.on('data', b => got.push(b as Buffer)).on('end', ended.resolve),
    )
    const port = await listening(server)
    const line = await tcpTransport('127.0.0.1', port).open()
    const much = Buffer.alloc(2_000_000, 7)
    await line.write(much, 5_000)
    await line.close()
    await ended.promise
    expect(Buffer.concat(got).equals(much)).toBe(true)
    server.close()
  })

  test('nobody listening is no answer, nothing sent', async () => {
    const server = createServer()
    const port = await listening(server)
    await new Promise(resolve => server.close(resolve))
    const fault = await faultOf(tcpTransport('127.0.0.1', port).open())
    expect(fault).toMatchObject({ code: 'no_answer', sentBytes: false })
  })

  test('a printer that dies during the job leaves it in doubt', async () => {
    const server = createServer(socket =>
      socket.once('data', () => socket.resetAndDestroy()).on('error', () => undefined),
    )
    const port = await listening(server)
    const line = await tcpTransport('127.0.0.1', port).open()
    const fault = await faultOf(line.write(Buffer.alloc(20_000_000), 5_000))
    expect(fault).toMatchObject({ code: 'line_broken', sentBytes: true })
    await line.close().catch(() => undefined)
    server.close()
  })

  test('a reset after the last write is found at closing', async () => {
    const server = createServer(socket =>
      socket.on('data', () => undefined).on('end', () => socket.resetAndDestroy()),
    )
    const port = await listening(server)
    const line = await tcpTransport('127.0.0.1', port).open()
    await line.write(Buffer.from('x'), 1_000)
    expect(await faultOf(line.close())).toMatchObject({ code: 'line_broken', sentBytes: true })
    server.close()
  })

  test('a reset between the last write and closing is found too', async () => {
    const server = createServer(socket => socket.once('data', () => socket.resetAndDestroy()))
    const port = await listening(server)
    const line = await tcpTransport('127.0.0.1', port).open()
    await line.write(Buffer.from('x'), 1_000)
    await faultOf(line.read(5_000))
    expect(await faultOf(line.close())).toMatchObject({ code: 'line_broken', sentBytes: true })
    server.close()
  })

  test('a printer that stops reading ends in a timeout, and nothing arrives later', async () => {
    let got = 0
    const server = createServer({ pauseOnConnect: true }, socket => {
      socket.on('error', () => undefined)
      socket.on('data', bytes => {
        got += bytes.length
      })
      setTimeout(() => socket.resume(), 400)
    })
    const port = await listening(server)
    const line = await tcpTransport('127.0.0.1', port).open()
    const much = 50_000_000
    expect(await faultOf(line.write(Buffer.alloc(much), 200))).toMatchObject({
      code: 'timeout',
      sentBytes: true,
    })
    await line.close()
    await new Promise(resolve => server.close(resolve))
    expect(got).toBeLessThan(much)
  })
})

describe('file', () => {
  test('papers follow each other', async () => {
    const path = join(folder(), 'papers.txt')
    for (const text of ['едно\n', 'две\n']) {
      const line = await fileTransport(path).open()
      await line.write(Buffer.from(text), 1_000)
      await line.close()
    }
    expect(readFileSync(path, 'utf8')).toBe('едно\nдве\n')
  })

  test('a folder that is not there is no device', async () => {
    expect((await faultOf(fileTransport(join(folder(), 'no', 'papers.txt')).open())).code).toBe('no_device')
  })

  /** The limit on the size of a file stands for a full disk: the write stops half-way in the same way. */
  test('a full disk leaves the earlier papers whole and no piece of the new one', async () => {
    const path = join(folder(), 'papers.txt')
    const program = `
      const { fileTransport } = await import(${JSON.stringify(new URL('../../printers/transports/file.ts', import.meta.url).href)})
      for (const size of [400, 5000]) {
        const line = await fileTransport(${JSON.stringify(path)}).open()
        await line.write(Buffer.alloc(size, 65), 1000).then(() => console.log('ok'), f => console.log(f.code, f.sentBytes))
        await line.close()
      }`
    const script = 'ulimit -f 1; exec "$0" --input-type=module -e "$1"'
    const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, program])
    expect(stdout).toBe('ok\ndisk_full false\n')
    expect(readFileSync(path, 'utf8')).toBe('A'.repeat(400))
  })
})

const listening = (server: ReturnType<typeof createServer>): Promise<number> =>
  new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )

/** Lines may cut what they bring anywhere. */
async function whole(read: (deadline_ms: number) => Promise<Uint8Array>, count: number): Promise<number[]> {
  const bytes: number[] = []
  for (let tries = 0; bytes.length < count && tries < 20; tries++) bytes.push(...(await read(500)))
  return bytes
}
