import type { ScreenTexts } from '../bg/screens.ts'
import { desk } from './screens/desk.ts'
import { frame } from './screens/frame.ts'
import { papers } from './screens/papers.ts'
import { report } from './screens/report.ts'
import { signIn } from './screens/sign-in.ts'
import { closeTill, openTill } from './screens/tills.ts'

export const screens: ScreenTexts = { frame, signIn, desk, openTill, closeTill, papers, report }
