import { Suspense, useMemo, type ReactNode } from 'react'
import { useScopeNews } from '../data/react/use-scope-news.ts'
import { useSession } from '../data/react/use-session.ts'
import { useStorageLoss } from '../data/react/use-storage-loss.ts'
import { useSyncStatus } from '../data/react/use-sync-status.ts'
import { adoptOtherPerson } from '../data/session.ts'
import { PageFrameProvider } from '../ui/page-frame.ts'
import { FrameNotice } from './lazy-parts.ts'
import { frameNotice } from './frame-notice.ts'
import { SyncState } from './SyncState.tsx'
import { useAppBadge } from './use-app-badge.ts'
import { useDeviceFacts } from './use-device-facts.ts'
import type { Navigation } from './use-navigation.ts'

export interface FramedPageProps {
  navigation: Navigation
  /** Whether anything is sent from here at all. */
  sends: boolean
  children: ReactNode
}

/** Gives the pages what the frame says beside their name and under it. */
export function FramedPage({ navigation: { isArrival, goBack }, sends, children }: FramedPageProps) {
  const status = useSyncStatus()
  const session = useSession()
  const device = useDeviceFacts()
  useAppBadge()
  const unreadNews = useScopeNews()?.some(({ isRead }) => !isRead) ?? false
  const loss = useStorageLoss()
  const kind = frameNotice({ ...device, session, status, unreadNews, isLost: loss.waiting !== null })
  const { other } = session
  const frame = useMemo(() => {
    const notice = kind && (
      <Suspense fallback={null}>
        <FrameNotice kind={kind} other={other} onAdopt={adoptOtherPerson} loss={loss} />
      </Suspense>
    )
    return {
      // Without a structure there may still be something that was never sent.
      aside: status && (sends || status.orphans > 0) ? <SyncState status={status} /> : null,
      notice,
      vitalNotice: kind === 'not-kept' ? notice : null,
      isArrival,
      goBack,
    }
  }, [status, sends, kind, other, loss, isArrival, goBack])
  return <PageFrameProvider value={frame}>{children}</PageFrameProvider>
}
