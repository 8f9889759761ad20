/** Somebody who stands at an emulated printer and looks at its paper: what it is like, and which page they like best. */
export type AtPrinter = {
  paper: () => string[]
  columns: number
  cutter: 'partial' | 'full' | 'none'
  drawer: 2 | 5 | null
  /** The number of the page they choose where several read right. */
  wants?: number
}

const RIGHT = /^n=(\d+) \S+: Ъъ рстуфхцчшщьюя (?:№|No\.)$/

/** What they answer to a question about the paper; null where it is no matter of paper. */
export function seenOnPaper(
  step: string,
  { paper, columns, cutter, drawer, wants }: AtPrinter,
): string | null {
  switch (step) {
    case 'speed':
      return paper().some(line => line.includes('9600 9600 9600')) ? '9600' : '0'
    case 'page': {
      const right = paper().flatMap(line => RIGHT.exec(line)?.[1] ?? [])
      return right.includes(`${wants}`) ? `${wants}` : (right[0] ?? '0')
    }
    case 'euro':
      return /^(\d): 12,50 €$/m.exec(paper().join('\n'))?.[1] ?? '0'
    case 'columns':
      return `${columns}`
    case 'cutter':
      return { partial: '1', full: '2', none: '3' }[cutter]
    case 'drawer':
      return drawer === null ? '2' : '1'
    case 'opened_2':
      return drawer === 2 ? '1' : '2'
    case 'opened_5':
      return drawer === 5 ? '1' : '2'
    default:
      return null
  }
}

const STILL_MS = 60

/** Waits until nothing more comes out: a person does not read a sheet that is still moving. */
export async function untilPaperRests(paper: () => string[]): Promise<void> {
  for (let before = -1; before !== paper().length; ) {
    before = paper().length
    await new Promise(resolve => setTimeout(resolve, STILL_MS))
  }
}
