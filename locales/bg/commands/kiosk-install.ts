import { command, type InOtherWords } from '../command-text.ts'

export const kioskInstallCommands = {
  'kiosk install': command({
    does: 'Дава всичко, с което малка машина с Debian или Raspberry Pi OS става устройство с лица',
    more: 'Услуга за systemd с пазач, правила за кутиите с бутони, шрифт на екрана, системен дял само за четене: всеки ред с причината си. Накрая са командите, които техникът изпълнява. Нищо на тази машина не се променя, освен ако --write е „/“.',
    options: {
      print: ['', 'показва файловете и командите'],
      write: ['<папка>', 'записва файловете под тази папка; „/“ – на местата им'],
      box: ['<линия>', 'серийна линия на кутии с бутони, напр. /dev/gishe/box; може няколко пъти'],
      program: ['<път>', 'къде е програмата на устройството; иначе където е тази'],
    },
    examples: [
      ['gishe kiosk install --print --box /dev/gishe/box', 'чете се, преди да се реши'],
      ['gishe kiosk install --write /', 'на самото устройство, като root'],
    ],
  }),
}

export type KioskInstallCommands = InOtherWords<typeof kioskInstallCommands>
