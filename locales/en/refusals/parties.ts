import type { NearRecord, PartiesRefusals, WrittenSince } from '../../../rules/refusals/parties.ts'
import { likeness } from '../likeness.ts'

const oneNear = ({ name, number, address, reasons }: NearRecord): string =>
  `\n  ${[name, number, address].filter(Boolean).join(', ')} (${reasons.map(reason => likeness[reason]).join(', ')})`

const writtenSince: Record<WrittenSince, string> = {
  document: 'a document',
  bill: 'a bill',
  payment: 'a payment',
  merge: 'a merging',
  change: 'a change',
}

export const partiesRefusals: { [Code in keyof PartiesRefusals]: (facts: PartiesRefusals[Code]) => string } =
  {
    'party.near': ({ near }) =>
      `The register already has a record much like it. Take that one, or confirm that it is somebody else:${near.map(oneNear).join('')}`,
    'party.merge_itself': ({ name }) => `The record of ${name} cannot be merged with itself. Choose another.`,
    'party.merged_already': ({ name, into }) =>
      `The record of ${name} is already merged into that of ${into}. Work with that one.`,
    'party.other_kind': ({ name, into }) =>
      `${name} and ${into} are a person and an organisation and cannot be one. If the kind is wrong, change it first.`,
    'party.other_number': ({ name, into }) =>
      `${name} and ${into} have different numbers and are two. If one of the numbers is wrong, correct it first.`,
    'party.keep_numbered': ({ name, into }) =>
      `Only ${name} has a number. Let that record stay and merge ${into} into it.`,
    'party.not_merged': ({ name }) =>
      `The record of ${name} is not merged with another: there is nothing to part.`,
    'party.merge_followed': ({ name, what, at }) =>
      `Since ${name} was merged something was written to the joint record (${writtenSince[what] ?? what}, ${at}), so it cannot be parted. Correct the documents themselves.`,
  }
