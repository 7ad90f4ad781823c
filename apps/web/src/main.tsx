import './i18n/aria-words.ts'
import './styles/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient, Providers } from './app/providers.tsx'
import { AppRouter } from './app/router.tsx'
import { applyTheme } from './app/theme.ts'

applyTheme()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <Providers client={createQueryClient()}>
      <AppRouter />
    </Providers>
  </StrictMode>,
)
