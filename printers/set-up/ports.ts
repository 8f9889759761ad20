import { constants } from 'node:fs'
import { access, open, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultCode } from '../fault.ts'
import { faultOfSystem } from '../transports/errno.ts'
import type { Port } from './draft.ts'

/**
 * The serial ports and USB printers of this machine, each under the name that stays the same when it is plugged in anew
 * (/dev/serial/by-id), with what its maker calls it and what keeps us from it.
 */
export async function findPorts(dev = '/dev'): Promise<Port[]> {
  const [named, listed, serial, usb] = await Promise.all([
    namesThatStay(join(dev, 'serial', 'by-id')),
    dev === '/dev' ? listedPorts() : [],
    namesIn(dev, /^tty(USB|ACM)\d+$/),
    namesIn(join(dev, 'usb'), /^lp\d+$/),
  ])
  const paths = [...new Set([...serial.map(name => join(dev, name)), ...listed.map(port => port.path)])]
  const ports = [
    ...paths.map(path => ({
      line: `serial:${named.get(path) ?? path}`,
      path,
      what: listed.find(port => port.path === path)?.what ?? '',
    })),
    ...usb.map(name => ({ line: `usb:${join(dev, 'usb', name)}`, path: join(dev, 'usb', name), what: '' })),
  ]
  return Promise.all(
    ports.map(async ({ line, path, what }) => ({ line, what, fault: await whyNotOpened(line, path) })),
  )
}

const namesIn = (folder: string, names: RegExp): Promise<string[]> =>
  readdir(folder).then(
    all => all.filter(name => names.test(name)).sort(),
    () => [],
  )

/** By the device that each now leads to. */
async function namesThatStay(folder: string): Promise<Map<string, string>> {
  const names = await namesIn(folder, /./)
  const led = await Promise.all(
    names.map(
      async name => [await realpath(join(folder, name)).catch(() => ''), join(folder, name)] as const,
    ),
  )
  return new Map(led)
}

/** What the system knows of its serial ports; those with nothing behind them are left out. */
async function listedPorts(): Promise<{ path: string; what: string }[]> {
  const { SerialPort } = await import('serialport')
  const found = await SerialPort.list().catch(() => [])
  return found
    .filter(({ path, vendorId }) => vendorId !== undefined || /^COM\d+$/i.test(path))
    .map(({ path, manufacturer, vendorId, productId }) => ({
      path,
      what: [manufacturer, vendorId && `${vendorId}:${productId ?? '?'}`].filter(Boolean).join(' '),
    }))
}

/** A printer says at once that somebody has it; a serial port is not opened before it is chosen, for that may reset a device. */
async function whyNotOpened(line: string, path: string): Promise<FaultCode | null> {
  try {
    if (line.startsWith('usb:')) await (await open(path, constants.O_RDWR | constants.O_NONBLOCK)).close()
    else if (path.startsWith('/')) await access(path, constants.R_OK | constants.W_OK)
    return null
  } catch (error) {
    return faultOfSystem(error, false).code
  }
}
