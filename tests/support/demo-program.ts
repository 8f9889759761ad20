import { writeFileSync } from 'node:fs'
import { screens } from '../../locales/bg/screens.ts'
import { startHost } from '../../tui/host.tsx'
import { open } from '../../tui/screen.ts'
import { demo, demoScreen } from './demo-screen.tsx'

/** The demo screen on the terminal this process runs in: adding «crash» throws outside every operation, adding «exit» ends the process at once. After the end it takes a moment to put things away and tells so in the file it is given. */
const add = async (text: string): Promise<void> => {
  if (text === 'exit') process.exit(3)
  if (text === 'crash')
    setImmediate(() => {
      throw new Error('a wild bug')
    })
}

const host = startHost({
  stdin: process.stdin,
  stdout: process.stdout,
  first: open(demoScreen({ add }), demo()),
  texts: screens.frame,
  town: () => 'Стара Загора',
  status: () => [],
  describeRefusal: refusal => refusal.code,
  describeFault: () => null,
  isConnectionFault: () => false,
  onBug: error => String(error),
})
await host.ended
const farewell = process.argv[2]
if (farewell) {
  await new Promise(resolve => setTimeout(resolve, 100))
  writeFileSync(farewell, 'all put away')
}
console.log('goodbye')
