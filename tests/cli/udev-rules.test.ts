import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeRules } from '../../cli/checks/attached.ts'
import type { Door } from '../../cli/door.ts'
import type { Attached } from '../../printers/attached.ts'

const door = { lang: 'bg' } as Door
const folder = mkdtempSync(join(tmpdir(), 'gishe-rules-'))
afterAll(() => rmSync(folder, { recursive: true }))

const printer = (socket: string): Attached => ({
  kind: 'serial',
  node: '/dev/ttyACM0',
  vendor: 'fff0',
  product: '0100',
  serial: null,
  maker: '',
  model: 'Datecs Serial',
  socket,
  part: null,
})

test('rules take the place of rules written so before, and of nothing else', () => {
  const file = join(folder, '70-gishe-printers.rules')
  writeRules(door, file, [printer('1-1')])
  writeRules(door, file, [printer('1-2')])
  expect(readFileSync(file, 'utf8')).toContain('KERNELS=="1-2"')
  expect(readFileSync(file, 'utf8')).not.toContain('KERNELS=="1-1"')
  writeFileSync(file, 'KERNEL=="sda", MODE="0600"\n')
  expect(() => writeRules(door, file, [printer('1-2')])).toThrow('не е писан от „gishe doctor --udev“')
  expect(readFileSync(file, 'utf8')).toBe('KERNEL=="sda", MODE="0600"\n')
})

test('a folder that is not there is told', () => {
  expect(() => writeRules(door, join(folder, 'no', 'x.rules'), [printer('1-1')])).toThrow(
    'не може да се запише',
  )
})
