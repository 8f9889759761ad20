export const LANGUAGES = ['bg', 'en'] as const
export type Lang = (typeof LANGUAGES)[number]
