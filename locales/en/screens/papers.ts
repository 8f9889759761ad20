import type { PapersTexts } from '../../bg/screens/papers.ts'

export const papers: PapersTexts = {
  title: 'Papers',
  cameOut: 'Came out',
  printAgain: 'Did not',
  duplicate: 'Duplicate',
  copyMark: copy => `D${copy}`,
  duplicated: copy => `Duplicate No ${copy} is being printed.`,
  none: 'No papers yet.',
  askCameOut: 'Did it come out? F3 yes, F4 no.',
  markedPrinted: 'Noted: the paper came out.',
  printedAgain: 'The paper is printed again.',
  states: {
    queued: 'waiting',
    sending: 'printing',
    printed: 'printed',
    sent: 'sent',
    shown: 'on screen',
    failed: 'failed',
    unsure: 'in doubt',
  },
  help: [
    'Arrows choose a paper, PageUp and PageDown scroll it.',
    '«printed»: the printer confirmed. «sent»: the printer cannot confirm.',
    '«in doubt»: printing was cut short. Look at the printer:',
    '    F3: it came out. F4: it did not and is printed again.',
    'F5 prints a duplicate that says so, which one it is and by whom.',
  ],
}
