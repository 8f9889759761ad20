import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { KiosksCounted } from '../office/kiosks/count-kiosks.ts'

export type Metrics = {
  asked: (route: string, outcome: string, seconds: number) => void
  took: (added: number, passedOver: number) => void
  databaseFailed: () => void
  /** The text that Prometheus reads; `contentType` is what it is. */
  text: () => Promise<string>
  contentType: string
}

/** The hub's own numbers and those of its program. `count` asks the database when somebody looks. */
export function createMetrics(count: () => Promise<KiosksCounted>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'gishe_hub_requests_total',
    help: 'Requests by route and outcome: done, or why not.',
    labelNames: ['route', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'gishe_hub_request_seconds',
    help: 'From the head of a request to its answer.',
    labelNames: ['route'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15],
    registers,
  })
  const presses = new Counter({
    name: 'gishe_hub_presses_total',
    help: 'Presses that came: kept now, or passed over because they were kept before.',
    labelNames: ['fate'],
    registers,
  })
  const failures = new Counter({
    name: 'gishe_hub_database_errors_total',
    help: 'Requests that were refused because the database was away.',
    registers,
  })
  collectDefaultMetrics({ register: registry })
  const devices = addDevices(registry, count)
  return {
    asked: (route, outcome, took) => {
      requests.inc({ route, outcome })
      seconds.observe({ route }, took)
    },
    took: (added, passedOver) => {
      presses.inc({ fate: 'kept' }, added)
      presses.inc({ fate: 'passed_over' }, passedOver)
    },
    databaseFailed: () => failures.inc(),
    text: async () => {
      await devices()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}

/** What the database knows; while it is away these numbers are missing. */
function addDevices(registry: Registry, count: () => Promise<KiosksCounted>): () => Promise<void> {
  const registers = [registry]
  const states = new Gauge({
    name: 'gishe_hub_devices',
    help: 'Places with a device, by whether it gave word lately.',
    labelNames: ['state'],
    registers,
  })
  const outbox = new Gauge({
    name: 'gishe_hub_outbox_presses',
    help: 'Presses that wait in all devices, as they said last.',
    registers,
  })
  return async () => {
    states.reset()
    outbox.reset()
    try {
      const counted = await count()
      for (const state of ['heard', 'silent', 'never'] as const) states.set({ state }, counted[state])
      outbox.set(counted.outbox)
    } catch {
      outbox.remove()
    }
  }
}
