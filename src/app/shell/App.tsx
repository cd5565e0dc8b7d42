import { useLocation } from 'wouter'
import { useSession } from '../data/react/use-session.ts'
import { PageFrameProvider } from '../ui/page-frame.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
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
        {session.person ? (
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
