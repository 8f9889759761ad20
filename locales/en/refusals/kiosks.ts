import type { KiosksRefusals } from '../../../rules/refusals/kiosks.ts'

export const kiosksRefusals: { [Code in keyof KiosksRefusals]: (facts: KiosksRefusals[Code]) => string } = {
  'kiosk.code_wrong': () =>
    'The enrolment code is not known, was used or is too old. Make a new one with "gishe kiosks code".',
  'kiosk.key_unknown': () =>
    'The hub does not know the key of this device. Enrol it anew with a one-time code.',
  'kiosk.revoked': () =>
    'The key of this device was revoked. Enrol it anew with a one-time code; what it holds is sent then.',
  'kiosk.replayed': () => 'This request was heard already. The device signs it again with a later time.',
  'kiosk.doubled': ({ seq }) =>
    `Press number ${seq} was taken already and was another one: two devices send as one. Enrol the second anew with an empty memory.`,
  'kiosk.ask_unknown': () => 'The press is for a question that this device was never given.',
  'kiosk.unknown': ({ number }) => `There is no device ${number}. "gishe kiosks list" shows them.`,
  'kiosk.number_taken': ({ number }) =>
    `There is a device ${number} already. Choose another number or let the program give one.`,
  'kiosk.hall_has_presses': ({ number }) =>
    `The presses of device ${number} were made in the hall it has and stay there. Revoke its key, close the place and add a new one in the other hall.`,
  'kiosk.hall_unknown': ({ text }) =>
    `There is no unit "${text}" with a hall. "gishe departments tree" shows the codes.`,
  'kiosk.not_enrolled': ({ number }) =>
    `No device is enrolled at place ${number}: there is no key to revoke.`,
  'kiosk.still_enrolled': ({ number, waiting }) =>
    `A device is still enrolled at place ${number}${waiting > 0 ? ` and ${waiting} presses wait in it` : ''}. Let it send them and revoke its key with "gishe kiosks revoke ${number}".`,
  'kiosk.closed': ({ number }) => `Place ${number} is closed. Add a new one with "gishe kiosks add".`,
  'kiosk.question_not_yaml': ({ file, line, column }) =>
    `${file} is no question in YAML or JSON (line ${line}, column ${column}). See data/questions/satisfaction.yaml.`,
  'kiosk.pin_weak': () => 'The PIN is 4 to 8 digits, not all the same and not in a row.',
  'kiosk.runs_already': () =>
    'The device runs on this computer already. Stop it with "systemctl stop gishe-kiosk" or see "gishe kiosk status".',
  'kiosk.no_question': () =>
    'Nothing is asked yet at the place of this device. Set a question with "gishe kiosks ask" and repeat with the same code.',
  'kiosk.asks_nothing': ({ number }) =>
    `Device ${number} has no question yet. Give it one with "gishe kiosks ask".`,
  'kiosk.no_hub': ({ login }) =>
    `"${login}" is no hub. Sign in as somebody whose post is the hub (gishe staff add … --post hub).`,
}
