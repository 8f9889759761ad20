import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Attached, attachedDevices } from '../../printers/attached.ts'
import { linkFor, nameOf, ruleFor, rulesFile } from '../../printers/udev.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

type Plugged = { socket: string; facts: Record<string, string>; nodes: string[] }

/** The part of /sys that Linux shows for what is plugged in: each function below its device, linked from its class. */
function sysWith(plugged: Plugged[]): string {
  const sys = mkdtempSync(join(tmpdir(), 'gishe-sys-'))
  folders.push(sys)
  for (const { socket, facts, nodes } of plugged) {
    const device = join(sys, 'devices/pci0000:00/0000:00:14.0/usb1', socket)
    mkdirSync(device, { recursive: true })
    for (const [file, text] of Object.entries(facts)) writeFileSync(join(device, file), `${text}\n`)
    for (const [at, node] of nodes.entries()) {
      const part = join(device, `${socket}:1.${at}`)
      const end = node.startsWith('ttyUSB') ? join(part, node) : part
      mkdirSync(end, { recursive: true })
      writeFileSync(join(part, 'bInterfaceNumber'), `0${at}\n`)
      const group = join(sys, 'class', node.startsWith('lp') ? 'usbmisc' : 'tty', node)
      mkdirSync(group, { recursive: true })
      symlinkSync(end, join(group, 'device'))
    }
  }
  return sys
}

const datecs = { idVendor: 'fff0', idProduct: '0100', product: 'Datecs Serial' }
const epson = { idVendor: '04b8', idProduct: '0e15', manufacturer: 'EPSON', product: 'TM-T20II' }
const adapter = { idVendor: '0403', idProduct: '6001', manufacturer: 'FTDI', product: 'FT232R USB UART' }

test('a Datecs, which has no number of its own, is named by its socket', async () => {
  const all = await attachedDevices(sysWith([{ socket: '1-1.2', facts: datecs, nodes: ['ttyACM0'] }]))
  expect(all.map(nameOf)).toEqual(['Datecs Serial, fff0:0100'])
  expect(all.map(device => ruleFor(device, all))).toEqual([
    'SUBSYSTEM=="tty", ATTRS{idVendor}=="fff0", ATTRS{idProduct}=="0100", KERNELS=="1-1.2", GROUP="dialout", MODE="0660", SYMLINK+="gishe/fff0-0100-1-1.2"',
  ])
  expect(all.map(device => linkFor(device, all))).toEqual(['/dev/gishe/fff0-0100-1-1.2'])
})

test('a printer class node with a serial number keeps its name in any socket', async () => {
  const facts = { ...epson, serial: 'J3ZF012345' }
  const all = await attachedDevices(sysWith([{ socket: '1-4', facts, nodes: ['lp0'] }]))
  expect(all).toMatchObject([{ kind: 'usb', node: '/dev/usb/lp0', serial: 'J3ZF012345' }])
  expect(ruleFor(all[0]!, all)).toBe(
    'SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*", ATTRS{idVendor}=="04b8", ATTRS{idProduct}=="0e15", ATTRS{serial}=="J3ZF012345", GROUP="lp", MODE="0660", SYMLINK+="gishe/04b8-0e15-J3ZF012345"',
  )
})

test('two adapters with the same number, as cheap ones have, are told apart by their sockets', async () => {
  const facts = { ...adapter, serial: '0001' }
  const all = await attachedDevices(
    sysWith([
      { socket: '1-1', facts, nodes: ['ttyUSB0'] },
      { socket: '1-2', facts, nodes: ['ttyUSB1'] },
    ]),
  )
  expect(all.map(device => linkFor(device, all))).toEqual([
    '/dev/gishe/0403-6001-1-1',
    '/dev/gishe/0403-6001-1-2',
  ])
})

test('a device with several ports has a name for each', async () => {
  const facts = { ...adapter, serial: 'FT1' }
  const all = await attachedDevices(sysWith([{ socket: '1-1', facts, nodes: ['ttyUSB0', 'ttyUSB1'] }]))
  expect(all.map(device => linkFor(device, all))).toEqual([
    '/dev/gishe/0403-6001-FT1-00',
    '/dev/gishe/0403-6001-FT1-01',
  ])
  expect(ruleFor(all[1]!, all)).toContain('ENV{ID_USB_INTERFACE_NUM}=="01"')
})

test.each([
  ['a"b', 'a quote'],
  ['A*', 'a star, which to udev means anything'],
  ['', 'nothing'],
])('a number that is %j (%s) is not used', async serial => {
  const facts = { ...epson, ...(serial && { serial }) }
  const all = await attachedDevices(sysWith([{ socket: '2-3', facts, nodes: ['lp1'] }]))
  expect(linkFor(all[0]!, all)).toBe('/dev/gishe/04b8-0e15-2-3')
})

test('a serial port of the board and a socket with nothing of ours are left out', async () => {
  const sys = sysWith([{ socket: '1-6', facts: { idVendor: '046d', idProduct: 'c31c' }, nodes: [] }])
  mkdirSync(join(sys, 'class/tty/ttyS0'), { recursive: true })
  expect(await attachedDevices(sys)).toEqual([])
  expect(await attachedDevices(join(sys, 'nothing'))).toEqual([])
})

test('the file has a rule for each, under what its maker calls it, in one line each', async () => {
  const evil = { ...epson, manufacturer: 'EP\nSON"; RUN+="x', serial: 'J1' }
  const all = await attachedDevices(
    sysWith([
      { socket: '1-1.2', facts: datecs, nodes: ['ttyACM0'] },
      { socket: '1-4', facts: evil, nodes: ['lp0'] },
    ]),
  )
  const file = rulesFile(all)
  expect(file.split('\n').filter(line => line !== '' && !line.startsWith('#'))).toEqual(
    all.map((device: Attached) => ruleFor(device, all)),
  )
  expect(file).toContain('# Datecs Serial, fff0:0100\nSUBSYSTEM=="tty"')
})
