import { render, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Barcode } from './barcode.tsx'

const drawn = async (kind: 'code128' | 'qr', text: string) => {
  const { container } = render(<Barcode kind={kind} text={text} label="بارکد" />)
  await waitFor(() => expect(container.querySelector('path')).not.toBeNull())
  return Array.from(container.querySelectorAll('path'), (path) => path.getAttribute('d')).join()
}

test.each(['code128', 'qr'] as const)('%s is drawn from its text', async (kind) => {
  expect(await drawn(kind, '140509021234')).not.toBe(await drawn(kind, '140509021235'))
})

test('a text that the code cannot hold stays readable', async () => {
  const tooLong = '7K3M9AB2QX'.repeat(500)
  render(<Barcode kind="qr" text={tooLong} label="بارکد" />)
  expect(await screen.findByText(tooLong)).toBeTruthy()
})
