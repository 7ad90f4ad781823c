export { MemoryButtons } from './memory-buttons.tsx'
export { PinButton } from './pin-button.tsx'
export { askToRepeat } from './to-repeat.ts'
export { useOffers } from './use-offers.tsx'
