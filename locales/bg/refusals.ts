import { type Cents, cents, showEuro } from '../../rules/money.ts'
import type { ProfileProblem } from '../../rules/printing.ts'
import type { RefusalCode, RefusalFacts } from '../../rules/refusal.ts'
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

/** One sentence for every refusal: what is not possible and what to do next. */
export type RefusalTexts = { [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string }

const euro = (amount: Cents): string => showEuro(amount, 'bg')
const sizeOf = (amount: Cents): Cents => cents(amount < 0n ? -amount : amount)
const named = (names: Record<string, string>, key: string): string => names[key] ?? key
const oneOf = (near: string[]): string => near.map(one => `\n  ${one}`).join('')

function fieldWrong(wrong: ProfileProblem): string {
  const field = wrong.field || 'JSON'
  if (wrong.problem === 'not_allowed') return `„${field}“ може да е ${wrong.allowed}`
  return wrong.problem === 'missing' ? `липсва „${field}“` : `поле „${field}“ не се познава`
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
    `Като ${named(posts.posts, post)} не можете ${named(posts.acts, act)}. Влезте с потребител, който има това право.`,
  'sign_in.wrong': () =>
    'Грешен потребител или парола. Опитайте отново; забравена парола сменя администраторът.',
  'sign_in.disabled': ({ login }) => `Достъпът на „${login}“ е спрян. Обърнете се към администратора.`,
  'sign_in.ended': () => 'Достъпът ви е спрян или паролата е сменена. Излезте (F12) и влезте отново.',
  'sign_in.is_hub': ({ login }) =>
    `„${login}“ е хъбът на устройствата: работи с „gishe web“ и няма екрани. Влезте като служител.`,
  'sign_in.no_staff_record': ({ login }) =>
    `„${login}“ може да влиза в базата, но не е сред служителите. Администраторът трябва да го добави.`,
  'input.invalid': ({ problems }) =>
    `Данните не могат да се приемат (${problems}). Поправете ги и опитайте отново.`,
  'staff.login_taken': ({ login }) =>
    `Вече има служител с потребител „${login}“. Изберете друго име за вход.`,
  'staff.unknown': ({ login }) => `Няма служител с потребител „${login}“. Проверете списъка на служителите.`,
  'staff.self_disable': () => 'Не можете да спрете собствения си достъп. Нека го направи друг администратор.',
  'password.too_short': ({ least }) => `Паролата е твърде къса. Нужни са поне ${least} знака.`,
  'town.exists': ({ name }) =>
    `В тази база вече е община ${name}. За друга община или за демо изберете друга база (GISHE_HOME или GISHE_DATABASE_URL).`,
  'town.missing': () =>
    'Още няма създадена община. Направете я с „gishe init“ или опитайте демото с „gishe start“.',
  'municipality.unknown': ({ text, near }) =>
    near.length > 0
      ? `Няма община „${text}“. Имахте предвид:${oneOf(near)}`
      : `Няма община „${text}“. Напишете името ѝ (Смолян) или кода ѝ по ЕКАТТЕ (SML31).`,
  'municipality.ambiguous': ({ text, near }) =>
    `Има няколко общини „${text}“. Посочете кода на една от тях:${oneOf(near)}`,
  'list.nothing_chosen': () => 'Тук няма избран ред. Изберете друг със стрелките или с Tab.',
  'form.needed': ({ what }) => `Попълнете „${what}“.`,
  'key.not_here': ({ key }) => `${key} няма работа на този екран. Клавишите в скоби долу сега не важат.`,
  'desk.unknown': ({ number }) => `Няма каса с номер ${number}. Проверете списъка на касите.`,
  'desk.needed': () => 'За тази работа е нужна каса, а няма нито една. Администраторът трябва да я добави.',
  'desk.half_typed': ({ text }) => `В реда стои „${text}“. Enter добавя услугата, Esc изчиства реда.`,
  'desk.nothing_found': ({ text }) => `Няма услуга, платец или сметка „${text}“. Esc изчиства реда.`,
  'desk.no_payer': () => 'Още няма платец. Въведете ЕГН, ЕИК или име.',
  'desk.nothing_before': () => 'Няма предишна кошница за повтаряне. Въведете услугата.',
  'desk.basket_not_empty': () => 'В кошницата има услуги. Първо приемете плащането или ги махнете.',
  'printer.unknown': ({ name }) => `Няма принтер „${name}“. Проверете списъка на принтерите.`,
  'desk.incomplete': ({ number }) => `Каса ${number} е нова: посочете и името, и принтера ѝ.`,
  'printer.incomplete': ({ name }) => `Принтерът „${name}“ е нов: посочете и профила, и връзката му.`,
  'printer.stands_in_for_itself': ({ name }) =>
    `„${name}“ не може да замества сам себе си. Посочете друг принтер или none.`,
  'printer.profile_unknown': ({ profile, known }) =>
    `Няма профил „${profile}“. Изберете един от: ${known.join(', ')}.`,
  'printer.profile_wrong': ({ wrong }) => `Профилът не става: ${wrong.map(fieldWrong).join('; ')}.`,
  'printer.profile_shipped': ({ name }) =>
    `Профилът „${name}“ е на програмата и не се променя. Дайте на своя друго име.`,
  'printer.fiscal_only': ({ name }) =>
    `„${name}“ издава само фискални документи и няма пробна страница. Вижте как е с „gishe fiscal status ${name}“.`,
  'printer.no_logo': ({ name, profile }) =>
    `Принтер „${name}“ (профил ${profile}) не пази знак. Изберете принтер, чийто профил има "logo": "nv-graphics".`,
  'printer.logo_too_large': ({ width, height, mostWidth, mostHeight }) =>
    `Картината е ${width}×${height} точки, а се събират най-много ${mostWidth}×${mostHeight}. Намалете я.`,
  'printer.held': ({ name, program }) =>
    `На принтера „${name}“ печата ${program ? `„${program}“` : 'друга програма'}. Затворете я и опитайте пак.`,
  'printer.line_wrong': ({ line, piece }) =>
    `Връзката „${line}“ е грешна при „${piece}“. Пишете serial:/dev/ttyUSB0?baud=9600, usb:/dev/usb/lp0, tcp://10.0.0.7:9100, http://10.0.0.7:8001/printers/dt517985, file:/път/до/файл или preview:`,
  'job.unknown': ({ id }) =>
    `Няма документ за печат с номер ${id}. Проверете списъка на документите за печат.`,
  'job.has_no_copies': ({ title }) => `„${title}“ няма дубликат. Пуснете нова пробна страница.`,
  'job.still_owed': ({ title }) =>
    `„${title}“ още не е излязъл от принтера. Дубликат се печата само на излязъл документ.`,
  'job.of_other_desk': ({ desk }) => `Документът е на каса ${desk}. Дубликат печата тя или ръководител.`,
  'job.not_unsure': ({ state }) =>
    state === 'printed'
      ? 'Този документ вече е даден на принтера. Ако не е излязъл, отпечатайте дубликат (F6).'
      : `Този документ ${named({ queued: 'още чака реда си', sending: 'се печата в момента' }, state)}. Потвърждение е нужно само за неясен или неуспешен печат.`,
  'till.not_open': () => 'Нямате отворена каса тук. Първо отворете каса.',
  'till.already_open': () => 'Касата вече е отворена.',
  'till.desk_taken': ({ desk, cashier, since }) =>
    `На каса ${desk} работи ${cashier} от ${since} ч. Изберете друга каса или изчакайте да я приключи.`,
  'till.open_elsewhere': ({ desk, since }) =>
    `Вече имате отворена каса ${desk} от ${since} ч. Първо я приключете.`,
  'till.difference_needs_reason': ({ difference }) =>
    `${difference < 0n ? 'Недостиг' : 'Излишък'} ${euro(sizeOf(difference))}. Пребройте отново или напишете причината (поне 3 знака).`,
  'till.forced_needs_reason': ({ cashier }) =>
    `Касата е на ${cashier}. Напишете защо я приключвате вместо касиера.`,
  'till.other_session': ({ since, where }) =>
    `С тази каса вече се работи от друга програма (${where}, от ${since} ч.). Затворете я там и опитайте отново.`,
  'payment.empty': () => 'Няма въведена услуга. Добавете поне една услуга.',
  'payment.too_little_cash': ({ missing }) =>
    `Парите не стигат: липсват ${euro(missing)}. Въведете получената сума отново.`,
  'payment.too_much_cash': ({ given, due }) =>
    `Дадени са ${euro(given)}, а се дължат ${euro(due)}: рестото не може да е цяла банкнота от 500 €. Въведете получената сума отново.`,
  'payment.id_reused': () =>
    'Под този номер вече е прието плащане с друго съдържание. Проверете отчета за деня и започнете ново плащане.',
  'payment.too_large': ({ most }) => `Общата сума надвишава ${euro(most)}. Разделете я на няколко плащания.`,
  'payment.too_many_lines': ({ most }) =>
    `Едно плащане събира най-много ${most} реда. Приемете това плащане и продължете с ново.`,
  'payment.payer_needed': ({ code }) =>
    `За услуга ${code} трябва платец. Въведете ЕГН, ЕИК или име и го изберете.`,
  'payment.cash_limit': ({ limit }) =>
    `В брой не се приемат ${euro(limit)} или повече (ЗОПБ чл. 3). Приемете с карта или насочете към банков превод.`,
  'payment.cash_limit_split': ({ limit, earlier }) =>
    `Този платец днес вече е платил ${euro(earlier)} в брой; с това плащане стават ${euro(limit)} или повече (ЗОПБ чл. 3). Приемете с карта или насочете към банков превод.`,
  'payment.card_slip_used': () =>
    'Този бон на терминала (RRN) вече е записан към друго плащане. Проверете номера на бона.',
  'tender.too_much': ({ over }) =>
    `С карта и по банка е повече от дължимото с ${euro(over)}. Ресто се връща само от пари в брой: поправете сумата.`,
  'tender.no_cash_due': () => 'Всичко е платено с карта или по банка: в брой не се дължи нищо.',
  'tender.taken_already': () =>
    'За тази кошница вече има карта или превод. Довършете плащането (F8) или ги махнете там с F5.',
  'tender.none': () => 'Няма въведена карта или превод. F2 избира начина на плащане.',
  'tender.reference_needed': () => 'Посочете номера или основанието на банковия превод (поне 2 знака).',
  'tender.terminal_wrong': ({ text }) =>
    `„${text}“ не е номер на терминал (TID): 4 до 16 цифри и латински букви.`,
  'tender.authorisation_wrong': ({ text }) =>
    `„${text}“ не е код за авторизация (AC): 4 до 8 цифри и латински букви от бона на терминала.`,
  'tender.rrn_wrong': ({ text }) => `„${text}“ не е RRN: точно 12 цифри от бона на терминала.`,
  'tender.card_tail_wrong': ({ text }) => `„${text}“ не са последните 4 цифри на картата.`,
  'favourite.none': ({ digit }) => `Цифрата ${digit} е свободна. Въведете номер на услуга и Enter.`,
  'basket.none': () => 'Няма оставени кошници. F9 на касата оставя започнатата.',
  'basket.gone': () => 'Тази кошница вече не е оставена: платена е или е махната.',
  'bill.unknown': ({ number }) => `Няма сметка за плащане с номер ${number}. Проверете номера.`,
  'bill.paid': ({ number, receipt, cashier, at }) =>
    `${number} вече е платена: квитанция ${receipt}, ${cashier}, ${at}. Махнете реда от кошницата.`,
  'bill.withdrawn': ({ number }) => `${number} вече не чака плащане: оттеглена е. Махнете реда от кошницата.`,
  'bill.fixed': ({ number }) => `Сумата по ${number} е определена от издателя ѝ и не се променя на касата.`,
  'bill.twice': ({ number }) => `${number} е два пъти в кошницата. Махнете единия ред.`,
  'bill.number_wrong': ({ text }) =>
    `„${text}“ не е номер на сметка. Пишете букви, цифри, тирета, наклонени черти и точки.`,
  'bill.number_taken': ({ number }) => `Вече има сметка с номер ${number}. Проверете номера.`,
  'bill.withdrawal_needs_reason': () => 'Сметка се оттегля с причина (поне 3 знака).',
  'party.unknown': ({ text }) => `В регистъра няма лице „${text}“. Проверете го или го добавете.`,
  'party.ambiguous': ({ text, near }) =>
    `В регистъра има няколко лица „${text}“. Посочете номера на едно от тях:${oneOf(near)}`,
  'party.name_needed': () => 'Няма име. Напишете поне две букви.',
  'party.personal_number': () => 'Организация няма ЕГН или ЛНЧ. Въведете ЕИК или изберете човек.',
  'party.phone_wrong': ({ text }) => `„${text}“ не е телефон. Напишете го с цифри: 0888 123 456.`,
  'party.email_wrong': ({ text }) => `„${text}“ не е имейл. Напишете го така: ime@example.bg.`,
  'party.registered': ({ name }) => `С този номер в регистъра вече е ${name}. Изберете това лице.`,
  'party.changed': ({ name, at }) =>
    `Докато попълвахте, друг служител промени данните за ${name} (${at}). Прегледайте ги и опитайте отново.`,
  'identifier.wrong': ({ text }) =>
    `„${text}“ не е ЕГН, ЛНЧ или ЕИК: има сгрешена цифра. Въведете го отново.`,
  'settlement.unknown': ({ text }) => `Няма населено място „${text}“. Напишете името или кода му по ЕКАТТЕ.`,
  'settlement.ambiguous': ({ text, near }) =>
    `Има няколко населени места „${text}“. Посочете кода на едно от тях:${oneOf(near)}`,
  'department.unknown': ({ text }) => `Няма отдел „${text}“. Посочете кода му.`,
  'override.not_needed': ({ code }) =>
    `Цената на услуга ${code} не се променя: тя е свободна или вече е тази по тарифата.`,
  'override.needs_reason': () => 'Друга цена се записва с причина (поне 3 знака).',
  'receipt.unknown': ({ text }) =>
    `Няма квитанция „${text}“. Пишете номера както е на нея: каса-година-номер.`,
  'receipt.not_reversed': ({ number }) => `Квитанция № ${number} не е сторнирана.`,
  'receipt.not_chosen': () => 'Избраното не е квитанция. Изберете квитанция от списъка.',
  'reversal.done': ({ number, by, at }) =>
    `Това плащане вече е сторнирано: сторно № ${number}, ${by}, ${at}.`,
  'reversal.id_reused': () =>
    'Под този номер на заявка вече е сторнирано друго плащане. Започнете отначало с нов номер.',
  'reversal.needs_reason': () => 'Сторно се прави с причина. Напишете я (поне 3 знака).',
  'reversal.needs_reference': () =>
    'Платено е с карта или по банка: посочете номера на връщането от терминала или банката (поне 2 знака).',
  'confirmation.missing': () =>
    'Нужно е потвърждение от втори човек за точно това действие (важи 15 минути). Поискайте го отново.',
  'confirmation.same_person': () => 'Потвърждава друг човек, не този, който извършва действието.',
  'till.moved_meanwhile': ({ expected }) =>
    `Докато брояхте, касата се промени: сега трябва да има ${euro(expected)}. Прегледайте разликата и приключете отново.`,
  'till.none_at_desk': ({ desk }) => `На каса ${desk} сега няма отворена каса.`,
  'till.unknown': ({ number }) =>
    number === 'last'
      ? 'Тук още няма приключена каса. Посочете Z номер от списъка на касите.'
      : `Няма приключена каса с Z № ${number}. Проверете списъка на касите.`,
  'movement.needs_reason': () => 'Напишете причината (поне 3 знака).',
  'setting.in_the_past': () => 'Настройка не се променя със задна дата. Посочете днешния или по-късен ден.',
  'setting.set_already': ({ day, amount }) =>
    `От ${day} вече важи ${amount}; записаното не се променя. Посочете следващ ден.`,
  'count.unlike_sum': ({ counted, sum }) =>
    `Банкнотите и монетите правят ${euro(counted)}, а написаната сума е ${euro(sum)}. Поправете едното.`,
  'count.no_number': ({ text, most }) =>
    `„${text}“ не е брой. Пишете цяло число до ${most}, или на купчини: 10+10+7.`,
  'count.no_money': ({ text }) =>
    `„${text}“ не е брой евро банкноти или монети. Пишете ги така: „3x50 2x20 12x0,05“.`,
  'till.too_little_cash': ({ held, needed }) =>
    `В касата има ${euro(held)}, а са нужни ${euro(needed)}. Първо захранете касата.`,
  'till.left_not_counted': ({ counted }) =>
    `В касата не може да остане повече от преброеното (${euro(counted)}).`,
  'service.unknown': ({ code }) => `Няма услуга с код „${code}“. Потърсете я по част от името.`,
  'service.is_free': ({ code }) => `Услуга ${code} е безплатна и не минава през касата.`,
  'service.no_such_speed': ({ code, speed }) =>
    `Услуга ${code} не се предлага като ${named(papers.receipt.speed, speed)}. Изберете друга скорост.`,
  'service.one_speed': ({ code }) => `Услуга ${code} има само една скорост с такса.`,
  'service.needs_amount': ({ code }) =>
    `За услуга ${code} сумата се въвежда. Напишете сума, по-голяма от нула.`,
  'service.fixed_amount': ({ code }) => `Услуга ${code} има определена такса. Не въвеждайте сума за нея.`,
  'service.price_changed': ({ code, now }) =>
    `Таксата на услуга ${code} вече е ${euro(now)}. Махнете услугата и я добавете отново.`,
  'fee.in_the_past': () => 'Такса не се променя със задна дата. Посочете днешния или по-късен ден.',
  'fee.pricing_only_today': ({ code }) =>
    `Начинът на таксуване на услуга ${code} се променя само от днес. Първо го сменете с днешна дата.`,
  'quantity.out_of_range': ({ least, most }) =>
    `Броят е цяло число от ${least} до ${most}. Въведете го отново.`,
  'amount.empty': () => 'Няма въведена сума. Напишете я така: 12,50.',
  'amount.not_an_amount': ({ text }) => `„${text}“ не е сума. Напишете я така: 12,50.`,
  'amount.too_many_decimals': ({ text }) =>
    `„${text}“ има повече от две цифри след запетаята. Напишете сумата до цент: 12,50.`,
  'amount.too_large': ({ most }) =>
    `Сумата не може да е отрицателна или над ${euro(most)}. Въведете я отново.`,
  'amount.zero': () => 'Сумата трябва да е по-голяма от нула. Въведете я отново.',
  'report.nothing_behind': () => 'Зад този ред няма плащания или квитанция, които да се отворят.',
  'period.wrong': ({ text }) =>
    `„${text}“ не е период. Пишете ден като 22.11.2026 или днес, месец като 11.2026, или първи и последен ден.`,
  'period.too_long': ({ most }) =>
    `Книгите се гледат най-много за ${most} дни наведнъж. Изберете по-къс период.`,
  'books.of_other_desk': ({ desk }) =>
    `Касовата книга на каса ${desk} вижда тя или ръководител. Влезте на каса ${desk}.`,
  'voucher.unknown': ({ number }) => `Няма касов ордер „${number}“. Пишете вид и номер: ПКО 2-2026-000017.`,
  'deposit.nothing_waits': () => 'Няма приключени каси с пари за предаване. Първо приключете каса.',
  'deposit.empty': () => 'Няма избрана приключена каса. Изберете поне една, чиито пари предавате.',
  'deposit.count_differs': ({ counted, sum }) =>
    `Преброени са ${euro(counted)}, а избраните каси са предали ${euro(sum)}. Пребройте отново или сменете избора.`,
  'deposit.unknown': ({ number }) => `Няма опис „${number}“. Пишете номера така: 2-2026-000003.`,
  'deposit.till_unknown': () =>
    'Някоя от избраните каси не е приключена или не е предала пари. Вижте списъка отново.',
  'deposit.till_of_other': ({ till, cashier }) =>
    `Z ${till} е на ${cashier}. Касиерът предава парите на своите каси, ръководителят – на всички.`,
  'deposit.till_taken': ({ till, deposit, who }) =>
    `Парите от Z ${till} вече са предадени с опис ${deposit} от ${who}. Махнете го от избраните.`,
  'terminal.unknown': ({ terminal }) =>
    `Няма терминал „${terminal}“: нито каса го има, нито квитанция от този ден. Проверете номера (TID) на бона.`,
  'books.day_ahead': ({ day }) => `${day} още не е дошъл: в книгите няма нищо за него.`,
  'terminal.day_ahead': ({ day }) => `${day} още не е дошъл. Терминал се сверява за днес или за минал ден.`,
  'terminal.difference_needs_reason': ({ terminal, difference }) =>
    `Терминал ${terminal}: разлика ${euro(difference)}. Проверете сумата или напишете причината (поне 3 знака).`,
  'database.not_empty': () => 'В тази база вече има данни. Възстановете копието в нова, празна база.',
  'backup.wrong': ({ path, why }) => `„${path}“ не е годно резервно копие (${why}). Изберете друго копие.`,
  'training.missing': () =>
    'Още няма база за обучение, или правенето ѝ е прекъснато. Администраторът на базата я прави с „gishe training make“.',
  'training.stale': () =>
    'Базата за обучение не е от тази версия на програмата. Администраторът на базата я прави наново с „gishe training make“.',
  'training.staff_newer': ({ login }) =>
    `„${login}“ е добавен, след като е направена базата за обучение. Администраторът на базата я прави наново с „gishe training make“.`,
  'training.staff_of_town': () =>
    'В обучение служителите и паролите са истинските и не се променят. Направете го без обучение.',
  'training.in_use': ({ working }) =>
    `В обучение сега работят: ${working.join(', ')}. Нека излязат, или добавете --force, за да ги прекъснете.`,
  'training.no_database': ({ command }) =>
    `Собственикът на базата няма право да прави нови бази. Администраторът на сървъра я прави веднъж с „${command}“.`,
}
