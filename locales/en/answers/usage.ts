import type { UsageTexts } from '../../bg/answers/usage.ts'

export const usage: UsageTexts = {
  unknownOption: option => `There is no option ${option}. See --help of the command.`,
  unknownCommand: command => `There is no command "${command}". See gishe --help.`,
  near: near => `Did you mean ${near}?`,
  missingArgument: argument => `"${argument}" is missing. See --help of the command.`,
  optionNeedsValue: option => `The option ${option} needs a value.`,
  missingOption: option => `The option ${option} is needed. See --help of the command.`,
  tooManyArguments: 'Too many words after the command. A name with a space goes between quotes.',
  conflict: (one, other) => `${one} and ${other} cannot be given together.`,
  unknownLanguage: text => `There is no language "${text}". Choose bg or en.`,
  operatorPasswordNeeded:
    'No terminal to ask for the password of the operator. Give --operator-password-file or GISHE_OPERATOR_PASSWORD.',
  oneOfBoth: (one, other) => `Give either ${one} or ${other}.`,
  notOneOf: (option, text, known) => `${option} cannot be "${text}". Choose: ${known.join(', ')}.`,
  notBetween: (option, text, least, most) =>
    `${option} is a whole number from ${least} to ${most}, not "${text}".`,
  notThus: (option, shape, text) => `${option} is written ${shape}, not "${text}".`,
  userNeeded: 'Who works? Give --user or GISHE_USER.',
  passwordNeeded: login =>
    `The password of "${login}" is needed: give it by GISHE_PASSWORD or --password-file.`,
  confirmPasswordNeeded: login =>
    `The password of "${login}", who confirms, is needed: give it by GISHE_CONFIRM_PASSWORD or GISHE_CONFIRM_PASSWORD_FILE.`,
  copyOfReceipt: title => `"${title}" is a payer's paper: "gishe receipts copy" duplicates it.`,
  newPasswordNeeded: (login, name) =>
    `A new password for "${login}" is needed: give it by ${name} or by a file (see --help).`,
  secretReadable: path => `The password file ${path} can be read by others. Close it: chmod 600 ${path}`,
  secretUnreadable: path => `The password file ${path} cannot be read. Check its name and permissions.`,
  notInTraining: command => `"gishe ${command}" is about the municipality itself and takes no --training.`,
  onePeriod: 'Name one period: --day, --week, --month, --quarter, --year, or --from and --to.',
  countedOrExact: 'Tell what was counted in one way: --counted, --money or --exact.',
  fileUnreadable: path => `The file ${path} cannot be read. Check its name and its rights.`,
  questionUnreadable: (file, known) =>
    `There is neither a ready question nor a file "${file}". Ready ones: ${known}.`,
  pinNeeded: 'There is no terminal to ask for the PIN. Give --pin-file or GISHE_KIOSK_PIN.',
  fileNotJson: (path, detail) => `The file ${path} is not JSON (${detail}). Correct it and try again.`,
  fileNotPng: path => `${path} is no PNG picture. Save it as PNG and try again.`,
  fileNotWritten: (path: string) => `The file ${path} cannot be written. Check the folder and its rights.`,
  fileOfAnother: (path: string) =>
    `${path} was not written by “gishe doctor --udev” and is not replaced. Name another file.`,
  onePagePrinted: 'One page is printed: name one day and one desk (--day, --desk).',
  whichVoucher: 'Which voucher? Name its kind and number: in 2-2026-000017.',
  folderTaken: folder => `${folder} is there already. Name a new folder for the backup.`,
  hubNotSecure: address =>
    `${address} is not https: whoever listens on the network would read the key. Name https://…, or allow it with --plain.`,
  deviceNeedsTerminal:
    'The device needs a terminal: run it on tty1 with "gishe kiosk install" or in a terminal window.',
  needsTerminal: 'The cash desk screen needs a terminal. For scripts there are commands: gishe --help.',
  setUpNeedsTerminal:
    'Setting up a printer is a conversation and needs a terminal. Without one: gishe printers set <name> --profile <profile> --line <line>.',
  hubPasswordNeeded: (login: string) =>
    `The password of "${login}" for the hub is needed: give it with --password-file or GISHE_PASSWORD. If there is no such user yet, the administrator makes one: gishe staff add hub --name "Hub" --post hub`,
  hubInTheOpen: (host: string) =>
    `Other machines hear ${host} too: give a certificate with --cert and --key, or --plain if the line is kept safe otherwise.`,
  cannotListen: (address: string, code: string) =>
    `Cannot listen on ${address} (${code}). Choose another address or port with --host and --port.`,
  certificateWrong: (cert: string, key: string) =>
    `${cert} and ${key} are no certificate and its key in PEM. Check the files.`,
  ownServer:
    'The database is on the server of GISHE_DATABASE_URL. Its own administrator starts and stops it.',
  ownerUrl:
    'This needs the owner of the database: GISHE_DATABASE_URL=postgres://owner:password@server/database',
  ownerHome: home => `This needs the owner of ${home}. Run the command as that user.`,
}
