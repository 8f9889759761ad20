import { defineConfig } from 'vitest/config'

const WITHOUT_DATABASE = [
  'tests/rules/**/*.test.{ts,tsx}',
  'tests/printers/**/*.test.{ts,tsx}',
  'tests/kiosk/buttons/**/*.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: 4,
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'plain', include: WITHOUT_DATABASE } },
      {
        extends: true,
        test: {
          name: 'town',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: WITHOUT_DATABASE,
          globalSetup: 'tests/support/servers.ts',
        },
      },
    ],
  },
})
