import type { FiscalRefusalTexts } from '../bg/fiscal-refusals.ts'
import { faults } from './faults.ts'

/** A fault's sentence; its code where a newer program told one that we do not know. */
const faultOf = (code: string): string => {
  const told: Record<string, (detail: string) => string> = faults.printer
  return told[code]?.('') ?? code
}

export const fiscalRefusals: FiscalRefusalTexts = {
  'fiscal.revenue_in_the_past': () =>
    'A fiscal receipt is asked for from today or a later day: the payments until then are issued already.',
  'fiscal.revenue_set_already': ({ code, day }) =>
    `Something else is said of service ${code} from ${day} and does not change. Choose a later day.`,
  'fiscal.revenue_needs_ground': () =>
    'Write on what ground it was decided: an order or an instruction of the chief accountant (at least 3 characters).',
  'fiscal.no_device': ({ code }) =>
    `Service ${code} needs a fiscal receipt and this desk has no fiscal device. Take it at another desk; an administrator gives a device with "gishe fiscal give".`,
  'fiscal.not_ready': ({ fault }) => `The fiscal device is not ready: "${faultOf(fault)}"`,
  'fiscal.none_here': () =>
    'No fiscal device stands at this desk. Say which one is meant, or give one to the desk with "gishe fiscal give".',
  'fiscal.not_a_device': ({ name }) =>
    `"${name}" is not set up as a fiscal device. An administrator sets it up with "gishe fiscal set-up".`,
  'fiscal.number_wrong': ({ text }) =>
    `"${text}" is not the individual number of a fiscal device. It is on the seal: two Latin letters and six digits (DT000600).`,
  'fiscal.number_taken': ({ number, printer }) =>
    `Number ${number} is that of "${printer}". Look at the seal of the device.`,
  'fiscal.number_has_sales': ({ printer, number }) =>
    `"${printer}" has sales with number ${number}, which does not change. Another device is added as a new printer.`,
  'fiscal.password_wrong': () =>
    'The password of the operator is 1 to 8 digits. It is the one that the device knows.',
  'fiscal.not_issued': ({ unp }) =>
    `The fiscal receipt of ${unp} has not come out yet, so there is nothing to reverse. Mend the device and wait for the receipt (F10, "Fiscal device").`,
  'fiscal.document_unknown': ({ unp, job }) =>
    `The number of the fiscal receipt of ${unp} is not known. Read it on the receipt: "gishe fiscal tell ${job} --document NUMBER".`,
  'fiscal.document_wrong': ({ text }) => `"${text}" is no number of a fiscal receipt. Only digits, up to 10.`,
  'fiscal.document_known': ({ document }) =>
    `The number of this fiscal receipt is known already: ${document}. It does not change.`,
  'fiscal.memory_needed': () =>
    'The number of the fiscal memory of this device is not known yet. Give it with --memory; it is on the receipt (FM).',
  'fiscal.no_copies': ({ title }) =>
    `"${title}" is of the fiscal device, and only that makes a duplicate. Its text is read with "gishe print preview".`,
  'fiscal.other_device': ({ device }) =>
    `The fiscal receipt was issued by "${device}", and only that one takes it back. Reverse at the desk where it stands.`,
  'fiscal.storno_too_late': ({ until }) =>
    `A mistake of the operator could be reversed until ${until}. Choose another reason (F2) or ask the accountants.`,
}
