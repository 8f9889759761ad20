const WEEKDAYS = ['понеделник', 'вторник', 'сряда', 'четвъртък', 'петък', 'събота', 'неделя']
const workingDays = (days: number): string => (days === 1 ? '1 работен ден' : `${days} работни дни`)

/** What every small form says. */
export const forms = {
  next: 'Нататък',
  askDay: 'Брой работни дни от днес или ден: 5, 27.11, 27.11.2026, утре',
  noDay: 'Това не е ден. Напишете например 5 (работни дни) или 27.11',
  day: (day: string, weekday: number): string => `до ${day}, ${WEEKDAYS[weekday - 1] ?? ''}`,
  suggestion: (days: number, day: string): string =>
    `${String(days).padStart(3)} = ${day} (${workingDays(days)})`,
  askWhom: 'Напишете част от името на човек или звено; Enter избира, Backspace маха.',
  nobody: 'Няма такъв служител или звено.',
  help: [
    'Enter и Tab минават на следващия ред, стрелките също; F8 записва от всеки ред.',
    'При ред с избор цифрата избира. Срокът е брой работни дни или ден.',
    'Esc връща без запис; написаното остава при отказ.',
  ],
}

export type FormTexts = typeof forms
