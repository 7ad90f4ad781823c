import { code128, drawingSVG, qrcode } from 'bwip-js/browser'

export interface BarcodeDrawing {
  viewBox: string
  paths: { d: string; stroke: number }[]
}

// Quiet zones of the standards, in modules: ten at each side of Code 128 (ISO/IEC 15417), four around a QR code (ISO/IEC 18004).
const drawers = {
  code128: (text: string) => code128({ bcid: 'code128', text, height: 12, scale: 2, paddingwidth: 10 }, drawingSVG()),
  qr: (text: string) => qrcode({ bcid: 'qrcode', text, scale: 2, padding: 4 }, drawingSVG()),
}

/** Draws a code as paths in module units. Throws what the encoder throws when the text cannot be written in that code. */
export function drawBarcode(kind: 'code128' | 'qr', text: string): BarcodeDrawing {
  const svg = new DOMParser().parseFromString(drawers[kind](text), 'image/svg+xml').documentElement
  return {
    viewBox: svg.getAttribute('viewBox') ?? '',
    paths: Array.from(svg.querySelectorAll('path'), (path) => ({
      d: path.getAttribute('d') ?? '',
      stroke: Number(path.getAttribute('stroke-width') ?? 0),
    })),
  }
}
