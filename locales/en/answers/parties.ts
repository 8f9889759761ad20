import type { PartiesAnswers } from '../../bg/answers/parties.ts'

export const partiesAnswers: PartiesAnswers = {
  parties: {
    id: 'Id in the register',
    name: 'Name',
    kind: 'Kind',
    kinds: { person: 'person', organisation: 'organisation' },
    identifier: 'Number',
    identifiers: { egn: 'EGN', lnch: 'LNCh', eik: 'EIK' },
    address: 'Address',
    phone: 'Telephone',
    email: 'E-mail',
    changed: 'Changed',
    noDuplicates: 'No records look like one and the same.',
  },
}
