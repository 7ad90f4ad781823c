import { type InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import { Fragment, type ReactNode, type Ref } from 'react'
import { fa } from '../../i18n/fa.ts'

interface PatientLineProps {
  patientName: string
  insurer: InsurerCode
  trackingCode: string
  /** What else is known of the prescription; what is not known is left out. */
  details: readonly ReactNode[]
  action?: ReactNode
  /** The name, which takes the focus when what had it has gone. */
  ref?: Ref<HTMLHeadingElement>
}

/** Whose prescription it is: large enough to compare with the card in the patient's hand. */
export const PatientLine = ({ patientName, insurer, trackingCode, details, action, ref }: PatientLineProps) => (
  <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
    <div className="min-w-0">
      <h2 ref={ref} tabIndex={-1} data-quiet-focus="" className="text-2xl">
        {patientName || fa.state.unknown}
      </h2>
      <p className="text-quiet">
        {insurerTitle[insurer]}
        {details
          .filter(Boolean)
          .map((detail, place) => (
            <Fragment key={place}>
              {' · '}
              {detail}
            </Fragment>
          ))}
      </p>
    </div>
    <div className="flex items-center gap-4">
      <p className="flex flex-col items-end">
        <span className="text-sm text-quiet">کد رهگیری</span>
        <bdi dir="ltr" className="text-xl font-semibold tracking-wider tabular-nums">
          {trackingCode}
        </bdi>
      </p>
      {action}
    </div>
  </div>
)
