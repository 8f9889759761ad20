import type { Attached } from './attached.ts'

const GROUPS = { serial: 'dialout', usb: 'lp' } as const

/** The group whose members open such a device, as distributions have it. */
export const groupOf = ({ kind }: Pick<Attached, 'kind'>): string => GROUPS[kind]

/** The first line of a file of rules, by which it is known again. */
export const RULES_HEADER =
  '# Written by gishe doctor --udev: the printers of this machine, each under a name that stays.'

/** The whole file: a rule for each device, what it is above it. */
export const rulesFile = (devices: readonly Attached[]): string =>
  [RULES_HEADER, ...devices.map(device => `\n# ${nameOf(device)}\n${ruleFor(device, devices)}`), ''].join(
    '\n',
  )

/** What the maker calls it, and its ids. */
export const nameOf = ({ maker, model, vendor, product }: Attached): string =>
  [
    `${maker} ${model}`
      .replace(/[^\p{L}\p{N} ._-]/gu, ' ')
      .replace(/ +/g, ' ')
      .trim(),
    `${vendor}:${product}`,
  ]
    .filter(Boolean)
    .join(', ')

/**
 * The rule of udev that gives the device to its group and names it `/dev/gishe/…`: by its serial number where it has one of its own,
 * else by the socket it is plugged into.
 */
export function ruleFor(device: Attached, all: readonly Attached[]): string {
  const { kind, vendor, product, serial, socket, part } = device
  const which = isNamedBySerial(device, all) ? `ATTRS{serial}=="${serial}"` : `KERNELS=="${socket}"`
  return [
    kind === 'serial' ? 'SUBSYSTEM=="tty"' : 'SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*"',
    ...(hasParts(device, all) ? [`ENV{ID_USB_INTERFACE_NUM}=="${part}"`] : []),
    `ATTRS{idVendor}=="${vendor}", ATTRS{idProduct}=="${product}"`,
    which,
    `GROUP="${groupOf(device)}", MODE="0660", SYMLINK+="${linkName(device, all)}"`,
  ].join(', ')
}

/** The path that the rule makes. */
export const linkFor = (device: Attached, all: readonly Attached[]): string => `/dev/${linkName(device, all)}`

function linkName(device: Attached, all: readonly Attached[]): string {
  const { vendor, product, serial, socket, part } = device
  const which = isNamedBySerial(device, all) ? serial : socket
  return ['gishe/', vendor, '-', product, '-', which, ...(hasParts(device, all) ? ['-', part] : [])].join('')
}

/** Some makers give all their devices one number, and some characters mean something to udev: then the socket tells them apart. */
function isNamedBySerial(device: Attached, all: readonly Attached[]): boolean {
  const { serial, vendor, product, socket } = device
  if (serial === null || !/^[A-Za-z0-9._-]{1,64}$/.test(serial)) return false
  return !all.some(
    other =>
      other.socket !== socket &&
      other.serial === serial &&
      other.vendor === vendor &&
      other.product === product,
  )
}

const hasParts = ({ socket, kind, part }: Attached, all: readonly Attached[]): boolean =>
  part !== null && all.filter(other => other.socket === socket && other.kind === kind).length > 1
