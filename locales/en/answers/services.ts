import type { ServicesAnswers } from '../../bg/answers/services.ts'

export const servicesAnswers: ServicesAnswers = {
  services: {
    code: 'Code',
    name: 'Service',
    department: 'Department',
    pricing: 'Fee',
    fee: { normal: 'Normal', fast: 'Fast', express: 'Express' },
    pricings: { fixed: 'set', per_unit: 'per unit', open: 'typed' },
  },
  payerSet: (code, isNeeded) =>
    isNeeded ? `Service ${code} now needs a payer.` : `Service ${code} may now be paid without a payer.`,
  feeSet: (code, fee, day) => `Fee of service ${code} from ${day}: ${fee}.`,
}
