import type { LikenessReason } from '../../rules/duplicates.ts'

export type LikenessTexts = Record<LikenessReason, string>

/** Why two records of the register may be of one, each as a piece of a list. */
export const likeness: LikenessTexts = {
  same_number: 'същият номер',
  same_company: 'ЕИК на същото дружество',
  same_name: 'същото име',
  name_in_other_order: 'същото име в друг ред',
  name_shorter: 'част от името',
  name_typing_error: 'разлика от една буква в името',
  name_initial: 'инициал',
  name_in_other_letters: 'името на друга азбука',
  same_birth_date: 'същата рождена дата',
  same_phone: 'същият телефон',
  same_email: 'същият имейл',
  same_address: 'същият адрес',
  same_settlement: 'същото населено място',
  nothing_else_known: 'нищо друго не се знае',
  numbers_differ: 'но номерата са различни',
}
