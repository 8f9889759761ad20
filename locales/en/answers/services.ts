import type { ServicesAnswers } from '../../bg/answers/services.ts'

export const servicesAnswers: ServicesAnswers = {
  services: {
    code: 'Code',
    name: 'Service',
    department: 'Department',
    pricing: 'Fee',
    fee: { normal: 'Normal', fast: 'Fast', express: 'Express' },
    fiscal: 'Fiscal receipt',
    from: 'From',
    ground: 'Ground',
    noFiscal: 'none',
    neverFiscal: 'Fiscal receipt: none needed.',
    speed: 'Speed',
    amount: 'Fee',
    term: 'Term',
    terms: { working_days: 'working days', calendar_days: 'calendar days', days: 'days', hours: 'hours' },
    pricings: { fixed: 'set', per_unit: 'per unit', open: 'typed' },
  },
  payerSet: (code, isNeeded) =>
    isNeeded ? `Service ${code} now needs a payer.` : `Service ${code} may now be paid without a payer.`,
  fiscalSet: (code, letter, day) =>
    letter === null
      ? `Service ${code} needs no fiscal receipt from ${day}.`
      : `Service ${code} needs a fiscal receipt from ${day}, tax group ${letter}.`,
  feeSet: (code, fee, day) => `Fee of service ${code} from ${day}: ${fee}.`,
}
