const VALUES: Record<string, number> = {
  ...{ нула: 0, zero: 0, един: 1, една: 1, едно: 1, два: 2, две: 2 },
  ...numbered('три четири пет шест седем осем девет десет', 3),
  ...numbered('единадесет дванадесет тринадесет четиринадесет петнадесет', 11),
  ...numbered('шестнадесет седемнадесет осемнадесет деветнадесет', 16),
  ...numbered('двадесет тридесет четиридесет петдесет', 20, 10),
  ...numbered('шестдесет седемдесет осемдесет деветдесет', 60, 10),
  ...numbered('сто двеста триста четиристотин петстотин', 100, 100),
  ...numbered('шестстотин седемстотин осемстотин деветстотин', 600, 100),
  ...numbered('one two three four five six seven eight nine ten', 1),
  ...numbered('eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 11),
  ...numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
}
const SCALES: Record<string, number> = {
  ...{ хиляда: 1e3, хиляди: 1e3, милион: 1e6, милиона: 1e6 },
  ...{ thousand: 1e3, million: 1e6 },
}

function numbered(words: string, first: number, step = 1): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, first + at * step]))
}

/** Reads an amount in words back into cents, knowing nothing of how it was written; a word it does not know throws. */
export function readWords(words: string): bigint {
  let total = 0
  let sum = 0
  let group = 0
  for (const word of words.split(/[ -]/)) {
    const scale = SCALES[word]
    if (word === 'и' || word === 'and') continue
    if (word === 'hundred') group *= 100
    else if (scale !== undefined) {
      sum += Math.max(group, 1) * scale
      group = 0
    } else if (/^(евро|euros?|цента?|cents?)$/.test(word)) {
      total += (sum + group) * (/^(е|eu)/.test(word) ? 100 : 1)
      sum = 0
      group = 0
    } else if (VALUES[word] !== undefined) group += VALUES[word]
    else throw new Error(`not a number word: ${word}`)
  }
  return BigInt(total)
}
