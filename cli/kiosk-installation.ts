import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type Installation,
  type InstalledFile,
  installedFiles,
  installSteps,
  WRITTEN_BY,
} from '../kiosk/install.ts'
import { kioskInstall as bg } from '../locales/bg/kiosk-install.ts'
import { kioskInstall as en } from '../locales/en/kiosk-install.ts'
import type { Door } from './door.ts'
import { writeWhole } from './output/write-whole.ts'
import { WrongUsage } from './wrong-usage.ts'

/** What a device is installed with, in the language of whoever asks. */
export function installationFor(installation: Installation, { lang }: Door) {
  const texts = lang === 'bg' ? bg : en
  return {
    files: installedFiles(installation, texts),
    steps: installSteps(installation, texts),
    said: texts.said,
  }
}

/** Where a file was written; `earlier` is what was there before, beside it. */
type Written = { path: string; earlier: string | null }

/** Writes the files below the folder. A file of somebody else that stood there is kept beside; files of ours are replaced. */
export const writeInstallation = (folder: string, files: readonly InstalledFile[], door: Door): Written[] =>
  files.map(({ path, text }) => {
    const place = join(folder, path)
    try {
      mkdirSync(dirname(place), { recursive: true })
      const isStrange = existsSync(place) && !readFileSync(place, 'utf8').startsWith(`# ${WRITTEN_BY}`)
      const earlier = isStrange ? `${place}.before-gishe` : null
      if (earlier) copyFileSync(place, earlier)
      writeWhole(door, place, text)
      return { path: place, earlier }
    } catch (error) {
      if (error instanceof WrongUsage) throw error
      throw new WrongUsage(door.lang, usage => usage.fileNotWritten(place))
    }
  })
