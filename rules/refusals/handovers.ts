export type HandoversRefusals = {
  'paper.unknown': { text: string }
  'paper.on_the_way': { to: string; since: string }
  'paper.outside': { name: string; since: string }
  'paper.not_with_you': { name: string }
  'paper.held_already': { name: string }
  'paper.borrower_needed': Record<never, never>
  'paper.back_in_the_past': Record<never, never>
  'paper.not_for_you': Record<never, never>
  'paper.taken': { name: string; at: string }
}
