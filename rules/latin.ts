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

/** Small Bulgarian letters as passports write them (Закон за транслитерацията, чл. 3 and 4); all others stay. */
export const inLatin = (text: string): string => [...text].map(letter => LATIN[letter] ?? letter).join('')

/** What people write in Latin letters instead of the law's, each to one sound. */
const SOUNDS: [written: RegExp, sound: string][] = [
  [/sht|sch/g, 'st'],
  [/ch|tz|ts|cz/g, 'c'],
  [/sh/g, 's'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/[yij]+(?=[aou])/g, ''],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
]

/** How a name sounds, whichever letters it is written in: Йордан, Yordan, Iordan and Jordan are one. */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((sound, [written, as]) => sound.replace(written, as), inLatin(word))

/** Whether a word is written in Latin letters. */
export const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word)
