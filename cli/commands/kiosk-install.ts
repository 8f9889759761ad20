import { declare, type Given } from '../command.ts'
import type { Door } from '../door.ts'
import { programPath } from '../installation.ts'
import { boxesTyped } from '../kiosk-boxes.ts'
import { answer } from '../output/answer.ts'
import { WrongUsage } from '../wrong-usage.ts'

export const kioskInstallCommands = () => [declare('kiosk install', install, { repeated: ['box'] })]

/** Shows or writes what makes a machine a device; the files are read only when somebody wants them. */
async function install(given: Given<'kiosk install'>, door: Door): Promise<void> {
  const folder = given.text('write')
  if (given.has('print') === (folder !== undefined))
    throw new WrongUsage(door.lang, usage => usage.oneOfBoth('--print', '--write'))
  const boxes = given.list('box')
  await boxesTyped(boxes, door)
  const { installationFor, writeInstallation } = await import('../kiosk-installation.ts')
  const { files, steps, said } = installationFor(
    { program: given.text('program') ?? programPath(), boxes },
    door,
  )
  const commands = [said.steps, ...steps.flatMap(({ command, why }) => [`  # ${why}`, `  ${command}`])]
  if (folder === undefined) {
    const texts = files.map(({ path, text }) => `######## ${path}\n\n${text}`)
    return answer(door, { files, steps }, [...texts, ...commands].join('\n'))
  }
  const written = writeInstallation(folder, files, door)
  const told = written.flatMap(({ path, earlier }) => [
    said.written(path),
    ...(earlier ? [said.keptEarlier(earlier)] : []),
  ])
  answer(door, { written, steps }, [...told, '', ...commands].join('\n'))
}
