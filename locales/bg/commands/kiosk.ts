import { command, type InOtherWords } from '../command-text.ts'

export const kioskCommands = {
  kiosk: command({
    does: 'Устройството за обратна връзка в приемната: въпрос с лица на цял екран',
    more: [
      'Не иска база данни: говори с хъба („gishe web“). Натиснатото се записва на диска, преди да се благодари, и се изпраща, когато има връзка.',
      'Цифрите 1–5 са лицата, също мишка, докосване и кутии с бутони. 0 три пъти и ПИН отварят екрана на техника. Ctrl-C спира.',
      'Паметта на устройството е в GISHE_KIOSK_HOME: за root /var/lib/gishe-kiosk, иначе ~/.local/share/gishe-kiosk.',
    ].join('\n'),
    options: { box: ['<линия>', 'кутия с бутони на сериен порт; може да се повтаря'] },
    examples: [
      ['gishe kiosk', 'на терминала, от който е пусната'],
      ['gishe kiosk --box /dev/ttyACM0 --box /dev/ttyUSB0?baud=19200', 'с две линии с кутии'],
    ],
  }),
  'kiosk enrol': command({
    does: 'Включва това устройство към хъба с еднократен код',
    more: 'Кода дава „gishe kiosks add“ или „gishe kiosks code“. Устройството прави свой ключ и го разменя срещу кода; ако отговорът се изгуби, същият код се повтаря. Чакащите оценки остават. Може и докато устройството работи.',
    options: {
      hub: ['<адрес>', 'адресът на хъба: https, или http на същата машина'],
      code: ['<код>', 'еднократният код; малки букви, интервали и тирета не пречат'],
      plain: ['', 'допуска http през мрежата: който слуша, може да чете и да се представи за хъба'],
      anew: ['', 'като ново устройство: картата е копирана от друго, или то идва от друга община'],
    },
    examples: [
      ['gishe kiosk enrol --hub https://hub.smolyan.bg --code K7M2P-9XQRT', 'първото включване'],
      [
        'gishe kiosk enrol --hub https://hub.smolyan.bg --code 4TRWB-6HZ2N --anew',
        'карта, копирана от друго устройство',
      ],
    ],
  }),
  'kiosk status': command({
    does: 'Казва към кой хъб е това устройство, работи ли и колко оценки чакат',
    examples: [['gishe kiosk status --json', 'за наблюдение']],
  }),
}

export type KioskCommands = InOtherWords<typeof kioskCommands>
