import {
  type CodePage,
  type ErpnetProfile,
  type EscposProfile,
  type FiscalProfile,
  type Profile,
  readProfile,
  type TextProfile,
} from './profile.ts'

/** A font A letter is 12 dots wide. */
const paper = (dots: number) => ({ dots, font: 'A', columns: Math.floor(dots / 12) }) as const

const PAPER_80 = paper(576)
const PAPER_58 = paper(384)

const pagesOf = (numbers: Partial<Record<CodePage['encoding'], number[]>>): CodePage[] =>
  Object.entries(numbers).flatMap(([encoding, of]) =>
    of.map(number => ({ encoding: encoding as CodePage['encoding'], number })),
  )

/** What every make understands: pictures are drawn here, and the printer is asked nothing. */
const plain = {
  ...PAPER_80,
  driver: 'escpos',
  euro: 'EUR',
  cutter: 'partial',
  feedLines: 3,
  drawer: { pin: 2, on_ms: 50, off_ms: 500 },
  status: 'none',
  pushes: false,
  processId: false,
  cancelKanji: false,
  code128: 'raster',
  qr: 'raster',
  logo: 'none',
} as const

/** 58 mm printers have a tear bar. */
const narrow = { ...PAPER_58, cutter: 'none' } as const

const generic = {
  ...plain,
  page: { encoding: 'cp866', number: 17 },
  pages: pagesOf({ cp866: [17] }),
  cancelKanji: true,
} as const

const epson = {
  ...plain,
  page: { encoding: 'win1251', number: 46 },
  pages: pagesOf({ cp866: [17], win1251: [46], cp855: [34], cp1125: [44] }),
  euro: { byte: 0x88 },
  feedLines: 0,
  status: 'dle-eot',
  pushes: true,
  processId: true,
  code128: 'native',
  qr: 'native',
  logo: 'nv-graphics',
} as const

const star = {
  ...plain,
  page: { encoding: 'cp866', number: 17 },
  pages: pagesOf({ cp866: [17] }),
  status: 'dle-eot',
  code128: 'native',
  source:
    'Star Line Thermal ESC/POS mode rev. 2.40: CP866 on 17, DLE EOT and GS r; in native mode other numbers',
} as const

const datecs = {
  ...plain,
  page: { encoding: 'cp866', number: 7 },
  pages: pagesOf({ cp866: [7, 22] }),
  code128: 'native',
} as const

const rongta = {
  ...plain,
  page: { encoding: 'cp866', number: 7 },
  pages: pagesOf({ cp866: [7], win1251: [6], cp855: [28], mik: [8] }),
  cancelKanji: true,
  source: 'Rongta RP326/RP332 page table: CP866 on 7, WPC1251 on 6, CP855 on 28, MIK on 8',
} as const

const xprinter = {
  ...plain,
  page: { encoding: 'cp866', number: 17 },
  pages: pagesOf({ cp866: [17, 59], win1251: [73, 23], cp855: [60], mik: [88] }),
  cancelKanji: true,
  source:
    'POS-58xx, NT-80 and Xprinter page tables: CP866 on 17 and 59, WPC1251 on 73 (PT151: 23), CP855 on 60, MIK on 88',
} as const

const bixolon = {
  ...plain,
  page: { encoding: 'cp866', number: 17 },
  pages: pagesOf({ cp866: [17], win1251: [28], cp855: [34] }),
  status: 'dle-eot',
  code128: 'native',
  source: 'Bixolon SRP command manuals: CP866 on 17, WPC1251 on 28, on some CP855 on 34; DLE EOT and GS r',
} as const

const citizen = {
  ...plain,
  page: { encoding: 'cp866', number: 17 },
  pages: pagesOf({ cp866: [17, 7], win1251: [46], cp855: [34], cp1125: [44] }),
  code128: 'native',
  qr: 'native',
  source: 'Citizen CT-S651 page table: CP866 on 17, WPC1251 on 46, CP855 on 34; older CT have CP866 on 7',
} as const

const portable = {
  ...plain,
  ...narrow,
  page: { encoding: 'cp866', number: 7 },
  pages: pagesOf({ cp866: [7], win1251: [6], mik: [8] }),
  drawer: null,
  cancelKanji: true,
  source: 'page tables of MPT and Youku portable printers: CP866 on 7, WPC1251 on 6, MIK on 8',
} as const

