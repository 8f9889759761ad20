import { randomUUIDv7 } from 'node:crypto'
import { registerDocument } from '../../office/documents/register-document.ts'
import { signIn } from '../../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../../office/town/demo-town.ts'

/** Registers one document after another until it is killed; tells each id before and each number after. */
const { place, kindId, partyId } = JSON.parse(process.argv[2] ?? '{}')
const clerk = await signIn({
  place,
  login: 'delo',
  password: DEMO_PASSWORD,
  desk: 1,
  lang: 'bg',
  program: 'killed',
})
for (;;) {
  const documentId = randomUUIDv7()
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
