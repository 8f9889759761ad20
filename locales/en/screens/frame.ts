import type { FrameTexts } from '../../bg/screens/frame.ts'

export const frame: FrameTexts = {
  program: 'Gishe',
  help: 'Help',
  helpTitle: 'Help',
  helpCloses: 'Any key closes the help.',
  back: 'Back',
  working: 'working…',
  connectionLost: 'No connection to the database. Trying again… (Esc stops)',
  connectionBack: 'The connection to the database is back.',
  stopped: 'Stopped without a connection. It may be recorded already: repeat it to find out.',
  bug: incident => `A fault in the program, number ${incident}. Work goes on.`,
  notTaken: 'What was pressed after it was not taken.',
  onceMore: 'There is unfinished work. Ctrl-C once more to leave.',
  brokenScreen: 'The screen cannot be shown',
  tooSmall: (columns, rows) => `Please enlarge the window to at least ${columns}×${rows}. Nothing is lost.`,
}
