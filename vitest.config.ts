import { defineConfig } from 'vitest/config'

const RULES = 'tests/rules/**/*.test.{ts,tsx}'
const WITHOUT_DATABASE = [
  'tests/printers/**/*.test.{ts,tsx}',
  'tests/kiosk/{buttons,screens}/**/*.test.ts',
  'tests/kiosk/watchdog.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: 4,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'rules', include: [RULES], isolate: false } },
      { extends: true, test: { name: 'plain', include: WITHOUT_DATABASE } },
      {
        extends: true,
        test: {
          name: 'town',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [RULES, ...WITHOUT_DATABASE],
          globalSetup: 'tests/support/servers.ts',
        },
      },
    ],
  },
})
