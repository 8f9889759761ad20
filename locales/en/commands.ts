import type { CommandTexts } from '../bg/commands.ts'
import { basketsCommands } from './commands/baskets.ts'
import { billsCommands } from './commands/bills.ts'
import { boardCommands } from './commands/board.ts'
import { booksCommands } from './commands/books.ts'
import { calendarCommands } from './commands/calendar.ts'
import { cardsCommands } from './commands/cards.ts'
import { casesCommands } from './commands/cases.ts'
import { controlCommands } from './commands/control.ts'
import { dbCommands } from './commands/db.ts'
import { departmentsCommands } from './commands/departments.ts'
import { deskCommands } from './commands/desk.ts'
import { desksCommands } from './commands/desks.ts'
import { doctorCommands } from './commands/doctor.ts'
import { documentsCommands } from './commands/documents.ts'
import { favouritesCommands } from './commands/favourites.ts'
import { fiscalCommands } from './commands/fiscal.ts'
import { initCommands } from './commands/init.ts'
import { kioskCommands } from './commands/kiosk.ts'
import { kioskInstallCommands } from './commands/kiosk-install.ts'
import { kiosksCommands } from './commands/kiosks.ts'
import { papersCommands } from './commands/papers.ts'
import { partiesCommands } from './commands/parties.ts'
import { paymentsCommands } from './commands/payments.ts'
import { printCommands } from './commands/print.ts'
import { printerEmulateCommands } from './commands/printer-emulate.ts'
import { printerProfilesCommands } from './commands/printer-profiles.ts'
import { printerSetUpCommands } from './commands/printer-set-up.ts'
import { printerWatchCommands } from './commands/printer-watch.ts'
import { printersCommands } from './commands/printers.ts'
import { receiptsCommands } from './commands/receipts.ts'
import { registersCommands } from './commands/registers.ts'
import { reportsCommands } from './commands/reports.ts'
import { requestsCommands } from './commands/requests.ts'
import { satisfactionCommands } from './commands/satisfaction.ts'
import { servicesCommands } from './commands/services.ts'
import { settingsCommands } from './commands/settings.ts'
import { staffCommands } from './commands/staff.ts'
import { startCommands } from './commands/start.ts'
import { tasksCommands } from './commands/tasks.ts'
import { tillCommands } from './commands/till.ts'
import { trainingCommands } from './commands/training.ts'
import { webCommands } from './commands/web.ts'

export const commands: CommandTexts = {
  ...startCommands,
  ...deskCommands,
  ...initCommands,
  ...doctorCommands,
  ...dbCommands,
  ...trainingCommands,
  ...kioskInstallCommands,
  ...kioskCommands,
  ...staffCommands,
  ...tillCommands,
  ...servicesCommands,
  ...calendarCommands,
  ...requestsCommands,
  ...cardsCommands,
  ...paymentsCommands,
  ...partiesCommands,
  ...documentsCommands,
  ...registersCommands,
  ...billsCommands,
  ...casesCommands,
  ...tasksCommands,
  ...papersCommands,
  ...basketsCommands,
  ...favouritesCommands,
  ...receiptsCommands,
  ...reportsCommands,
  ...controlCommands,
  ...satisfactionCommands,
  ...booksCommands,
  ...printCommands,
  ...printersCommands,
  ...fiscalCommands,
  ...printerWatchCommands,
  ...printerProfilesCommands,
  ...printerEmulateCommands,
  ...printerSetUpCommands,
  ...desksCommands,
  ...departmentsCommands,
  ...boardCommands,
  ...settingsCommands,
  ...webCommands,
  ...kiosksCommands,
}
