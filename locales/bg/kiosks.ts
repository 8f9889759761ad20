import type { Line } from '../../rules/kiosk-watch.ts'
import type { Alarm, KioskFault } from '../../rules/kiosks.ts'

/** By the code that a device says. */
const faults: Record<KioskFault, string> = {
  disk_full: 'паметта е пълна: не приема гласове',
  disk_fault: 'паметта е повредена: не приема гласове',
  line_lost: 'няма връзка с кутиите с бутони',
  screen: 'екранът не работи',
}

/** What is said of the devices in the halls, on a screen and by a command. */
export const kiosks = {
  alarms: {
    silent: 'мълчи',
    negatives: 'недоволни',
    doubled: 'двойник',
    clock: 'часовник',
    fault: 'повреда',
  } satisfies Record<Alarm, string>,
  told: {
    silent: (since: string) => `мълчи: последна вест ${since}`,
    negatives: (presses: number, minutes: number) => `${presses} недоволни за последните ${minutes} мин`,
    doubled: (seq: number) => `две устройства пращат като едно (глас ${seq}): включете второто наново`,
    clock: (off: string, isFast: boolean) => `часовникът е ${isFast ? 'напред' : 'назад'} с ${off}`,
  },
  faults,
  span: {
    seconds: (seconds: number) => `${seconds} с`,
    minutes: (minutes: number) => `${minutes} мин`,
    hours: (hours: number) => `${hours} ч`,
    days: (days: number) => (days === 1 ? '1 ден' : `${days} дни`),
  },
  now: 'сега',
  never: 'никога',
  right: 'верен',
  skew: (off: string, isFast: boolean) => `${isFast ? '+' : '-'}${off}`,
  line: (line: Line) =>
    line === 'lost'
      ? 'без линия'
      : line === 'silent'
        ? 'мълчи'
        : line === 'well'
          ? 'работят'
          : `${line.percent} %`,
  battery: { good: 'пълни батерии', low: 'батерии за смяна скоро', empty: 'сменете батериите' },
  notEnrolled: 'не е включено',
}

export type KiosksTexts = typeof kiosks
