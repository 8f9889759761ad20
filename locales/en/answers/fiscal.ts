import type { FiscalAnswers } from '../../bg/answers/fiscal.ts'

export const fiscalAnswers: FiscalAnswers = {
  fiscal: {
    operatorPassword: operator => `Password of operator ${operator} in the device`,
    setUp: (device, number, isNew) =>
      isNew
        ? `"${device}" is fiscal device ${number}. Give it to a desk with "gishe fiscal give".`
        : `"${device}" (${number}) is changed.`,
    given: (desk, device) => `Desk ${desk} issues fiscal receipts with "${device}".`,
    taken: desk => `No fiscal device stands at desk ${desk} any more.`,
    status: {
      device: 'Device',
      number: 'Individual number',
      memory: 'Fiscal memory',
      clock: 'Clock',
      last: 'Last document',
      cash: 'Cash in the device',
      owner: 'Prints there',
      since: 'Sold since the Z',
      lastZ: 'Last Z report',
      waiting: 'Waiting',
    },
    isExact: 'exact',
    isAhead: seconds => `${seconds} s ahead`,
    isBehind: seconds => `${seconds} s behind`,
    otherNumber: number =>
      `The device says number ${number} and another one is set. Look with "gishe fiscal set-up".`,
    unknown: 'not known',
    nobody: 'nobody now',
    sold: (documents, total) => `${documents} ${documents === 1 ? 'receipt' : 'receipts'}, ${total}`,
    queued: title => `${title}: waits for the fiscal device.`,
    done: (title, state) => `${title}: ${state}.`,
    askZ: 'The Z report closes the day of the device for good. Go on? (yes/no)',
    yes: ['yes', 'y'],
    notDone: 'The Z report was not started.',
    clock: (clock, difference) => `Clock of the device: ${clock}, ${difference}.`,
    clockSet: clock => `The clock is set: ${clock}.`,
    ended: {
      none_open: 'No receipt is open.',
      cancelled: 'The open receipt is cancelled.',
      closed: 'The open receipt was paid and is closed. See whether it has to be reversed.',
    },
    told: (title, document) => `${title}: fiscal receipt No. ${document}.`,
    columns: {
      issued_at: 'Issued',
      device: 'Device',
      task: 'Kind',
      document: 'No.',
      unp: 'USN',
      receipt: 'Receipt',
      amount: 'Amount',
      fiscal_memory: 'Fiscal memory',
    },
    tasks: {
      sale: 'receipt',
      storno: 'storno',
      cash_in: 'cash in',
      cash_out: 'cash out',
      x_report: 'X report',
      z_report: 'Z report',
    },
  },
}
