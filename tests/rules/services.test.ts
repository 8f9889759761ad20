import { describe, expect, test } from 'vitest'
import { cents } from '../../rules/money.ts'
import { findServices, isFree, serviceWithCode, speedsOf } from '../../rules/services.ts'
import { free, service } from './service-facts.ts'

const SERVICES = [
  service('2076', 'Издаване на удостоверение за раждане – дубликат', {
    name: { bg: 'Издаване на удостоверение за раждане – дубликат', en: 'Birth certificate (duplicate)' },
  }),
  service('207', 'Преписи от решения'),
  service('10001', 'Копие на справка'),
  service('2079', 'Удостоверение за постоянен адрес'),
  service('2112', 'Разрешение за строеж'),
  service('999', 'Справка за прераждане'),
]
const codes = (typed: string, limit = 9): string[] =>
  findServices(SERVICES, typed, 'bg', limit).map(found => found.code)

describe('finding a service', () => {
  test.each([
    ['207', ['207', '2076', '2079'], 'the exact code before the codes that begin with it'],
    [' 2112 ', ['2112'], 'spaces around a code'],
    ['удост раж', ['2076'], 'beginnings of words'],
    ['РАЖ УДОСТ', ['2076'], 'any case, any order'],
    ['раждане', ['2076', '999'], 'the beginning of a word before its middle'],
    ['удостоверение', ['2076', '2079'], 'codes ascending among equals'],
    ['birth', ['2076'], 'the other language'],
    ['дубликат – раждане', ['2076'], 'punctuation does not count'],
    ['', [], 'nothing typed'],
    ['  –  ', [], 'only punctuation'],
    ['паспорт', [], 'nothing found'],
    ['.*', [], 'signs of patterns are only signs'],
  ])('%j finds %j: %s', (typed, found) => {
    expect(codes(typed)).toEqual(found)
  })

  test('orders codes as numbers and stops at the limit', () => {
    expect(codes('справка')).toEqual(['999', '10001'])
    expect(codes('207', 2)).toEqual(['207', '2076'])
  })

  test('by its whole code only', () => {
    expect(serviceWithCode(SERVICES, ' 2076 ')?.code).toBe('2076')
    expect(serviceWithCode(SERVICES, '20')).toBeNull()
  })
})

describe('the fees of a service', () => {
  test('are offered from the slowest speed to the fastest', () => {
    const fee = { cents: cents(1_00), term: null }
    expect(speedsOf(service('1', 'x', { fees: { express: fee, normal: fee } }))).toEqual([
      'normal',
      'express',
    ])
  })

  test('are free only where the published fee of that speed is zero', () => {
    expect(isFree(free, 'normal')).toBe(true)
    expect(isFree(free, 'express')).toBe(false)
    expect(isFree(free, 'fast')).toBe(false)
    expect(isFree(service('1', 'x', { fees: { normal: { cents: null, term: null } } }), 'normal')).toBe(false)
  })
})
