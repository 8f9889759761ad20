import type { HandoverTexts } from '../../rules/handovers.ts'

export const handovers: HandoverTexts = {
  registry: (holder, since) => `при ${holder}, където е регистриран ${since}`,
  hands: (holder, since) => `при ${holder} от ${since}`,
  onTheWay: (from, to, since) => `предаден от ${from} на ${to} ${since}, още не е приет`,
  outside: (to, from, since, backBy, isLate) =>
    `извън общината: ${to}, даден от ${from} ${since}, връща се до ${backBy}${isLate ? ' – закъснява' : ''}`,
}
