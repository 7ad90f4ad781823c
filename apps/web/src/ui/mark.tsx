/** Our mark: the letter ن, its dot the nib of a pen. */
export const Mark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden className={className}>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <g fill="none" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-accent">
      <path d="M23.5 10.5v4.75a7.5 7.5 0 0 1-15 0V13" strokeWidth="3" />
      <path d="M14.5 9.25 16 7.75l1.5 1.5-1.5 1.5z" strokeWidth="1" className="fill-on-accent" />
    </g>
  </svg>
)
