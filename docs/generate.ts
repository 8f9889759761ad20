import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandsPage } from './commands-page.ts'
import { refusalsPage } from './refusals-page.ts'

/** `npm run docs`: writes the pages that are made from the program itself. A test sees that they are fresh. */
writeFileSync(join(import.meta.dirname, 'commands.md'), await commandsPage())
writeFileSync(join(import.meta.dirname, 'refusals.md'), refusalsPage())
