import type { HandoversRefusals } from '../../../rules/refusals/handovers.ts'

export const handoversRefusals: {
  [Code in keyof HandoversRefusals]: (facts: HandoversRefusals[Code]) => string
} = {
  'paper.unknown': ({ text }) => `No hand-over of “${text}” waits for you.`,
  'paper.on_the_way': ({ to, since }) =>
    `The paper was handed to ${to} (${since}) and waits to be taken. It must be taken first.`,
  'paper.outside': ({ name, since }) =>
    `The paper is out of the house, with ${name} since ${since}. Take it back first.`,
  'paper.not_with_you': ({ name }) => `The paper is with ${name}. Whoever has it hands it over.`,
  'paper.held_already': ({ name }) => `The paper is with ${name} already.`,
  'paper.borrower_needed': () => 'Name who takes it out of the house, and how they showed who they are.',
  'paper.back_in_the_past': () => 'The day of return is over. Name today or a day after it.',
  'paper.not_for_you': () =>
    'The paper was not handed to you or to your department. Whom it was handed to takes it.',
  'paper.taken': ({ name, at }) => `The paper was taken by ${name} on ${at}.`,
}
