/** The pages with Cyrillic that printers have burnt in, as their makers' tables show them. */
export type PageName = 'cp866' | 'cp866-euro' | 'cp1125' | 'cp1251' | 'cp855' | 'mik'

const UPPER = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const LOWER = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'

/** The upper half of each page, from 80; ▒ stands where the page was not looked up. */
const UPPER_HALVES: Record<PageName, string> = {
  cp866: `${UPPER}${LOWER.slice(0, 16)}░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀${LOWER.slice(16)}ЁёЄєЇїЎў°∙·√№¤■ `,
  'cp866-euro': `${UPPER}${LOWER.slice(0, 16)}░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀${LOWER.slice(16)}Ёё€єЇїЎў°∙·√№¤■ `,
  cp1125: `${UPPER}${LOWER.slice(0, 16)}░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀${LOWER.slice(16)}ЁёҐґЄєІіЇї·√№¤■ `,
  mik: `${UPPER}${LOWER}└┴┬├─┼╣║╚╔╩╦╠═╬┐░▒▓│┤№§╗╝┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ `,
  cp855: `ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00adыЫзЗшШэЭщЩчЧ§■ `,
  cp1251: `ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—▒™љ›њќћџ ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї${UPPER}${LOWER}`,
}

/** What a byte prints under a page; nothing readable where the printer has no such page, or one that is not Cyrillic. */
export const letterOf = (byte: number, page: PageName | undefined): string =>
  byte < 0x80 ? String.fromCharCode(byte) : ((page && UPPER_HALVES[page][byte - 0x80]) ?? '▒')
