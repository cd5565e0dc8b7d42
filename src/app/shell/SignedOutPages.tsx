import { Suspense } from 'react'
import { useLocation } from 'wouter'
import { addresses, isPublic } from '../addresses.ts'
import { PublicPages } from './lazy-parts.ts'
import { PublicFrame } from './PublicFrame.tsx'
import { SignInPage } from './session/SignInPage.tsx'

/** What is open to everybody; any other address asks to sign in, and comes back to it. */
export function SignedOutPages() {
  const [path] = useLocation()
  return (
    <PublicFrame>
      <Suspense fallback={null}>
        {isPublic(path) ? (
          <PublicPages back={addresses.signIn} />
        ) : (
          <SignInPage returnTo={path === addresses.signIn ? addresses.home : path} />
        )}
      </Suspense>
    </PublicFrame>
  )
}
