import { readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A device on a USB socket of this machine that may be a printer: a serial port or a printer class node. */
export type Attached = {
  kind: 'serial' | 'usb'
  /** As the system named it now: /dev/ttyACM0. */
  node: string
  /** Four hexadecimal digits each. */
  vendor: string
  product: string
  /** Null where the maker gave it none. */
  serial: string | null
  maker: string
  model: string
  /** The place of its socket among the hubs: `1-1.2`. Stays while it is plugged in there. */
  socket: string
  /** Which of its functions this is, where it has several. */
  part: string | null
}

/** What hangs on this machine's USB sockets, as Linux tells it; nothing where it tells nothing. */
export async function attachedDevices(sys = '/sys'): Promise<Attached[]> {
  const found = await Promise.all([
    ...(await namesIn(join(sys, 'class/tty'), /^tty(USB|ACM)\d+$/)).map(name =>
      attachedAt(join(sys, 'class/tty', name, 'device'), { kind: 'serial', node: `/dev/${name}` }),
    ),
    ...(await namesIn(join(sys, 'class/usbmisc'), /^lp\d+$/)).map(name =>
      attachedAt(join(sys, 'class/usbmisc', name, 'device'), { kind: 'usb', node: `/dev/usb/${name}` }),
    ),
  ])
  return found.filter(one => one !== null)
}

const namesIn = (folder: string, names: RegExp): Promise<string[]> =>
  readdir(folder).then(
    all => all.filter(name => names.test(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    () => [],
  )

/** The function leads up to the device on the socket, which has the ids. */
async function attachedAt(link: string, known: Pick<Attached, 'kind' | 'node'>): Promise<Attached | null> {
  const start = await realpath(link).catch(() => null)
  let part: string | null = null
  for (let folder = start; folder !== null && folder !== dirname(folder); folder = dirname(folder)) {
    const said = (file: string) =>
      readFile(join(folder, file), 'utf8').then(
        text => text.trim(),
        () => '',
      )
    part ??= (await said('bInterfaceNumber')) || null
    const vendor = await said('idVendor')
    if (vendor === '') continue
    const [product, serial, maker, model] = await Promise.all([
      said('idProduct'),
      said('serial'),
      said('manufacturer'),
      said('product'),
    ])
    const socket = folder.slice(dirname(folder).length + 1)
    return { ...known, vendor, product, serial: serial || null, maker, model, socket, part }
  }
  return null
}
