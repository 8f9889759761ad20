import type { NearRecord, PartiesRefusals } from '../../../rules/refusals/parties.ts'
import { likeness } from '../likeness.ts'

const oneNear = ({ name, number, address, reasons }: NearRecord): string =>
  `\n  ${[name, number, address].filter(Boolean).join(', ')} (${reasons.map(reason => likeness[reason]).join(', ')})`

export const partiesRefusals: { [Code in keyof PartiesRefusals]: (facts: PartiesRefusals[Code]) => string } =
  {
    'party.near': ({ near }) =>
      `The register already has a record much like it. Take that one, or confirm that it is somebody else:${near.map(oneNear).join('')}`,
  }
