/** One thing the doctor looked at: `advice` says what to do and is null where all is well. */
export type Finding = { what: string; found: string; advice: string | null }
