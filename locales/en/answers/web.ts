import type { WebAnswers } from '../../bg/answers/web.ts'

const reasons: Record<string, string> = {
  malformed: 'against the contract',
  unsigned: 'with a wrong signature or an unknown key',
  revoked: 'with a revoked key',
  code: 'with a wrong enrolment code',
  no_question: 'for a place without a question',
  clock: 'with a wrong clock',
  replayed: 'heard before',
  doubled: 'with a number that another press has',
  too_large: 'too large',
  too_often: 'too often',
  away: 'while the database was away',
  not_found: 'for an unknown address',
  bug: 'by a bug of the program',
}

export const webAnswers: WebAnswers = {
  web: {
    hubName: 'Hub of the devices',
    hubMade: (login: string, file: string) =>
      `The user "${login}" was made for the hub; the password is in ${file}, for you alone.`,
    listening: (url: string) => `The hub listens on ${url}`,
    stopping: 'The hub stops: what is under way is finished.',
    refused: (counts: Record<string, number>) =>
      `Requests refused: ${Object.entries(counts)
        .map(([why, times]) => `${times} ${reasons[why] ?? why}`)
        .join(', ')}.`,
    away: (why: string) =>
      `The database does not answer: ${why} Devices keep their presses and send them later.`,
    back: 'The database answers again.',
    hookFailed: (why: string) => `The program for alarms did not take the alarm (${why}).`,
    certificateRenewed: 'The new certificate is in use.',
    certificateKept: (why: string) => `The new certificate will not do, the old one stays: ${why}`,
  },
}
