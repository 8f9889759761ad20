import { type Cents, cents, showEuro } from '../../rules/money.ts'
import type { ProfileProblem } from '../../rules/printing.ts'
import type { RefusalTexts } from '../bg/refusals.ts'
import { fiscalRefusals } from './fiscal-refusals.ts'
import { papers } from './papers.ts'
import { posts } from './posts.ts'
import { calendarRefusals } from './refusals/calendar.ts'
import { cardsRefusals } from './refusals/cards.ts'
import { casesRefusals } from './refusals/cases.ts'
import { controlRefusals } from './refusals/control.ts'
import { documentsRefusals } from './refusals/documents.ts'
import { entryRefusals } from './refusals/entry.ts'
import { filesRefusals } from './refusals/files.ts'
import { handoversRefusals } from './refusals/handovers.ts'
import { kiosksRefusals } from './refusals/kiosks.ts'
import { numberingRefusals } from './refusals/numbering.ts'
import { partiesRefusals } from './refusals/parties.ts'
import { recordsRefusals } from './refusals/records.ts'
import { registersRefusals } from './refusals/registers.ts'
import { requestsRefusals } from './refusals/requests.ts'
import { satisfactionRefusals } from './refusals/satisfaction.ts'
import { structureRefusals } from './refusals/structure.ts'
import { tasksRefusals } from './refusals/tasks.ts'

const euro = (amount: Cents): string => showEuro(amount, 'en')
const sizeOf = (amount: Cents): Cents => cents(amount < 0n ? -amount : amount)
const named = (names: Record<string, string>, key: string): string => names[key] ?? key
const oneOf = (near: string[]): string => near.map(one => `\n  ${one}`).join('')

function fieldWrong(wrong: ProfileProblem): string {
  const field = wrong.field || 'JSON'
  if (wrong.problem === 'not_allowed') return `"${field}" may be ${wrong.allowed}`
  return wrong.problem === 'missing' ? `"${field}" is missing` : `nobody knows a field "${field}"`
}

