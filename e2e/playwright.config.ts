import { defineConfig } from '@playwright/test'
import { chromiumPath, installations } from './environment.ts'

const isCI = Boolean(process.env['CI'])

export default defineConfig({
  testDir: '.',
  outputDir: './results',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: isCI,
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }]],
  use: {
    locale: 'fa-IR',
    timezoneId: 'Asia/Tehran',
    viewport: { width: 1280, height: 860 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: installations.map(({ name, port, sandboxPort, objections }) => ({
    name,
    // The journey runs on every installation; the rest once.
    ...(name === 'embedded' ? {} : { testMatch: 'journey.spec.ts' }),
    use: { baseURL: `http://localhost:${port}` },
    metadata: { sandbox: `http://localhost:${sandboxPort}`, objections },
  })),
  webServer: installations.map(({ command, port, env }) => ({
    command,
    cwd: '..',
    url: `http://localhost:${port}/api/health`,
    env,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  })),
})
