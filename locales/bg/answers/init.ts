export const initAnswers = {
  makingDemo: 'Създавам демо община…',
  init: {
    municipality: 'Община (име или код)',
    admin: 'Потребителско име на администратора',
    'admin-name': 'Име и фамилия на администратора',
    'desk-name': 'Име на касата',
    'printer-name': 'Име на принтера',
    'printer-profile': 'Профил на принтера (escpos-80, escpos-58, epson-80, datecs-ep, text …)',
    'printer-line': 'Връзка с принтера (serial:…, usb:…, tcp://…, file:…, preview:)',
    deskName: (number: number) => `Каса ${number}`,
    printerName: (number: number) => `принтер ${number}`,
  },
  townMade: (name: string) =>
    `Община ${name} е създадена.\nПродължете с:\n  gishe staff add … --post cashier   касиери\n  gishe services set-fee …           такси (докато ги няма, сумите се въвеждат)\n  gishe printers test --print           пробна страница\n  gishe doctor                       всичко ли е наред`,
  demoMade: (name: string) =>
    `Демо община ${name} е създадена. Продължете с „gishe“ на терминал или с „gishe start“.`,
  townThere: (name: string) => `Община ${name} вече е създадена; нищо не липсва.`,
}

export type InitAnswers = typeof initAnswers