export const refusals: RefusalTexts = {
  ...fiscalRefusals,
  ...calendarRefusals,
  ...cardsRefusals,
  ...casesRefusals,
  ...controlRefusals,
  ...documentsRefusals,
  ...entryRefusals,
  ...filesRefusals,
  ...handoversRefusals,
  ...kiosksRefusals,
  ...satisfactionRefusals,
  ...numberingRefusals,
  ...partiesRefusals,
  ...recordsRefusals,
  ...registersRefusals,
  ...requestsRefusals,
  ...structureRefusals,
  ...tasksRefusals,
  'authority.denied': ({ act, post }) =>
    `As ${named(posts.posts, post)} you may not ${named(posts.acts, act)}. Sign in as somebody who may.`,
  'sign_in.wrong': () => 'Wrong user or password. Try again; an administrator can set a forgotten password.',
  'sign_in.disabled': ({ login }) => `The access of "${login}" is disabled. Ask an administrator.`,
  'sign_in.ended': () => 'Your access was taken away or the password changed. Leave (F12) and sign in again.',
  'sign_in.is_hub': ({ login }) =>
    `"${login}" is the hub of the devices: it works by "gishe web" and has no screens. Sign in as a member of staff.`,
  'sign_in.no_staff_record': ({ login }) =>
    `"${login}" may enter the database but is not among the staff. An administrator must add them.`,
  'input.invalid': ({ problems }) => `This cannot be accepted (${problems}). Correct it and try again.`,
  'staff.login_taken': ({ login }) => `The login "${login}" is taken. Choose another one.`,
  'staff.unknown': ({ login }) => `Nobody has the login "${login}". See the list of staff.`,
  'staff.self_disable': () => 'You cannot disable yourself. Let another administrator do it.',
  'password.too_short': ({ least }) => `The password is too short. It needs at least ${least} characters.`,
  'town.exists': ({ name }) =>
    `This database already belongs to the municipality of ${name}. For another one or a demo choose another database (GISHE_HOME or GISHE_DATABASE_URL).`,
  'town.missing': () =>
    'There is no municipality yet. Make it with "gishe init", or try the demo with "gishe start".',
  'municipality.unknown': ({ text, near }) =>
    near.length > 0
      ? `There is no municipality "${text}". Did you mean:${oneOf(near)}`
      : `There is no municipality "${text}". Give its name (Smolyan) or its EKATTE code (SML31).`,
  'municipality.ambiguous': ({ text, near }) =>
    `Several municipalities are called "${text}". Give the code of one:${oneOf(near)}`,
  'list.nothing_chosen': () => 'No row is chosen here. Choose another one with the arrows or Tab.',
  'form.needed': ({ what }) => `Fill in “${what}”.`,
  'key.not_here': ({ key }) => `${key} has nothing to do on this screen. Keys in parentheses are off now.`,
  'desk.unknown': ({ number }) => `There is no desk ${number}. See the list of desks.`,
  'desk.needed': () => 'This needs a desk and there is none. An administrator must add one.',
  'desk.half_typed': ({ text }) => `“${text}” is in the line. Enter adds the service, Esc clears the line.`,
  'desk.nothing_found': ({ text }) => `There is no service, payer or bill "${text}". Esc clears the line.`,
  'desk.no_payer': () => 'There is no payer yet. Type a number or a name.',
  'desk.nothing_before': () => 'There is no basket to repeat. Type the service.',
  'desk.basket_not_empty': () => 'There are services in the basket. Take the payment or remove them first.',
  'printer.unknown': ({ name }) => `There is no printer "${name}". See the list of printers.`,
  'desk.incomplete': ({ number }) => `Desk ${number} is new: give both its name and its printer.`,
  'printer.incomplete': ({ name }) => `The printer "${name}" is new: give both its profile and its line.`,
  'printer.stands_in_for_itself': ({ name }) =>
    `"${name}" cannot stand in for itself. Name another printer, or none.`,
  'printer.profile_unknown': ({ profile, known }) =>
    `There is no profile "${profile}". Choose one of: ${known.join(', ')}.`,
  'printer.profile_wrong': ({ wrong }) => `The profile will not do: ${wrong.map(fieldWrong).join('; ')}.`,
  'printer.profile_shipped': ({ name }) =>
    `The profile "${name}" is the program's own and stays as it is. Give yours another name.`,
  'printer.fiscal_only': ({ name }) =>
    `"${name}" issues fiscal documents only and has no test page. See how it does with "gishe fiscal status ${name}".`,
  'printer.no_logo': ({ name, profile }) =>
    `The printer "${name}" (profile ${profile}) keeps no sign. Choose one whose profile has "logo": "nv-graphics".`,
  'printer.logo_too_large': ({ width, height, mostWidth, mostHeight }) =>
    `The picture has ${width}×${height} dots and ${mostWidth}×${mostHeight} is the most. Make it smaller.`,
  'printer.held': ({ name, program }) =>
    `${program ? `"${program}"` : 'Another program'} prints on the printer "${name}". Close it and try again.`,
  'printer.line_wrong': ({ line, piece }) =>
    `The line "${line}" is wrong at "${piece}". Write serial:/dev/ttyUSB0?baud=9600, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, http://10.0.0.7:8001/printers/dt517985, file:/path/to/file or preview:`,
  'job.unknown': ({ id }) => `There is no paper ${id} to be printed. See the list of print jobs.`,
  'job.has_no_copies': ({ title }) => `"${title}" has no duplicate. Print a new test page.`,
  'job.still_owed': ({ title }) =>
    `"${title}" has not come out of the printer yet. Only a paper that came out is duplicated.`,
  'job.of_other_desk': ({ desk }) => `The paper is of desk ${desk}. It, or a head, prints the duplicate.`,
  'job.not_unsure': ({ state }) =>
    state === 'printed'
      ? 'This paper was given to the printer. If it did not come out, print a duplicate (F6).'
      : `This paper ${named({ queued: 'is still waiting', sending: 'is being printed' }, state)}. Only an unsure or failed one needs an answer.`,
  'till.not_open': () => 'You have no till open here. Open a till first.',
  'till.already_open': () => 'The till is open already.',
  'till.desk_taken': ({ desk, cashier, since }) =>
    `${cashier} has been working at desk ${desk} since ${since}. Choose another desk or wait until that till is closed.`,
  'till.open_elsewhere': ({ desk, since }) =>
    `You have had a till open at desk ${desk} since ${since}. Close it first.`,
  'till.difference_needs_reason': ({ difference }) =>
    `${difference < 0n ? 'Shortage' : 'Surplus'} of ${euro(sizeOf(difference))}. Count again or give the reason (at least 3 characters).`,
  'till.forced_needs_reason': ({ cashier }) =>
    `The till is ${cashier}’s. Say why you close it instead of the cashier.`,
  'till.other_session': ({ since, where }) =>
    `Another program works with this till (${where}, since ${since}). Close it there and try again.`,
  'payment.empty': () => 'No service was entered. Add at least one.',
  'payment.too_little_cash': ({ missing }) =>
    `Not enough cash: ${euro(missing)} is missing. Enter the cash given again.`,
  'payment.too_much_cash': ({ given, due }) =>
    `${euro(given)} given where ${euro(due)} is due: the change cannot be a whole 500 € note. Enter the cash given again.`,
  'payment.id_reused': () =>
    'A payment with other content was already taken under this id. Check the report of the day and begin a new payment.',
  'payment.too_large': ({ most }) => `The total is above ${euro(most)}. Split it into several payments.`,
  'payment.too_many_lines': ({ most }) =>
    `A payment holds at most ${most} lines. Take this payment and go on with a new one.`,
  'payment.payer_needed': ({ code }) =>
    `Service ${code} needs a payer. Type a personal number, an EIK or a name and choose.`,
  'payment.cash_limit': ({ limit }) =>
    `Cash of ${euro(limit)} or more is not taken («ЗОПБ» art. 3). Take a card or point to a bank transfer.`,
  'payment.cash_limit_split': ({ limit, earlier }) =>
    `This payer already paid ${euro(earlier)} in cash today; with this payment it is ${euro(limit)} or more («ЗОПБ» art. 3). Take a card or point to a bank transfer.`,
  'payment.card_slip_used': () =>
    'This terminal slip (RRN) is already written down with another payment. Check the number of the slip.',
  'tender.too_much': ({ over }) =>
    `Card and bank are ${euro(over)} more than is owed. Change is given from cash only: correct the amount.`,
  'tender.no_cash_due': () => 'All is paid by card or bank: no cash is due.',
  'tender.taken_already': () =>
    'This basket already has a card or a transfer. Finish the payment (F8), or remove them there with F5.',
  'tender.none': () => 'No card or transfer is entered. F2 chooses the way of paying.',
  'tender.reference_needed': () => 'Say the number or the reason of the bank transfer (at least 2 signs).',
  'tender.terminal_wrong': ({ text }) =>
    `"${text}" is no terminal number (TID): 4 to 16 digits and Latin letters.`,
  'tender.authorisation_wrong': ({ text }) =>
    `"${text}" is no authorisation code (AC): 4 to 8 digits and Latin letters from the terminal slip.`,
  'tender.rrn_wrong': ({ text }) => `"${text}" is no RRN: exactly 12 digits from the terminal slip.`,
  'tender.card_tail_wrong': ({ text }) => `“${text}” are not the last 4 digits of the card.`,
  'favourite.none': ({ digit }) => `The digit ${digit} is free. Type the number of a service and Enter.`,
  'basket.none': () => 'No baskets are held. F9 at the desk holds the one that was begun.',
  'basket.gone': () => 'This basket is held no longer: it was paid or dropped.',
  'bill.unknown': ({ number }) => `There is no bill ${number}. Check the number.`,
  'bill.paid': ({ number, receipt, cashier, at }) =>
    `${number} is already paid: receipt ${receipt}, ${cashier}, ${at}. Remove its line from the basket.`,
  'bill.withdrawn': ({ number }) =>
    `${number} no longer waits for money: it was withdrawn. Remove its line from the basket.`,
  'bill.fixed': ({ number }) =>
    `The amount of ${number} is set by its issuer and is not changed at the desk.`,
  'bill.twice': ({ number }) => `${number} is in the basket twice. Remove one of the lines.`,
  'bill.number_wrong': ({ text }) =>
    `“${text}” is no number of a bill. Use letters, digits, dashes, slashes and dots.`,
  'bill.number_taken': ({ number }) => `There already is a bill ${number}. Check the number.`,
  'bill.withdrawal_needs_reason': () => 'A bill is withdrawn with a reason (at least 3 signs).',
  'party.unknown': ({ text }) => `The register has no “${text}”. Check it or add it.`,
  'party.ambiguous': ({ text, near }) =>
    `The register has several “${text}”. Give the number of one:${oneOf(near)}`,
  'party.name_needed': () => 'There is no name. Write at least two letters.',
  'party.personal_number': () => 'An organisation has no personal number. Enter an EIK or choose a person.',
  'party.phone_wrong': ({ text }) => `“${text}” is no telephone. Write it in digits: 0888 123 456.`,
  'party.email_wrong': ({ text }) => `“${text}” is no e-mail address. Write it like this: name@example.bg.`,
  'party.registered': ({ name }) => `${name} already has this number in the register. Choose that one.`,
  'party.changed': ({ name, at }) =>
    `Somebody else changed the record of ${name} meanwhile (${at}). Look at it and try again.`,
  'identifier.wrong': ({ text }) =>
    `“${text}” is no personal number and no EIK: the check digit does not fit. Enter the number again.`,
  'settlement.unknown': ({ text }) => `There is no settlement “${text}”. Give its name or its EKATTE code.`,
  'settlement.ambiguous': ({ text, near }) =>
    `Several settlements are called “${text}”. Give the code of one:${oneOf(near)}`,
  'department.unknown': ({ text }) => `There is no department “${text}”. Give its code.`,
  'override.not_needed': ({ code }) =>
    `The price of service ${code} is not changed: it is open, or it already is the published one.`,
  'override.needs_reason': () => 'Another price is written down with its reason (at least 3 signs).',
  'receipt.unknown': ({ text }) =>
    `There is no receipt "${text}". Write the number as it is printed: desk-year-number.`,
  'receipt.not_reversed': ({ number }) => `Receipt No ${number} is not reversed.`,
  'receipt.not_chosen': () => 'What is chosen is no receipt. Choose a receipt of the list.',
  'reversal.done': ({ number, by, at }) =>
    `This payment is reversed already: reversal No ${number}, ${by}, ${at}.`,
  'reversal.id_reused': () =>
    'Another payment was reversed under this request id already. Start again with a new id.',
  'reversal.needs_reason': () => 'A reversal has its reason. Write it (3 letters at least).',
  'reversal.needs_reference': () =>
    'This was paid by card or bank: give the number of the refund from the terminal or the bank (2 letters at least).',
  'confirmation.missing': () =>
    'A second person has to confirm exactly this (good for 15 minutes). Ask for it again.',
  'confirmation.same_person': () => 'Somebody else confirms, not who does it.',
  'till.moved_meanwhile': ({ expected }) =>
    `While you counted, the till changed: there should be ${euro(expected)} now. Look at the difference and close it again.`,
  'till.none_at_desk': ({ desk }) => `At desk ${desk} no till is open now.`,
  'till.unknown': ({ number }) =>
    number === 'last'
      ? 'No till is closed here yet. Give a Z number from the list of tills.'
      : `There is no closed till with Z No. ${number}. Check the list of tills.`,
  'movement.needs_reason': () => 'Type the reason (at least 3 characters).',
  'setting.in_the_past': () => 'A setting is not changed for days gone by. Name today or a later day.',
  'setting.set_already': ({ day, amount }) =>
    `From ${day} on it is ${amount} already; what was written does not change. Name another day.`,
  'count.unlike_sum': ({ counted, sum }) =>
    `The notes and coins make ${euro(counted)}, the typed sum is ${euro(sum)}. Mend one of them.`,
  'count.no_number': ({ text, most }) =>
    `"${text}" is no number of pieces. Type a whole number up to ${most}, or heaps: 10+10+7.`,
  'count.no_money': ({ text }) =>
    `"${text}" is no number of euro notes or coins. Type them as "3x50 2x20 12x0.05".`,
  'till.too_little_cash': ({ held, needed }) =>
    `The till holds ${euro(held)} and ${euro(needed)} are needed. Pay cash in first.`,
  'till.left_not_counted': ({ counted }) =>
    `No more can stay in the till than was counted (${euro(counted)}).`,
  'service.unknown': ({ code }) => `There is no service "${code}". Look for it by a part of its name.`,
  'service.is_free': ({ code }) => `Service ${code} is free and does not pass the cash desk.`,
  'service.no_such_speed': ({ code, speed }) =>
    `Service ${code} is not offered as ${named(papers.receipt.speed, speed)}. Choose another speed.`,
  'service.one_speed': ({ code }) => `Service ${code} has one speed with a fee only.`,
  'service.needs_amount': ({ code }) => `The amount of service ${code} is typed. Give an amount above zero.`,
  'service.fixed_amount': ({ code }) => `Service ${code} has a set fee. Give no amount for it.`,
  'service.price_changed': ({ code, now }) =>
    `The fee of service ${code} is now ${euro(now)}. Remove the service and add it again.`,
  'fee.in_the_past': () => 'A fee is not changed for days gone by. Give today or a later day.',
  'fee.pricing_only_today': ({ code }) =>
    `How service ${code} is priced changes from today only. Change it with the date of today first.`,
  'quantity.out_of_range': ({ least, most }) =>
    `A quantity is a whole number from ${least} to ${most}. Enter it again.`,
  'amount.empty': () => 'There is no amount. Write it like this: 12.50.',
  'amount.not_an_amount': ({ text }) => `"${text}" is not an amount. Write it like this: 12.50.`,
  'amount.too_many_decimals': ({ text }) =>
    `"${text}" has more than two decimals. Write the amount to the cent: 12.50.`,
  'amount.too_large': ({ most }) => `An amount cannot be negative or above ${euro(most)}. Enter it again.`,
  'amount.zero': () => 'The amount must be above zero. Enter it again.',
  'report.nothing_behind': () => 'There are no payments or receipt behind this row to open.',
  'period.wrong': ({ text }) =>
    `"${text}" is not a period. Write a day as 2026-11-22 or today, a month as 2026-11, or a first and a last day.`,
  'period.too_long': ({ most }) =>
    `The books are shown for at most ${most} days at once. Choose a shorter period.`,
  'books.of_other_desk': ({ desk }) =>
    `The cash book of desk ${desk} is seen there or by a head. Sign in at desk ${desk}.`,
  'voucher.unknown': ({ number }) =>
    `There is no cash voucher “${number}”. Write its kind and number: in 2-2026-000017.`,
  'deposit.nothing_waits': () => 'No closed till has money to hand over. Close a till first.',
  'deposit.empty': () => 'No closed till is chosen. Choose at least one whose money you hand over.',
  'deposit.count_differs': ({ counted, sum }) =>
    `${euro(counted)} is counted, but the chosen tills handed over ${euro(sum)}. Count again or change the choice.`,
  'deposit.unknown': ({ number }) => `There is no list “${number}”. Write its number so: 2-2026-000003.`,
  'deposit.till_unknown': () =>
    'One of the chosen tills is not closed or handed no money over. Look at the list again.',
  'deposit.till_of_other': ({ till, cashier }) =>
    `Z ${till} belongs to ${cashier}. A cashier hands over the money of the own tills, a head of all.`,
  'deposit.till_taken': ({ till, deposit, who }) =>
    `The money of Z ${till} is already handed over with list ${deposit} by ${who}. Take it out of the choice.`,
  'terminal.unknown': ({ terminal }) =>
    `There is no terminal “${terminal}”: no desk has it, and no receipt of that day. Check the number (TID) on the slip.`,
  'books.day_ahead': ({ day }) => `${day} is still to come: the books have nothing of it.`,
  'terminal.day_ahead': ({ day }) =>
    `${day} has not come yet. A terminal is matched for today or an earlier day.`,
  'terminal.difference_needs_reason': ({ terminal, difference }) =>
    `Terminal ${terminal}: difference ${euro(difference)}. Check the total or write the reason (at least 3 letters).`,
  'database.not_empty': () =>
    'There is data in this database already. Restore the backup into a new, empty one.',
  'backup.wrong': ({ path, why }) => `"${path}" is not a usable backup (${why}). Choose another one.`,
  'training.missing': () =>
    'There is no database for training yet, or its making was cut short. The owner of the database makes it with "gishe training make".',
  'training.stale': () =>
    'The database for training is not of this version of the program. The owner of the database makes it anew with "gishe training make".',
  'training.staff_newer': ({ login }) =>
    `"${login}" was added after the database for training was made. The owner of the database makes it anew with "gishe training make".`,
  'training.staff_of_town': () =>
    'In training the staff and the passwords are the real ones and cannot be changed. Do it outside of training.',
  'training.in_use': ({ working }) =>
    `At work in training now: ${working.join(', ')}. Let them leave, or add --force to end their work.`,
  'training.no_database': ({ command }) =>
    `The owner of the database may not make new ones. The administrator of the server makes it once with "${command}".`,
}
