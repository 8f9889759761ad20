import { cents } from '../../rules/money.ts'
import type { Service } from '../../rules/services.ts'

const register = { id: 'd1', code: 'gr', name: { bg: 'Гражданска регистрация', en: 'Civil registration' } }

/** A service at one speed for 5,00 €, unless told otherwise. */
export const service = (code: string, bg: string, more: Partial<Service> = {}): Service => ({
  id: `id-${code}`,
  code,
  name: { bg, en: `Service ${code}` },
  department: register,
  pricing: 'fixed',
  note: null,
  paymentCode: '448007',
  needsPayer: false,
  taxGroup: null,
  fees: { normal: { cents: cents(5_00), term: null } },
  ...more,
})

export const free = service('2052', 'Удостоверение за раждане – оригинал', {
  fees: { normal: { cents: cents(0), term: null }, express: { cents: cents(3_00), term: null } },
})
export const open = service('2112', 'Разрешение за строеж', {
  pricing: 'open',
  fees: { normal: { cents: cents(100_00), term: null } },
})
export const perUnit = service('2110', 'Заверка на документи за чужбина', { pricing: 'per_unit' })
