import { attachedDevices } from '../../printers/attached.ts'
import { checkAttached, writeRules } from '../checks/attached.ts'
import { checkDatabase } from '../checks/database.ts'
import { checkFiles } from '../checks/files.ts'
import type { Finding } from '../checks/finding.ts'
import { checkHost } from '../checks/host.ts'
import { checkPrinters } from '../checks/printers.ts'
import { declare } from '../command.ts'
import type { Door } from '../door.ts'
import { EXIT } from '../exits.ts'
import { answer } from '../output/answer.ts'

export const doctorCommands = () => [
  declare('doctor', async (given, door) => {
    const file = given.text('udev')
    if (file !== undefined) return tellRules(door, file)
    const host = await checkHost(door)
    const { findings, look } = await checkDatabase(door)
    const printers = look ? await checkPrinters(door, look) : []
    const files = look ? await checkFiles(door, look) : []
    const all = [...host, ...findings, ...files, ...printers, ...(await checkAttached(door))]
    const broken = all.some(finding => finding.advice !== null)
    const checks = all.map(one => ({ ...one, ok: one.advice === null }))
    answer(door, { ok: !broken, checks }, all.map(textOf).join('\n'))
    if (broken) process.exitCode = EXIT.fault
  }),
]

const textOf = ({ what, found, advice, hints = [] }: Finding): string =>
  [
    `${advice === null ? 'OK' : '!!'}  ${what}: ${found}`,
    ...(advice === null ? [] : [advice]),
    ...hints,
  ].join('\n      ')

async function tellRules(door: Door, file: string): Promise<void> {
  const { doctor: words } = door.words
  const devices = await attachedDevices()
  const written = devices.length
  writeRules(door, file, devices)
  answer(
    door,
    { rules: written, file: written > 0 ? file : null },
    written > 0 ? words.rulesWritten(file, written) : words.noneAttached,
  )
  if (written === 0) process.exitCode = EXIT.fault
}
