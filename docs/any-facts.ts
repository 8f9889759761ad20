import { cents } from '../rules/money.ts'

const AMOUNTS = [
  'most',
  'now',
  'missing',
  'difference',
  'limit',
  'earlier',
  'over',
  'held',
  'needed',
  'counted',
  'expected',
  'sum',
  'given',
  'due',
]

/** Stands for any facts of a sentence: `…` where text is wanted, 12,50 for amounts, nothing in lists. */
export const anyFacts: unknown = new Proxy(() => '…', {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 1250 : '…')
    if (AMOUNTS.includes(String(key))) return cents(1250)
    if (key === 'near') return []
    if (key === 'wrong') return [{ field: '…', problem: 'not_allowed', allowed: '…' }]
    if (key === 'cards') return [{ card: '…', problems: [{ path: '…', problem: 'missing' }] }]
    if (key === 'known' || key === 'offered' || key === 'working') return ['…']
    if (key === 'length') return 1
    if (['toLocaleUpperCase', 'toLocaleLowerCase', 'toLowerCase', 'toString'].includes(String(key)))
      return () => '…'
    if (key === 'join') return () => '…'
    return '…'
  },
})
