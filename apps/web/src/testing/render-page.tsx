import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { createQueryClient, Providers } from '../app/providers.tsx'

/** Renders pages by their addresses as the application does, opened at one of them. The address stands in `data-testid="address"`. */
export function renderPages(pages: Record<string, ReactNode>, at: string) {
  const client = createQueryClient()
  client.setDefaultOptions({ ...client.getDefaultOptions(), queries: { ...client.getDefaultOptions().queries, retry: false } })
  return render(
    <Providers client={client}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          {Object.entries(pages).map(([path, element]) => (
            <Route key={path} path={path} element={element} />
          ))}
        </Routes>
        <Address />
      </MemoryRouter>
    </Providers>,
  )
}

const Address = () => {
  const { pathname, search } = useLocation()
  return <output data-testid="address" hidden>{pathname + search}</output>
}
