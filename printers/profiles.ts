/**
 * What is known about a family of receipt printers. Code page numbers are not portable between makes, so the office
 * picks a profile by what its test page shows, and may correct the number of columns.
 */
export type Profile = EscposProfile | TextProfile

export type EscposProfile = {
  name: string
  driver: 'escpos'
  /** Characters of font A across the paper. */
  columns: number
  /** `encoding` as iconv-lite names it, `number` as this make counts it in ESC t. */
  page: { encoding: string; number: number }
  /** The byte that prints €, or the three letters where the page has no sign or nobody proved it. */
  euro: { byte: number } | 'EUR'
  cutter: 'partial' | 'full' | 'none'
  /** Lines fed so that the last one passes the blade or the tear bar. */
  feedLines: number
  drawer: { pin: 2 | 5; on_ms: number; off_ms: number } | null
  /** 'dle-eot': answers DLE EOT at any time and GS r 1 after what came before it was printed. */
  status: 'dle-eot' | 'none'
  /** Chinese firmware starts in GBK mode and prints hanzi for Cyrillic until FS . cancels it. */
  cancelKanji: boolean
  /** Where the facts come from. */
  source: string
}

export type TextProfile = { name: string; driver: 'text'; columns: number; source: string }

const DRAWER = { pin: 2, on_ms: 50, off_ms: 500 } as const

const generic = {
  driver: 'escpos',
  page: { encoding: 'cp866', number: 17 },
  euro: 'EUR',
  cutter: 'partial',
  feedLines: 3,
  drawer: DRAWER,
  status: 'none',
  cancelKanji: true,
} as const

export const profiles: readonly Profile[] = [
  {
    ...generic,
    name: 'escpos-80',
    columns: 48,
    source: 'CP866 on 17: Epson, Star in ESC/POS mode, Bixolon, Citizen, Sunmi and most clones',
  },
  {
    ...generic,
    name: 'escpos-58',
    columns: 32,
    cutter: 'none',
    source: 'the same pages on 58 mm paper; these printers have a tear bar',
  },
  {
    ...generic,
    name: 'epson-80',
    columns: 48,
    page: { encoding: 'win1251', number: 46 },
    euro: { byte: 0x88 },
    feedLines: 0,
    status: 'dle-eot',
    cancelKanji: false,
    source: 'Epson TM-T20II quick reference: WPC1251 on 46; TM-T88IV and older have 17 only: use escpos-80',
  },
  {
    ...generic,
    name: 'datecs-ep',
    columns: 48,
    page: { encoding: 'cp866', number: 7 },
    cancelKanji: false,
    source: 'Datecs EP-60 manual p. 20: CP866 on 7; when DIP switches choose the page, ESC t is ignored',
  },
  {
    ...generic,
    name: 'datecs-ep-euro',
    columns: 48,
    page: { encoding: 'cp866', number: 22 },
    euro: { byte: 0xf2 },
    cancelKanji: false,
    source:
      'Datecs EP-60 manual p. 20: page 22 is CP866 with the euro sign, at F2: prove it on the test page',
  },
  {
    ...generic,
    name: 'rongta-80',
    columns: 48,
    page: { encoding: 'cp866', number: 7 },
    source: 'Rongta RP326/RP332 page table: CP866 on 7, WPC1251 on 6, MIK on 8',
  },
  {
    ...generic,
    name: 'xprinter-80',
    columns: 48,
    source: 'POS-58xx, NT-80 and Xprinter page tables: CP866 on 17 and on 59',
  },
  { name: 'text', driver: 'text', columns: 48, source: 'plain text, UTF-8, a form feed after each paper' },
]

/** The profile of that name, or null. */
export const profileNamed = (name: string): Profile | null => profiles.find(p => p.name === name) ?? null
