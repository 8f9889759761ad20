import { afterEach } from 'vitest'
import { type DeskOptions, type FiscalDesk, fiscalDesk, type Make } from './fiscal-desk.ts'

const desks: FiscalDesk[] = []

afterEach(async () => {
  await Promise.all(desks.splice(0).map(desk => desk.close()))
})

/** A desk that is closed after the test. */
export async function deskFor(make: Make, options: DeskOptions = {}): Promise<FiscalDesk> {
  const desk = await fiscalDesk(make, options)
  desks.push(desk)
  return desk
}
