import type { FilesRefusals } from '../../../rules/refusals/files.ts'

export const filesRefusals: { [Code in keyof FilesRefusals]: (facts: FilesRefusals[Code]) => string } = {
  'file.not_there': ({ path }) => `There is no file ${path}. Check the path.`,
  'file.unreadable': ({ path }) => `The file ${path} cannot be read. Check its rights.`,
  'file.empty': ({ name }) => `The file "${name}" is empty (0 bytes). Scan or download it again.`,
  'file.too_large': ({ name, size, mostSize }) =>
    `The file "${name}" has ${size}, and ${mostSize} is the most. Split it or scan it coarser.`,
  'file.name_wrong': ({ name }) =>
    `The name of the file "${name}" will not do. Rename it: letters, digits and an extension.`,
  'file.type_unknown': ({ name, known }) =>
    `A file like "${name}" is not taken. Taken are ${known.join(', ')}.`,
  'file.type_differs': ({ name, extension, found }) =>
    `The file "${name}" is called .${extension} and inside is ${found === '' ? 'something else' : found}. Save it again with the right extension.`,
  'file.no_space': ({ path }) =>
    `There is no room on the disk for files (${path}). Nothing was written; make room and try again.`,
  'file.store_unwritable': ({ path }) =>
    `The folder of files ${path} cannot be written. Let the administrator mend its rights or GISHE_FILES.`,
  'file.damaged': ({ name }) =>
    `The file "${name}" on the disk is not the one that was attached: its checksum differs. Restore it from a backup.`,
  'file.missing': ({ name }) => `The file "${name}" is not in the folder of files. Restore it from a backup.`,
  'file.not_written': ({ path }) => `“${path}” cannot be written. Name another folder or file.`,
}
