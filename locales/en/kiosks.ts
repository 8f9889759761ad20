import type { KioskFault } from '../../rules/kiosks.ts'
import type { KiosksTexts } from '../bg/kiosks.ts'

/** By the code that a device says. */
const faults: Record<KioskFault, string> = {
  disk_full: 'its disk is full: it takes no presses',
  disk_fault: 'its disk is broken: it takes no presses',
  line_lost: 'no line to its button boxes',
  screen: 'its screen does not work',
}

export const kiosks: KiosksTexts = {
  alarms: {
    silent: 'silent',
    negatives: 'unhappy',
    doubled: 'doubled',
    clock: 'clock',
    fault: 'fault',
  },
  told: {
    silent: since => `silent: its last word was ${since}`,
    negatives: (presses, minutes) => `${presses} unhappy within the last ${minutes} min`,
    doubled: seq => `two devices send as one (press ${seq}): enrol the second anew`,
    clock: (off, isFast) => `its clock is ${off} ${isFast ? 'ahead' : 'behind'}`,
  },
  faults,
  span: {
    seconds: seconds => `${seconds} s`,
    minutes: minutes => `${minutes} min`,
    hours: hours => `${hours} h`,
    days: days => (days === 1 ? '1 day' : `${days} days`),
  },
  now: 'now',
  never: 'never',
  right: 'right',
  skew: (off, isFast) => `${isFast ? '+' : '-'}${off}`,
  line: line =>
    line === 'lost'
      ? 'no line'
      : line === 'silent'
        ? 'silent'
        : line === 'well'
          ? 'well'
          : `${line.percent} %`,
  battery: { good: 'batteries are full', low: 'change the batteries soon', empty: 'change the batteries' },
  notEnrolled: 'not enrolled',
}
