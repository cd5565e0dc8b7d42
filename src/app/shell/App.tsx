import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { isPractising } from '../data/practising.ts'
import { useSession } from '../data/react/use-session.ts'
import { PageFrameProvider } from '../ui/page-frame.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { PracticeApp } from './lazy-parts.ts'
import { SignedInApp } from './SignedInApp.tsx'
import { SignedOutPages } from './SignedOutPages.tsx'
import { OpeningPage } from './session/OpeningPage.tsx'
import { useNavigation } from './use-navigation.ts'

/** Whom the app is open for decides what it is. */
export function App() {
  const [path] = useLocation()
  const session = useSession()
  const navigation = useNavigation()
  const bareFrame = {
    aside: null,
    notice: null,
    vitalNotice: null,
    isArrival: navigation.isArrival,
    goBack: navigation.goBack,
  }
  return (
    <PageFrameProvider value={bareFrame}>
      <ErrorBoundary resetKey={path}>
        {session.person && isPractising() ? (
          <Suspense fallback={null}>
            <PracticeApp person={session.person} navigation={navigation} />
          </Suspense>
        ) : session.person ? (
          <SignedInApp key={session.person.id} person={session.person} navigation={navigation} />
        ) : session.state === null ? (
          <OpeningPage />
        ) : (
          <SignedOutPages />
        )}
      </ErrorBoundary>
    </PageFrameProvider>
  )
}
