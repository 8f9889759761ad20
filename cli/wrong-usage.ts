import { answers as bg, type UsageTexts } from '../locales/bg/answers.ts'
import { answers as en } from '../locales/en/answers.ts'
import type { Lang } from '../rules/languages.ts'

/** The command was written wrongly, or lacks something that nobody is there to be asked for. Exit code 2. */
export class WrongUsage extends Error {
  constructor(lang: Lang, say: (usage: UsageTexts) => string) {
    super(say(lang === 'bg' ? bg.usage : en.usage))
    this.name = 'WrongUsage'
  }
}
