import { flushCompileCache } from 'node:module'
import { printerOfDesk } from '../../office/print/lookup.ts'
import { printQueueOf } from '../../office/print/print-queue.ts'
import { deviceOf } from '../../printers/printer.ts'
import { startSpooler } from '../../printers/spooler.ts'
import { type DeskLogin, signInAtDesk, whileLineFails } from '../days/desk-login.ts'

/** The printing of a desk's papers as a program of its own, until told to stop (SIGTERM). Says `ready` on stdout. */
const orders = JSON.parse(process.argv[2] ?? '') as DeskLogin
// It is killed before it would keep what was compiled for its next start.
flushCompileCache()
const stopping = Promise.withResolvers<void>()
process.on('SIGTERM', () => stopping.resolve())
// Whoever started it is gone.
process.stdin.resume().on('end', () => process.exit(1))
const session = await signInAtDesk(orders, `spooler ${orders.desk}`)
const printer = await whileLineFails(() => printerOfDesk(session.database.db, session.desk!.id))
const spooler = startSpooler({ queue: printQueueOf(session, printer.id), device: deviceOf(printer) })
process.stdout.write('ready\n')
await stopping.promise
await spooler.stop()
await session.close()
process.exit()
