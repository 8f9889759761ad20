import { openHub } from '../office/kiosks/open-hub.ts'
import { DEMO_PASSWORD } from '../office/town/demo-town.ts'
import { startHub } from '../web/main.ts'

/** The hub in a process of its own, as `gishe web` runs it; without limits, for one machine plays all devices. Says its port, and its CPU when asked. */
const hub = await openHub(JSON.parse(process.argv[2] ?? ''), { login: 'hub', password: DEMO_PASSWORD }, 4)
const many = { points: 1_000_000_000, seconds: 1 }
const running = await startHub({
  ctx: hub.ctx,
  onBug: error => {
    console.error(error)
    return 'bench'
  },
  limits: { device: many, address: many, unsigned: many, enrolments: many },
  host: '127.0.0.1',
  port: 0,
})
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() }))
process.send?.({ port: running.port })
