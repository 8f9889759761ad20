import type { NearRecord, PartiesRefusals } from '../../../rules/refusals/parties.ts'
import { likeness } from '../likeness.ts'

const oneNear = ({ name, number, address, reasons }: NearRecord): string =>
  `\n  ${[name, number, address].filter(Boolean).join(', ')} (${reasons.map(reason => likeness[reason]).join(', ')})`

export const partiesRefusals: { [Code in keyof PartiesRefusals]: (facts: PartiesRefusals[Code]) => string } =
  {
    'party.near': ({ near }) =>
      `В регистъра вече има близък запис. Вземете него, или потвърдете, че е друго лице:${near.map(oneNear).join('')}`,
  }
