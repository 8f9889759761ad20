import { LANGUAGES, type Lang } from '../rules/languages.ts'
import { WrongUsage } from './wrong-usage.ts'

type Env = Record<string, string | undefined>

/**
 * The language of everything said: --lang, else GISHE_LANG, else the locale. Bulgarian unless another one is asked for; a
 * locale that names no language (C, POSIX, none) asks for nothing.
 */
export function languageOf(args: readonly string[], env: Env): Lang {
  const asked = afterFlag(args, '--lang') ?? (env['GISHE_LANG'] || undefined)
  if (asked !== undefined) {
    const known = LANGUAGES.find(lang => lang === asked.toLowerCase())
    if (!known) throw new WrongUsage('bg', usage => usage.unknownLanguage(asked))
    return known
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^(bg\b|bg_|C\b|POSIX$|$)/i.test(locale) ? 'bg' : 'en'
}

function afterFlag(args: readonly string[], flag: string): string | undefined {
  const at = args.findIndex(arg => arg === flag || arg.startsWith(`${flag}=`))
  if (at < 0) return undefined
  return args[at]?.includes('=') ? args[at]?.slice(flag.length + 1) : (args[at + 1] ?? '')
}
