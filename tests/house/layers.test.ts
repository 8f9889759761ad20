import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Who may import whom (HOUSE.md, chapter 1): what stands in a folder, and whether that is allowed there. */
const IMPORTS: [folder: string, imported: string, allowed: boolean][] = [
  ['rules', './money.ts', true],
  ['rules/papers', '../money.ts', true],
  ['rules', 'node:fs', false],
  ['rules', 'zod', false],
  ['rules', 'uqr', false],
  ['rules/codes', 'uqr', true],
  ['rules/codes', 'zod', false],
  ['rules/papers', '../codes/qr.ts', true],
  ['rules', '../db/open.ts', false],
  ['rules', '../office/context.ts', false],
  ['rules/papers', '../../locales/bg/papers.ts', false],
  ['locales/bg', '../../rules/money.ts', true],
  ['locales/bg', '../../office/context.ts', false],
  ['db', '../rules/money.ts', true],
  ['db', '../office/context.ts', false],
  ['db/schema', '../../office/context.ts', false],
  ['db', '../locales/bg/papers.ts', false],
  ['office/payments', '../../rules/money.ts', true],
  ['office/payments', '../../db/schema/payments.ts', true],
  ['office/payments', '../../cli/main.ts', false],
  ['office/payments', '../../tui/host.tsx', false],
  ['office/payments', '../../printers/printer.ts', false],
  ['tui', '../rules/money.ts', true],
  ['tui', '../office/payments/take-payment.ts', true],
  ['tui', '../db/open.ts', false],
  ['tui', '../cli/main.ts', false],
  ['tui', '../printers/printer.ts', false],
  ['tui', 'postgres', false],
  ['printers', '../rules/papers/paper.ts', true],
  ['printers', '../db/open.ts', false],
  ['printers', '../tui/host.tsx', false],
  ['printers', '../locales/bg/papers.ts', false],
  ['kiosk', '../rules/money.ts', true],
  ['kiosk', '../web/contract.ts', true],
  ['kiosk', '../office/context.ts', false],
  ['kiosk', '../db/open.ts', false],
  ['web', '../office/kiosks/open-hub.ts', true],
  ['web', '../db/open.ts', false],
  ['web', '../cli/main.ts', false],
  ['web', '../kiosk/outbox.ts', false],
]

let folder: string
let refused: Set<string>
const fileOf = (at: number) => `${IMPORTS[at]?.[0]}/imports-${at}.ts`

beforeAll(async () => {
  folder = mkdtempSync('/tmp/gishe-layers-')
  const { vcs: _, ...settings } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...settings, $schema: undefined }))
  for (const [at, [, imported]] of IMPORTS.entries()) {
    const path = join(folder, fileOf(at))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `import { thing } from '${imported}'\nexport const other = thing\n`)
  }
  const biome = join(ROOT, 'node_modules/.bin/biome')
  const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--colors=off', '.']
  const { stdout, stderr } = await promisify(execFile)(biome, args, { cwd: folder }).catch(
    (error: { stdout: string; stderr: string }) => error,
  )
  refused = new Set(
    `${stdout}${stderr}`.match(/\S+imports-\d+\.ts(?=:\d+:\d+ lint\/style\/noRestrictedImports)/g),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(
  IMPORTS.map(([from, what, allowed], at) => ({
    from,
    what,
    says: allowed ? 'imports' : 'never imports',
    at,
  })),
)('$from $says $what', ({ at }) => {
  expect(refused.has(fileOf(at))).toBe(!IMPORTS[at]?.[2])
})
