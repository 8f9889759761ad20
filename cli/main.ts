import { enableCompileCache } from 'node:module'
import { compileCacheFolder, programVersion } from './installation.ts'

const args = process.argv.slice(2)

if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${programVersion()}\n`)
} else {
  enableCompileCache(compileCacheFolder())
  const { run } = await import('./run.ts')
  process.exitCode = await run(args)
}
