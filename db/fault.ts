export type DatabaseFaultCode =
  | 'home_unwritable'
  | 'home_unreachable'
  | 'disk_full'
  | 'binaries_missing'
  | 'no_system_user'
  | 'data_of_other_version'
  | 'start_failed'
  | 'not_running'
  | 'unreachable'
  | 'bad_url'
  | 'bad_database_name'
  | 'needs_migration'
  | 'newer_database'

/** What keeps the database from serving, told in one sentence by the locales; `detail` is the device's own word. */
export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode
  readonly path: string
  readonly detail: string
  constructor(code: DatabaseFaultCode, facts: { path?: string; detail?: string } = {}) {
    super(`${code} ${facts.path ?? ''} ${facts.detail ?? ''}`.trim())
    this.name = 'DatabaseFault'
    this.code = code
    this.path = facts.path ?? ''
    this.detail = facts.detail ?? ''
  }
}

/** Turns an error of the file system under `path` into its fault. */
export function faultOfFiles(error: unknown, path: string): DatabaseFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DatabaseFault('disk_full', { path, detail })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code))
    return new DatabaseFault('home_unwritable', { path, detail })
  return new DatabaseFault('start_failed', { path, detail })
}
