import { ask } from './answers/ask.ts'
import { basketsAnswers } from './answers/baskets.ts'
import { billsAnswers } from './answers/bills.ts'
import { boardAnswers } from './answers/board.ts'
import { booksAnswers } from './answers/books.ts'
import { calendarAnswers } from './answers/calendar.ts'
import { cardsAnswers } from './answers/cards.ts'
import { casesAnswers } from './answers/cases.ts'
import { controlAnswers } from './answers/control.ts'
import { dbAnswers } from './answers/db.ts'
import { desksAnswers } from './answers/desks.ts'
import { doctor } from './answers/doctor.ts'
import { documentsAnswers } from './answers/documents.ts'
import { dossierAnswers } from './answers/dossier.ts'
import { emulated } from './answers/emulated.ts'
import { fiscalAnswers } from './answers/fiscal.ts'
import { hints } from './answers/hints.ts'
import { incident } from './answers/incident.ts'
import { initAnswers } from './answers/init.ts'
import { kioskAnswers } from './answers/kiosk.ts'
import { kiosksAnswers } from './answers/kiosks.ts'
import { papersAnswers } from './answers/papers.ts'
import { partiesAnswers } from './answers/parties.ts'
import { paymentsAnswers } from './answers/payments.ts'
import { printAnswers } from './answers/print.ts'
import { printerProfilesAnswers } from './answers/printer-profiles.ts'
import { printerWatchAnswers } from './answers/printer-watch.ts'
import { printersAnswers } from './answers/printers.ts'
import { receiptsAnswers } from './answers/receipts.ts'
import { registersAnswers } from './answers/registers.ts'
import { requestsAnswers } from './answers/requests.ts'
import { satisfactionAnswers } from './answers/satisfaction.ts'
import { servicesAnswers } from './answers/services.ts'
import { setUp } from './answers/set-up.ts'
import { settingsAnswers } from './answers/settings.ts'
import { staffAnswers } from './answers/staff.ts'
import { startAnswers } from './answers/start.ts'
import { structureAnswers } from './answers/structure.ts'
import { tasksAnswers } from './answers/tasks.ts'
import { tillAnswers } from './answers/till.ts'
import { trainingAnswers } from './answers/training.ts'
import { usage } from './answers/usage.ts'
import { webAnswers } from './answers/web.ts'

export type { UsageTexts } from './answers/usage.ts'

/** What commands answer, each subject in a file of its own. */
export const answers = {
  usage,
  hints,
  emulated,
  incident,
  ...dbAnswers,
  ...trainingAnswers,
  ...kioskAnswers,
  ask,
  ...initAnswers,
  ...staffAnswers,
  ...tillAnswers,
  ...paymentsAnswers,
  ...booksAnswers,
  ...partiesAnswers,
  ...documentsAnswers,
  ...registersAnswers,
  ...casesAnswers,
  ...tasksAnswers,
  ...papersAnswers,
  ...dossierAnswers,
  ...structureAnswers,
  ...billsAnswers,
  ...basketsAnswers,
  ...receiptsAnswers,
  ...servicesAnswers,
  ...calendarAnswers,
  ...cardsAnswers,
  ...requestsAnswers,
  ...printAnswers,
  ...printerProfilesAnswers,
  ...printersAnswers,
  ...fiscalAnswers,
  ...printerWatchAnswers,
  ...desksAnswers,
  ...boardAnswers,
  ...controlAnswers,
  ...settingsAnswers,
  ...kiosksAnswers,
  ...satisfactionAnswers,
  ...startAnswers,
  ...webAnswers,
  doctor,
  setUp,
}

export type AnswerTexts = typeof answers
