import { checkDatabase } from '../checks/database.ts'
import { checkHost } from '../checks/host.ts'
import { checkPrinters } from '../checks/printers.ts'
import { declare } from '../command.ts'
import { EXIT } from '../exits.ts'
import { answer } from '../output/answer.ts'

export const doctorCommands = () => [
  declare('doctor', async (_, door) => {
    const host = await checkHost(door)
    const { findings, look } = await checkDatabase(door)
    const printers = look ? await checkPrinters(door, look) : []
    const all = [...host, ...findings, ...printers]
    const broken = all.some(finding => finding.advice !== null)
    const text = all.map(
      ({ what, found, advice }) =>
        `${advice === null ? 'OK' : '!!'}  ${what}: ${found}${advice === null ? '' : `\n      ${advice}`}`,
    )
    answer(
      door,
      { ok: !broken, checks: all.map(one => ({ ...one, ok: one.advice === null })) },
      text.join('\n'),
    )
    if (broken) process.exitCode = EXIT.fault
  }),
]
