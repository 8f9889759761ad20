import { randomUUIDv7 } from 'node:crypto'
import type { Place } from '../../db/open.ts'
import { registerDocument } from '../../office/documents/register-document.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'

/** `again` is what this clerk had sent when the last program was killed. */
export type RegisterOrders = {
  place: Place
  login: string
  kindId: string
  partyId: string
  again: string | null
}

/** Registers one document after another until it is asked to end or killed; tells each id before and each number after. */
const { place, login, kindId, partyId, again } = JSON.parse(process.argv[2] ?? '') as RegisterOrders
const clerk = await signIn({ place, login, password: DEMO_PASSWORD, desk: 1, lang: 'bg', program: login })
let isOver = false
process.on('SIGTERM', () => {
  isOver = true
})
console.log('ready')
for (let next = again; !isOver; next = null) {
  const documentId = next ?? randomUUIDv7()
  console.log(`asked ${documentId}`)
  const { number } = await registerDocument(clerk.ctx(), {
    documentId,
    direction: 'incoming',
    kindId,
    channel: 'desk',
    subject: 'Регистриран, докато токът спира',
    parties: [{ partyId, role: 'sender' }],
    print: ['slip'],
  })
  console.log(`done ${documentId} ${number}`)
}
await clerk.close()
