import type { PartiesTexts, PartyTexts } from '../../bg/screens/parties.ts'

export const parties: PartiesTexts = {
  title: 'People and organisations',
  search: 'Search',
  hint: 'a number or pieces of the name',
  edit: 'Edit',
  find: 'Find',
  add: 'New record',
  askText: 'Type a number or pieces of the name, e.g. «ив петр».',
  none: 'Nobody was found. F8 writes a new record.',
  wrongNumber: 'The check digit of the number does not fit. Look at it again.',
  searching: 'searching…',
  found: count => `Found: ${count}`,
  foundMore: count => `the first ${count}; type more letters for the others`,
  written: name => `Written: ${name}`,
  help: [
    'Each word is the beginning of a word of the name, in any order.',
    'A whole number (personal number, EIK) finds exactly its person or organisation.',
    'The arrows choose, Enter opens the record for editing, F8 writes a new one.',
  ],
}

export const party: PartyTexts = {
  titleNew: 'New record',
  title: name => `Record: ${name}`,
  kind: 'Kind',
  kinds: { person: 'person', organisation: 'organisation' },
  name: 'Name',
  identifier: 'Number',
  identifiers: { egn: 'EGN', lnch: 'LNCh', eik: 'EIK' },
  settlement: 'Settlement',
  settlementHint: 'name or EKATTE code',
  street: 'Address',
  streetHint: 'street, number, entrance, floor, flat',
  address: 'Address',
  phone: 'Telephone',
  email: 'E-mail',
  changed: 'Changed',
  otherKind: 'Kind',
  next: 'Next',
  save: 'Save',
  choosePlace: 'The arrows choose a settlement, Enter takes it.',
  help: [
    'Enter and Tab lead to the next line, Shift-Tab to the one before, F8 saves.',
    'F2 changes between person and organisation. The number may be left out.',
    'The settlement is chosen from those shown: arrows and Enter.',
  ],
}
