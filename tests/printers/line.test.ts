import { describe, expect, test } from 'vitest'
import { parseLine } from '../../printers/transports/line.ts'

const serial = {
  kind: 'serial',
  path: '/dev/ttyUSB0',
  baud: 9600,
  dataBits: 8,
  parity: 'none',
  stopBits: 1,
  flow: 'none',
  xany: false,
  hupcl: false,
  lock: true,
  dtr: null,
  rts: null,
}

describe('a line that can be used', () => {
  test.each([
    ['serial:/dev/ttyUSB0', serial],
    ['serial:/dev/ttyUSB0?baud=115200&flow=rtscts', { ...serial, baud: 115200, flow: 'rtscts' }],
    [
      'serial:COM3?bits=7&parity=even&stop=2&flow=xonxoff',
      { ...serial, path: 'COM3', dataBits: 7, parity: 'even', stopBits: 2, flow: 'xonxoff' },
    ],
    ['share:\\\\kasa1\\EPSON TM', { kind: 'share', path: '\\\\kasa1\\EPSON TM' }],
    ['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
    ['tcp://10.0.0.7:9100', { kind: 'tcp', host: '10.0.0.7', port: 9100 }],
    ['tcp:printer.troyan.bg:515', { kind: 'tcp', host: 'printer.troyan.bg', port: 515 }],
    ['tcp://kasa1', { kind: 'tcp', host: 'kasa1', port: 9100 }],
    ['tcp://[fe80::1%eth0]:9101', { kind: 'tcp', host: 'fe80::1%eth0', port: 9101 }],
    ['http://kasa1:8001/printers/dt1/', { kind: 'http', url: 'http://kasa1:8001/printers/dt1' }],
    ['https://fp.troyan.bg/printers/dt1', { kind: 'http', url: 'https://fp.troyan.bg/printers/dt1' }],
    ['file:/var/spool/gishe/papers.txt', { kind: 'file', path: '/var/spool/gishe/papers.txt' }],
    ['  preview:  ', { kind: 'preview' }],
  ])('%s', (text, address) => expect(parseLine(text)).toEqual(address))
})

describe('every option of a serial port', () => {
  test.each([
    ['baud', [50, 1200, 9600, 115200, 250000, 4000000], 'baud'],
    ['bits', [5, 6, 7, 8], 'dataBits'],
    ['stop', [1, 1.5, 2], 'stopBits'],
    ['parity', ['none', 'even', 'odd', 'mark', 'space'], 'parity'],
    ['flow', ['none', 'rtscts', 'xonxoff', 'dtrdsr'], 'flow'],
  ])('%s takes %o', (option, values, name) => {
    for (const value of values)
      expect(parseLine(`serial:/dev/ttyUSB0?${option}=${value}`)).toEqual({ ...serial, [name]: value })
  })

  test.each(['xany', 'hupcl', 'lock', 'dtr', 'rts'])('%s is on or off', option => {
    expect(parseLine(`serial:/dev/ttyUSB0?${option}=on`)).toEqual({ ...serial, [option]: true })
    expect(parseLine(`serial:/dev/ttyUSB0?${option}=off`)).toEqual({ ...serial, [option]: false })
  })
})

describe('a line that cannot be used says which piece is wrong', () => {
  test.each([
    ['', 'unknown_kind', ''],
    ['/dev/usb/lp0', 'unknown_kind', '/dev/usb/lp0'],
    ['lpr:office', 'unknown_kind', 'lpr:office'],
    ['serial:', 'path_missing', ''],
    ['serial:/dev/ttyS0?baud=49', 'option_wrong', 'baud=49'],
    ['serial:/dev/ttyS0?baud=fast', 'option_wrong', 'baud=fast'],
    ['serial:/dev/ttyS0?stop=3', 'option_wrong', 'stop=3'],
    ['serial:/dev/ttyS0?dtr=high', 'option_wrong', 'dtr=high'],
    ['share:', 'path_missing', ''],
    ['share:kasa1', 'path_not_absolute', 'kasa1'],
    ['serial:/dev/ttyS0?flow=maybe', 'option_wrong', 'flow=maybe'],
    ['serial:/dev/ttyS0?speed=9600', 'option_unknown', 'speed'],
    ['usb:lp0', 'path_not_absolute', 'lp0'],
    ['file:', 'path_missing', ''],
    ['file:papers.txt', 'path_not_absolute', 'papers.txt'],
    ['tcp://', 'host_missing', '//'],
    ['tcp:://x', 'host_missing', '://x'],
    ['tcp:kasa 1', 'host_missing', 'kasa 1'],
    ['tcp:kasa1:0', 'port_wrong', '0'],
    ['tcp:kasa1:99999', 'port_wrong', '99999'],
    ['tcp:kasa1:raw', 'port_wrong', 'raw'],
    ['http:kasa1/printers/dt1', 'host_missing', 'kasa1/printers/dt1'],
    ['http://kasa1:8001', 'path_missing', '//kasa1:8001'],
    ['http://ivan@kasa1/printers/dt1', 'option_unknown', 'ivan'],
    ['http://kasa1/printers/dt1?x=1', 'option_unknown', '?x=1'],
    ['preview:x', 'option_unknown', 'x'],
  ])('%s', (text, problem, piece) => expect(parseLine(text)).toEqual({ problem, piece }))
})