const ESCPOS: readonly EscposProfile[] = [
  {
    ...generic,
    name: 'escpos-80',
    source: 'CP866 on 17: Epson, Star in ESC/POS mode, Bixolon, Citizen, Sunmi and most clones',
  },
  {
    ...generic,
    ...narrow,
    name: 'escpos-58',
    source: 'the same pages on 58 mm paper; these printers have a tear bar',
  },
  {
    ...epson,
    name: 'epson-80',
    source:
      'Epson TM-T20II quick reference: WPC1251 on 46, CP866 on 17, CP855 on 34; TM-T88IV and older: epson-t88-80',
  },
  {
    ...epson,
    ...paper(420),
    name: 'epson-58',
    source:
      'Epson TM-T20II with the guide for 58 mm paper: 35 letters of font A; pages of its quick reference',
  },
  {
    ...plain,
    ...paper(512),
    name: 'epson-t88-80',
    page: { encoding: 'cp866', number: 17 },
    pages: pagesOf({ cp866: [17], win1251: [6] }),
    feedLines: 0,
    status: 'dle-eot',
    code128: 'native',
    source: 'Epson TM-T88III and TM-T88IV: 42 letters, CP866 on 17; some T88III have WPC1251 on 6',
  },
  { ...star, name: 'star-80' },
  { ...star, ...narrow, name: 'star-58' },
  {
    ...datecs,
    name: 'datecs-ep',
    source:
      'Datecs EP-2000 and EP-700, pages as in the EP-60 manual p. 20: CP866 on 7; when DIP switches choose the page, ESC t is ignored',
  },
  {
    ...datecs,
    ...paper(432),
    name: 'datecs-ep-60',
    feedLines: 0,
    source: 'Datecs EP-60 manual p. 20 and 22: CP866 on 7, 432 dots, feeds to the blade before it cuts',
  },
  {
    ...datecs,
    name: 'datecs-ep-euro',
    page: { encoding: 'cp866', number: 22 },
    euro: { byte: 0xf2 },
    source:
      'Datecs EP-60 manual p. 20: page 22 is CP866 with the euro sign, at F2: prove it on the test page',
  },
  {
    ...datecs,
    ...narrow,
    name: 'datecs-ep-58',
    source: 'Datecs EP-50 manual: 384 dots, no blade; pages as in the EP-60 manual p. 20',
  },
  { ...rongta, name: 'rongta-80' },
  { ...rongta, ...narrow, name: 'rongta-58' },
  { ...xprinter, name: 'xprinter-80' },
  { ...xprinter, ...narrow, name: 'xprinter-58' },
  { ...bixolon, name: 'bixolon-80' },
  { ...bixolon, ...narrow, name: 'bixolon-58' },
  { ...citizen, name: 'citizen-80' },
  { ...citizen, ...narrow, name: 'citizen-58' },
  { ...portable, name: 'mpt-58' },
  {
    ...plain,
    name: 'kr306-80',
    page: { encoding: 'cp866', number: 12 },
    pages: pagesOf({ cp866: [12, 37], win1251: [51], cp855: [38], mik: [66] }),
    cancelKanji: true,
    source: 'KR-306 page table: CP866 on 12 and 37, WPC1251 on 51, CP855 on 38, MIK on 66',
  },
  {
    ...plain,
    name: 'yhd8390-80',
    page: { encoding: 'cp866', number: 12 },
    pages: pagesOf({ cp866: [12], win1251: [18] }),
    cancelKanji: true,
    source: 'YHD-8390 page table: CP866 on 12, WPC1251 on 18',
  },
  {
    ...plain,
    name: 'hp-80',
    page: { encoding: 'cp866', number: 7 },
    pages: pagesOf({ cp866: [7], win1251: [13] }),
    source: 'page table of HP receipt printers: CP866 on 7, WPC1251 on 13',
  },
  {
    ...plain,
    ...narrow,
    name: 'sunmi-58',
    pages: pagesOf({ cp866: [17], cp855: [34] }),
    page: { encoding: 'cp866', number: 17 },
    drawer: null,
    source: 'Sunmi V2 page table: CP866 on 17, CP855 on 34; no blade and no drawer',
  },
]

const TEXT: TextProfile = {
  name: 'text',
  driver: 'text',
  columns: 48,
  source: 'plain text, UTF-8, a form feed after each paper',
}

const FISCAL: FiscalProfile[] = [
  {
    name: 'datecs-fp',
    driver: 'datecs',
    columns: 42,
    source:
      'Datecs group A, programming interface 1.00BG: FP-800, FP-2000, FP-650, FP-700, SK1-21F, SK1-31F, FMP-10',
  },
  {
    name: 'datecs-fp-x',
    driver: 'datecs-x',
    columns: 42,
    source:
      "Datecs group C, programmer's manual 2.02: FP-700X, DP-25X, DP-150X, WP-50X, FMP-350X; FMP-55X has 32 columns",
  },
]

const ERPNET: ErpnetProfile = {
  name: 'erpnet-fp',
  driver: 'erpnet-fp',
  columns: 42,
  source:
    'ErpNet.FP, Net.FP protocol: Daisy, Eltrade, Incotex, ISL, Tremol, Datecs, behind a service over HTTP',
}

/** The profiles that the program ships; names stay, for towns have them in their databases. */
export const profiles: readonly Profile[] = [...ESCPOS, TEXT, ...FISCAL, ERPNET]

/** The shipped profile of that name, or null. */
export const profileNamed = (name: string): Profile | null => profiles.find(p => p.name === name) ?? null

/** How a printer that is set so draws: by a shipped profile, else by the town's own; null where neither can be read. */
export function profileOf({
  profile,
  townProfile,
}: {
  profile: string
  townProfile?: unknown
}): Profile | null {
  const shipped = profileNamed(profile)
  if (shipped || townProfile === undefined || townProfile === null) return shipped
  const read = readProfile(townProfile)
  return 'profile' in read ? read.profile : null
}
