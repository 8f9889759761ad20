export type FilesRefusals = {
  'file.not_there': { path: string }
  'file.unreadable': { path: string }
  'file.empty': { name: string }
  'file.too_large': { name: string; size: string; mostSize: string }
  'file.name_wrong': { name: string }
  'file.type_unknown': { name: string; known: readonly string[] }
  'file.type_differs': { name: string; extension: string; found: string }
  'file.no_space': { path: string }
  'file.store_unwritable': { path: string }
  'file.damaged': { name: string }
  'file.missing': { name: string }
  'file.not_written': { path: string }
}
