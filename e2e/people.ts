/** The demo people that the suite signs in as; the sandbox's scenarios document them. */
export const physician = { councilNumber: '145263', nationalCode: '0041827368', mobile: '09121450271', centre: 'درمانگاه مهر ونک' }
export const secondPhysician = { councilNumber: '152908', nationalCode: '1273849566', mobile: '09123380944', centre: 'درمانگاه مهر ونک' }
export const revokedPhysician = { councilNumber: '118734', nationalCode: '0015937461', mobile: '09125561837', centre: 'درمانگاه مهر ونک' }
export const pharmacist = { councilNumber: '23871', nationalCode: '0082641358', mobile: '09127703615', centre: 'داروخانهٔ شبانه‌روزی نیکان' }
export const admin = { nationalCode: '0061739286', mobile: '09128845120' }

/** A patient of Salamat's, covered. */
export const patient = { nationalCode: '1384950613', name: 'زهرا احمدی‌فر' }
