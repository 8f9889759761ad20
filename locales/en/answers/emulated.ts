import type { EmulatedAnswers } from '../../bg/answers/emulated.ts'

export const emulated: EmulatedAnswers = {
  device: 'The device',
  listens: line => `Listening. The line for the settings: ${line}`,
  keys: [
    '1 paper out       2 all in order     3 cover open   4 paper low',
    '5 cable pulled    6 cable put back   7 power cut    8 mute',
    '9 loses a reply   0 end',
  ].join('\n'),
  done: word => `— ${word}`,
  notUnderstood: word => `“${word}” is no fault. See --help.`,
}
