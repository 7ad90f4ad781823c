export interface Person {
  nationalCode: string
  mobile: string
  /** Where she works as the suite needs her. */
  centre: string
  councilNumber?: string
}

/**
 * The demo people that the suite signs in as; the sandbox's scenarios document them. The journey belongs to the first
 * physician, who makes herself a passkey in it; elsewhere the second prescribes, who has none and signs with his phone.
 */
export const physician = { councilNumber: '145263', nationalCode: '0041827368', mobile: '09121450271', centre: 'درمانگاه مهر ونک' }
export const secondPhysician = { councilNumber: '152908', nationalCode: '1273849566', mobile: '09123380944', centre: 'درمانگاه مهر ونک' }
export const revokedPhysician = { councilNumber: '118734', nationalCode: '0015937461', mobile: '09125561837', centre: 'درمانگاه مهر ونک' }
export const pharmacist = { councilNumber: '23871', nationalCode: '0082641358', mobile: '09127703615', centre: 'داروخانهٔ شبانه‌روزی نیکان' }
export const admin = { nationalCode: '0061739286', mobile: '09128845120', centre: 'درمانگاه مهر ونک' }

/** A patient of Salamat's, covered. The journey's own. */
export const patient = { nationalCode: '1384950613', name: 'زهرا احمدی‌فر' }

/** Salamat pays for all of these; each spec prescribes for its own, so that none finds another's prescriptions. */
export const patients = {
  /** His file at the insurer is complete: he is never asked for a document. */
  supplementary: { nationalCode: '2283746159', name: 'محمدرضا کریمی' },
  child: { nationalCode: '3718293641', name: 'آوا سلیمانی' },
  twiceCovered: { nationalCode: '0028374657', name: 'کیوان زارعی' },
  mother: { nationalCode: '0091827345', name: 'لیلا محمدی‌نژاد' },
}

/** Nobody answers for her: eligibility always fails. */
export const unansweredPatient = { nationalCode: '1364728397', firstName: 'مهسا', lastName: 'قربانی' }

/** Of Salamat’s, and used by nobody else: for when eligibility is silent to everybody and the insurer still knows him. */
export const reservedPatient = { nationalCode: '2293847561', firstName: 'بهزاد', lastName: 'توکلی' }

/** Of the Armed Forces. */
export const armedForcesPatient = { nationalCode: '0938472615', name: 'حسین دلاوری' }

/** Of the Social Security. */
export const taminPatient = { nationalCode: '0451627385', name: 'فاطمه رستگار' }
