import { expect, test } from 'vitest'
import { ACTS, may, POSTS, whyNotMay } from '../../rules/authority.ts'
import { Refusal, refusal, refuseIf } from '../../rules/refusal.ts'

test('a refusal carries its code and the facts of its sentence', () => {
  const why = refusal('desk.unknown', { number: '7' })
  expect(why).toBeInstanceOf(Refusal)
  expect(why).toBeInstanceOf(Error)
  expect(why).toMatchObject({ code: 'desk.unknown', facts: { number: '7' }, name: 'Refusal' })
})

test('what a screen shows as the reason is what an operation throws', () => {
  const why = refusal('till.not_open', {})
  expect(() => refuseIf(why)).toThrow(why)
  expect(() => refuseIf(null)).not.toThrow()
})

test('each post does what is its own, and nobody both takes money and sets passwords', () => {
  expect(whyNotMay('cashier', 'payments.take')).toBeNull()
  expect(whyNotMay('head', 'payments.take')).toMatchObject({
    code: 'authority.denied',
    facts: { act: 'payments.take', post: 'head' },
  })
  for (const post of POSTS) expect(may(post, 'payments.take') && may(post, 'staff.set_password')).toBe(false)
})

test('an auditor sees and changes nothing', () => {
  const does = ACTS.filter(act => may('auditor', act))
  expect(does.filter(act => !/\.(see|list|cash|dossier|looks|registry)$/.test(act))).toEqual([])
})

test('every act belongs to somebody', () => {
  for (const act of ACTS)
    expect(
      POSTS.some(post => may(post, act)),
      act,
    ).toBe(true)
})
