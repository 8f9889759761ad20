import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { type Session, signIn } from '../office/staff/sign-in.ts'
import { DEMO_PASSWORD } from '../office/town/demo-town.ts'
import { median } from './figures.ts'
import type { BenchTown } from './town.ts'

/** Counts, on a line between client and server, how often the client waits for the server during one of them. */
export async function roundTrips(
  town: BenchTown,
  once: (session: Session) => Promise<unknown>,
  login = 'bench1',
): Promise<number> {
  const folder = mkdtempSync('/tmp/gishe-trips-')
  let trips = 0
  let isServersTurn = true
  const server: Server = createServer(client => {
    const upstream = connect(`${town.place.host}/.s.PGSQL.${town.place.port}`)
    client.on('data', data => {
      if (isServersTurn) trips++
      isServersTurn = false
      upstream.write(data)
    })
    upstream.on('data', data => {
      isServersTurn = true
      client.write(data)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>(resolve => server.listen(`${folder}/.s.PGSQL.${town.place.port}`, resolve))
  const session = await signIn({
    place: { ...town.place, host: folder },
    login,
    password: DEMO_PASSWORD,
    desk: 1,
    lang: 'bg',
    program: 'trips',
  })
  for (let turn = 0; turn < 10; turn++) await once(session)
  const counted: number[] = []
  for (let turn = 0; turn < 20; turn++) {
    trips = 0
    await once(session)
    counted.push(trips)
  }
  await session.close()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  return median(counted)
}
