import type { HandoverTexts } from '../../rules/handovers.ts'

export const handovers: HandoverTexts = {
  registry: (holder, since) => `with ${holder}, who registered it ${since}`,
  hands: (holder, since) => `with ${holder} since ${since}`,
  onTheWay: (from, to, since) => `handed by ${from} to ${to} ${since}, not taken yet`,
  outside: (to, from, since, backBy, isLate) =>
    `out of the house: ${to}, given by ${from} ${since}, back by ${backBy}${isLate ? ' – late' : ''}`,
}
