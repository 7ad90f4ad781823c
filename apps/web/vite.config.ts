import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { onlyOurLanguage } from './vite/only-our-language.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [onlyOurLanguage(), react(), tailwindcss()],
  server: { proxy: { '/api': process.env['BFF_URL'] ?? 'http://localhost:3001' } },
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0 },
  test: {
    name: 'web',
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 60_000,
  },
})
