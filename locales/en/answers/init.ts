import type { InitAnswers } from '../../bg/answers/init.ts'

export const initAnswers: InitAnswers = {
  makingDemo: 'Making a demo town…',
  init: {
    municipality: 'Municipality (name or code)',
    admin: 'Login of the administrator',
    'admin-name': 'First and last name of the administrator',
    'desk-name': 'Name of the desk',
    'printer-name': 'Name of the printer',
    'printer-profile': 'Profile of the printer (escpos-80, escpos-58, epson-80, datecs-ep, text …)',
    'printer-line': 'Line to the printer (serial:…, usb:…, tcp://…, file:…, preview:)',
    deskName: number => `Desk ${number}`,
    printerName: number => `printer ${number}`,
  },
  townMade: name =>
    `The municipality of ${name} is made.\nGo on with:\n  gishe staff add … --post cashier   cashiers\n  gishe services set-fee …           fees (until there are any, amounts are typed)\n  gishe printers test --print           a test page\n  gishe doctor                       is everything all right`,
  demoMade: name =>
    `A demo of the municipality of ${name} is made. Go on with "gishe" on a terminal or with "gishe start".`,
  townThere: name => `The municipality of ${name} is there already; nothing is missing.`,
}
