import type { NearRecord, PartiesRefusals, WrittenSince } from '../../../rules/refusals/parties.ts'
import { likeness } from '../likeness.ts'

const oneNear = ({ name, number, address, reasons }: NearRecord): string =>
  `\n  ${[name, number, address].filter(Boolean).join(', ')} (${reasons.map(reason => likeness[reason]).join(', ')})`

const writtenSince: Record<WrittenSince, string> = {
  document: 'документ',
  bill: 'сметка',
  payment: 'плащане',
  merge: 'обединяване',
  change: 'промяна',
}

export const partiesRefusals: { [Code in keyof PartiesRefusals]: (facts: PartiesRefusals[Code]) => string } =
  {
    'party.near': ({ near }) =>
      `В регистъра вече има близък запис. Вземете него, или потвърдете, че е друго лице:${near.map(oneNear).join('')}`,
    'party.merge_itself': ({ name }) =>
      `Записът на ${name} не може да се обедини със себе си. Изберете друг.`,
    'party.merged_already': ({ name, into }) =>
      `Записът на ${name} вече е обединен с този на ${into}. Работете с него.`,
    'party.other_kind': ({ name, into }) =>
      `${name} и ${into} са човек и организация и не могат да са едно лице. Ако видът е сгрешен, първо го променете.`,
    'party.other_number': ({ name, into }) =>
      `${name} и ${into} имат различни номера и са две лица. Ако единият номер е сгрешен, първо го поправете.`,
    'party.keep_numbered': ({ name, into }) =>
      `Номер има само ${name}. Нека остане този запис, а ${into} се обедини с него.`,
    'party.not_merged': ({ name }) => `Записът на ${name} не е обединен с друг: няма какво да се раздели.`,
    'party.merge_followed': ({ name, what, at }) =>
      `След обединяването на ${name} вече има записано на общия запис (${writtenSince[what] ?? what}, ${at}), затова не може да се раздели. Поправете самите документи.`,
  }
