import type { LikenessTexts } from '../bg/likeness.ts'

export const likeness: LikenessTexts = {
  same_number: 'same number',
  same_company: 'EIK of the same company',
  same_name: 'same name',
  name_in_other_order: 'same name in another order',
  name_shorter: 'part of the name',
  name_typing_error: 'name one letter apart',
  name_initial: 'an initial',
  name_in_other_letters: 'name in the other alphabet',
  same_birth_date: 'same day of birth',
  same_phone: 'same telephone',
  same_email: 'same e-mail',
  same_address: 'same address',
  same_settlement: 'same settlement',
  nothing_else_known: 'nothing else is known',
  numbers_differ: 'but the numbers differ',
}
