/**
 * Text that cannot steer a terminal or a printer: C0 and C1 control characters, bidi overrides and lone surrogates removed,
 * line breaks and tabs made spaces, NFC. Everything typed, pasted or imported passes here before it is stored or shown.
 */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g, '')
    .normalize('NFC')

/** The same for text of several lines: their breaks stay. */
export const plainLines = (text: string): string => text.split('\n').map(plainText).join('\n')
