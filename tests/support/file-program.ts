import { storeFile } from '../../db/file-store.ts'

/** Stores one file again and again until it is killed: `file-program.ts FOLDER FILE`; tells each file that is kept. */
const [folder = '', file = ''] = process.argv.slice(2)
for (;;) console.log((await storeFile(folder, file)).sha256)
