import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listKinds } from '../../office/registers/list-kinds.ts'
import { listNomenclature } from '../../office/registers/list-nomenclature.ts'
import { listRegisters } from '../../office/registers/list-registers.ts'
import { setKind } from '../../office/registers/set-kind.ts'
import { setNomenclature } from '../../office/registers/set-nomenclature.ts'
import { setRegister } from '../../office/registers/set-register.ts'
import type { Session } from '../../office/staff/sign-in.ts'
import { kindOf, register } from '../support/at-the-registry.ts'
import { refused } from '../support/refused.ts'
import { newest, type TestTown, testTown } from '../support/town.ts'

describe.each(newest)('registers on PostgreSQL %s', version => {
  let town: TestTown
  let clerk: Session
  let admin: Session
  beforeAll(async () => {
    town = await testTown(version)
    ;[clerk, admin] = await Promise.all([town.signIn('delo'), town.signIn('admin', null)])
  })
  afterAll(() => town.close())
  const id = randomUUIDv7

  test('a new town has the official register with index 1, others for the house, kinds and a nomenclature', async () => {
    const registers = await listRegisters(clerk.ctx())
    expect(await listRegisters(admin.ctx())).toEqual(registers)
    expect(registers[0]).toMatchObject({
      index: 1,
      isOfficial: true,
      example: expect.stringMatching(/^П-1-\d{5}$/),
    })
    expect(registers.filter(one => one.isOfficial)).toHaveLength(1)
    const kinds = await listKinds(clerk.ctx())
    expect(kinds).toContainEqual(
      expect.objectContaining({ code: 'complaint', name: 'Жалба', letters: 'Ж', theme: '02-03' }),
    )
    const cases = await listNomenclature(clerk.ctx())
    expect(cases).toContainEqual(
      expect.objectContaining({ index: '02-03', retention: { retention: 'term', years: 5, isExpert: true } }),
    )
  })

  test('another template is of the next document on; numbers that are given stay', async () => {
    const before = await register(town, clerk)
    await setRegister(admin.ctx(), { id: id(), index: 1, template: '{theme}-{seq}/{day}' })
    const after = await register(town, clerk)
    expect(after.number).toMatch(/^02-02-\d+\/\d\d\.\d\d\.\d{4}$/)
    const [row] = await town.sql`select number from documents where id = ${before.documentId}`
    expect(row).toEqual({ number: before.number })
    const reply = await register(town, clerk, { answersId: after.documentId })
    expect(reply.number).toBe(`${after.number.split('/')[0]}#1`)
  })

  test('a register for the house counts by itself and can be closed', async () => {
    const registerId = id()
    await setRegister(admin.ctx(), {
      id: registerId,
      index: 7,
      nameBg: 'Договори',
      template: 'Д-{seq:3}/{yy}',
    })
    const one = await register(town, clerk, { registerId })
    expect(one.number).toMatch(/^Д-001\/\d\d$/)
    expect(one.uri).toMatch(/^7-1-/)
    await setRegister(admin.ctx(), { id: id(), index: 7, close: true })
    await refused(register(town, clerk, { registerId }), 'register.closed')
  })

  test('what is no register, kind or case is refused, and nobody but the administrator sets them', async () => {
    const { ctx } = admin
    await refused(
      setRegister(ctx(), { id: id(), index: 1, template: '{index}-{year}' }),
      'template.no_sequence',
    )
    await refused(setRegister(ctx(), { id: id(), index: 1, replyTemplate: '{case}' }), 'template.no_sequence')
    await refused(setRegister(ctx(), { id: id(), index: 8 }), 'register.name_needed')
    await refused(setRegister(ctx(), { id: id(), index: 1, close: true }), 'register.official_stays')
    await refused(setKind(ctx(), { id: id(), code: 'Жалба' }), 'kind.code_wrong')
    await refused(setKind(ctx(), { id: id(), code: 'tender', letters: 'много букви' }), 'kind.letters_wrong')
    await refused(setKind(ctx(), { id: id(), code: 'tender' }), 'kind.name_needed')
    await refused(
      setKind(ctx(), { id: id(), code: 'tender', nameBg: 'Оферта', theme: '99' }),
      'nomenclature.unknown',
    )
    await refused(setNomenclature(ctx(), { id: id(), index: '{}' }), 'nomenclature.index_wrong')
    await refused(
      setNomenclature(ctx(), { id: id(), index: '12-01', retention: '5' }),
      'nomenclature.name_needed',
    )
    await refused(
      setNomenclature(ctx(), { id: id(), index: '12-01', name: 'Спорт', retention: 'пет' }),
      'nomenclature.retention_wrong',
    )
    await refused(setRegister(clerk.ctx(), { id: id(), index: 1 }), 'authority.denied')
  })

  test('a kind with its letters, a case with its mark', async () => {
    await setNomenclature(admin.ctx(), {
      id: id(),
      index: '12-01',
      name: 'Спорт',
      retention: '3',
      source: 'РД-08-1',
    })
    await setKind(admin.ctx(), { id: id(), code: 'tender', nameBg: 'Оферта', letters: 'ОФ', theme: '12-01' })
    expect(await listKinds(clerk.ctx())).toContainEqual(
      expect.objectContaining({
        code: 'tender',
        name: 'Оферта',
        letters: 'ОФ',
        theme: '12-01',
        mode: 'unsolicited',
      }),
    )
    await setRegister(admin.ctx(), { id: id(), index: 1, template: '{letters}-{theme}-{seq}' })
    const done = await register(town, clerk, { kindId: await kindOf(town, 'tender') })
    expect(done.number).toMatch(/^ОФ-12-01-\d+$/)
  })

  test('a town that was founded before there were registers is told how it gets them', async () => {
    await town.sql`update registers set is_official = false`
    await refused(register(town, clerk), 'register.none')
  })
})
