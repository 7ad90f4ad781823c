import { type ComponentType, lazy, Suspense } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { CentreGuard, SessionGuard } from '../features/auth/index.ts'
import { paths } from '../paths.ts'
import { CrashGuard } from './crash-guard.tsx'
import { NotFoundPage } from './failure-pages.tsx'
import { Home } from './home.tsx'
import { RoleGuard } from './role-guard.tsx'
import { SignedIn } from './signed-in.tsx'

/** A page in its own chunk, fetched when its address is opened; the page before it stays until it has come. */
export const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

const SignInPage = page(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage')
const CentrePage = page(() => import('../features/auth/centre-page.tsx'), 'CentrePage')
const SessionsPage = page(() => import('../features/auth/sessions-page.tsx'), 'SessionsPage')
const StatusPage = page(() => import('../features/status/status-page.tsx'), 'StatusPage')
const PrescribePage = page(() => import('../features/patients/prescribe-page.tsx'), 'PrescribePage')
const PatientPage = page(() => import('../features/patients/patient-page.tsx'), 'PatientPage')
const PrescriptionsPage = page(() => import('../features/prescriptions/prescriptions-page.tsx'), 'PrescriptionsPage')
const PrescriptionPage = page(() => import('../features/prescriptions/prescription-page.tsx'), 'PrescriptionPage')
const ReferralsPage = page(() => import('../features/referrals/referrals-page.tsx'), 'ReferralsPage')
const ReviewPage = page(() => import('../features/signing/review-page.tsx'), 'ReviewPage')
const CertificatePage = page(() => import('../features/signing/certificate-page.tsx'), 'CertificatePage')
const SlipPage = page(() => import('../features/prescriptions/slip-page.tsx'), 'SlipPage')
const CounterPage = page(() => import('../features/dispensing/counter-page.tsx'), 'CounterPage')
const DeliveryPage = page(() => import('../features/dispensing/delivery-page.tsx'), 'DeliveryPage')
const DeliveriesPage = page(() => import('../features/dispensing/deliveries-page.tsx'), 'DeliveriesPage')
const ClaimsPage = page(() => import('../features/claims/claims-page.tsx'), 'ClaimsPage')
const CentreRecordPage = page(() => import('../features/centres/centre-record-page.tsx'), 'CentreRecordPage')
const DepositsPage = page(() => import('../features/record/deposits-page.tsx'), 'DepositsPage')
const MissingCodesPage = page(() => import('../features/terminology/missing-codes-page.tsx'), 'MissingCodesPage')
const BillPage = page(() => import('../features/billing/bill-page.tsx'), 'BillPage')

/** The frame and everything in it, for whoever is signed in. */
const frame = (
  <SessionGuard>
    <SignedIn />
  </SessionGuard>
)

/** Every address and its page. Pages of the signed-in stand under the shell, the others beside it. */
export const AppRouter = () => (
  <BrowserRouter>
    <CrashGuard isInFrame={false}>
      <Suspense fallback={null}>
        <Routes>
          <Route path={paths.signIn} element={<SignInPage />} />
          <Route element={frame}>
            <Route path={paths.chooseCentre} element={<CentrePage />} />
            <Route path={paths.sessions} element={<SessionsPage />} />
            <Route path={paths.status} element={<StatusPage />} />
            <Route element={<CentreGuard />}>
              <Route path={paths.home} element={<Home />} />
              <Route path={paths.certificate} element={<CertificatePage />} />
              <Route path={paths.centreRecord} element={<CentreRecordPage />} />
              <Route element={<RoleGuard roles={['prescriber']} />}>
                <Route path={paths.compose} element={<PrescribePage />} />
                <Route path={paths.patient(':id')} element={<PatientPage />} />
                <Route path={paths.prescriptions} element={<PrescriptionsPage />} />
                <Route path={paths.prescription(':id')} element={<PrescriptionPage />} />
                <Route path={paths.referrals} element={<ReferralsPage />} />
                <Route path={paths.review(':id')} element={<ReviewPage />} />
                <Route path={paths.print(':id')} element={<SlipPage />} />
              </Route>
              <Route element={<RoleGuard roles={['dispenser']} />}>
                <Route path={paths.counter} element={<CounterPage />} />
                <Route path={paths.today} element={<DeliveriesPage />} />
                <Route path={paths.dispense(':id')} element={<DeliveryPage />} />
              </Route>
              <Route element={<RoleGuard roles={['dispenser', 'admin']} />}>
                <Route path={paths.claims} element={<ClaimsPage />} />
              </Route>
              <Route element={<RoleGuard roles={['admin']} />}>
                <Route path={paths.billing} element={<BillPage />} />
                <Route path={paths.deposits} element={<DepositsPage />} />
                <Route path={paths.missingCodes} element={<MissingCodesPage />} />
              </Route>
            </Route>
          </Route>
          <Route
            path="*"
            element={
              <main className="flex min-h-dvh flex-col justify-center">
                <NotFoundPage />
              </main>
            }
          />
        </Routes>
      </Suspense>
    </CrashGuard>
  </BrowserRouter>
)
