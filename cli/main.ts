import { enableCompileCache } from 'node:module'
import { compileCacheFolder, programVersion } from './installation.ts'
import { becomeDevice, plainlyDevice } from './start-device.ts'

const args = process.argv.slice(2)
const boxes = plainlyDevice(args)

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${programVersion()}\n`)
} else if (boxes) becomeDevice(boxes, process.env)
else {
  enableCompileCache(compileCacheFolder())
  const { run } = await import('./run.ts')
  process.exitCode = await run(args)
}
