import { command, type InOtherWords } from '../command-text.ts'

const FAULTS = [
  'paper-out          хартията свършва (@3 след три реда; при escpos байта)',
  'near-end           остава малко хартия',
  'cover-open         капакът е отворен (=5s за пет секунди)',
  'offline, busy      принтерът не печата (escpos)',
  'cutter             ножът заяжда (escpos)',
  'slow=2000          печата толкова байта в секунда (escpos)',
  'overheated         главата е прегряла',
  'print-fault        неизправен печатащ механизъм',
  'unplug             кабелът се изважда (@120 на този байт, @close при командата)',
  'mute               мълчи, но работи',
  'reset              токът спира след командата и идва (=3s след три секунди)',
  'reset-before       същото, преди командата да се изпълни',
  'reply-lost         командата е изпълнена, отговорът се губи',
  'lost               командата не стига до устройството',
  'nak                отговаря NAK',
  'syn=20s            зает двадесет секунди',
  'dropped, noise     от отговора липсват или са сгрешени байтове',
  'garbage            шум преди отговора',
  'chunks=1           отговорът идва на парчета',
  'day-blocked        минали са 24 часа без Z-отчет',
  'memory-full, memory-near-full, journal-full, journal-near-full',
  'clock-unset        часовникът не е сверен; clock=-2h върви с два часа назад',
  'password=1234      паролата на операторите е друга',
  'wrong-total=1      устройството смята един цент повече',
]

export const printerEmulateCommands = {
  'printers emulate': command({
    does: 'Прави се на принтер или на фискално устройство, за проба',
    more: [
      'Показва каквото излиза на хартията, до Ctrl-C или клавиш 0. Не иска база данни. На терминал повредите се предизвикват с цифрите, в тръба със същите думи, по една на ред; mend оправя всичко, plug-in включва кабела, stop спира.',
      'Повреда се пише ИМЕ[*ПЪТИ][=СТОЙНОСТ][@МЯСТО]. МЯСТО е номер или команда: open, sale, subtotal, payment, text, close, cancel, storno, cash, x, z, status, transaction, last-document, journal; sale#2 е втората продажба. Без място повредата е там от началото.',
      ...FAULTS,
    ].join('\n'),
    args: { device: ['<устройство>', 'escpos, datecs (FP-800, FP-700) или datecs-x (FP-700X, DP-25X)'] },
    options: {
      pty: ['', 'на сериен порт на тази машина, който се създава'],
      link: ['<път>', 'постоянно име на серийния порт'],
      tcp: ['<порт>', 'на мрежов порт на тази машина'],
      rom: ['<марка>', 'чии кодови таблици има escpos: epson, star, datecs, rongta, clone …'],
      fault: ['<повреда>', 'какво да се обърка; може да се повтаря'],
      paper: ['<файл>', 'записва и във файл каквото излиза на хартията'],
    },
    examples: [
      ['gishe printers emulate escpos --tcp 9100', 'принтер за бележки на tcp://127.0.0.1:9100'],
      [
        'gishe printers emulate datecs --pty --link /tmp/fp',
        'фискално устройство на serial:/tmp/fp?baud=115200',
      ],
      [
        'gishe printers emulate datecs-x --pty --fault reply-lost@close --fault paper-out@12',
        'губи отговора на затварянето, хартията свършва след 12 реда',
      ],
    ],
  }),
}

export type PrinterEmulateCommands = InOtherWords<typeof printerEmulateCommands>
