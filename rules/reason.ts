/** Whether a reason is one: at least three characters beside blanks, as the database wants it too. */
export const isReason = (reason: string | null | undefined): boolean => (reason ?? '').trim().length >= 3
