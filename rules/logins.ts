const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ь: 'y',
  ю: 'yu',
  я: 'ya',
}

/** A login as it is kept: small Latin letters. Typed in Cyrillic it is transliterated (Закон за транслитерацията), so «иванова» is `ivanova`. */
export const readLogin = (typed: string): string =>
  [...typed.trim().toLocaleLowerCase('bg')].map(letter => LATIN[letter] ?? letter).join('')

/** A login starts with a letter and has 2 to 20 small Latin letters and digits. */
export const isLogin = (text: string): boolean => /^[a-z][a-z0-9]{1,19}$/.test(text)

export const SHORTEST_PASSWORD = 8
