import type { NumberingRefusals } from '../../../rules/refusals/numbering.ts'

export const numberingRefusals: {
  [Code in keyof NumberingRefusals]: (facts: NumberingRefusals[Code]) => string
} = {
  'template.empty': () => 'The template of the number is empty. Write one, for example {index}-{seq}.',
  'template.sign_wrong': ({ sign }) =>
    `A template cannot hold "${sign}". Use letters, digits and - / . # around the {parts}.`,
  'template.brace_open': () =>
    'A brace of the template has no partner. Each part is written between { and }, for example {index}-{seq}.',
  'template.segment_unknown': ({ segment }) =>
    `A template has no part ${segment}. There are {seq}, {seq:5}, {index}, {letters}, {theme}, {department}, {year}, {yy}, {day}, and for replies {case}, {sub}.`,
  'template.segment_twice': ({ segment }) => `${segment} is in the template twice. Leave it once.`,
  'template.reply_only': ({ segment }) =>
    `${segment} is only for the numbers of replies in a case. Take it out of the template of documents.`,
  'template.no_sequence': ({ numberOf }) =>
    numberOf === 'document'
      ? 'The template has no sequence. Add {seq} or {seq:5}.'
      : 'The template of replies has no sequence. Add {case}#{sub} or {seq}.',
  'template.digits_touch': ({ segment }) =>
    `There are digits beside ${segment}: nobody could tell where the sequence begins. Put a dash, a dot or a slash between.`,
  'template.too_long': ({ signs, most }) =>
    `Numbers by this template grow to ${signs} signs, and ${most} have room. Take a part out.`,
  'register.closed': () => 'The register is closed. Choose one that is open.',
  'register.none': () =>
    'The town has no register for this yet. Let the administrator run "gishe init" again: it adds what is missing.',
  'register.unknown': ({ text }) => `There is no register "${text}". See "gishe registers list".`,
}
