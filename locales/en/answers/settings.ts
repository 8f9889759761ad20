import type { SettingsAnswers } from '../../bg/answers/settings.ts'

export const settingsAnswers: SettingsAnswers = {
  settings: {
    columns: { setting: 'Setting', from: 'From', amount: 'Limit', inForce: 'Holds', source: 'Source' },
    names: { cash_limit: 'cash payments', till_limit: 'cash in a drawer' },
    yes: 'yes',
    noLimit: 'no limit',
    byLaw: 'Limitation of Cash Payments Act, art. 3',
    notSet: 'never set',
    set: (name, amount, from) => `Limit of ${name} from ${from}: ${amount}.`,
  },
}
