import { useCallback, useEffect, useState } from 'react'
import type { LinkOwner, LinkPreview } from '../../../../domain/access/public-link.ts'
import type { Period } from '../../../../domain/statistics/period.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { fetchLinkPreview, type LinkOutcome } from '../../../data/public-links.ts'

/** What a link would show: undefined while the server counts. */
export type PreviewView = LinkOutcome<LinkPreview> | undefined

/** Counted again at each change of the months, and when it is asked for. */
export function useLinkPreview(
  owner: LinkOwner,
  period: Period,
): { view: PreviewView; askAgain: () => void } {
  const [times, setTimes] = useState(0)
  const asked = `${period.from} ${period.to} ${times}`
  const [answer, setAnswer] = useState<{ asked: string; outcome: LinkOutcome<LinkPreview> }>()
  useEffect(() => {
    let isAwaited = true
    const read = async () => {
      const outcome = await fetchLinkPreview({ owner, period })
      if (isAwaited) setAnswer({ asked, outcome })
    }
    read().catch(rememberError)
    return () => {
      isAwaited = false
    }
  }, [owner, period, asked])
  const askAgain = useCallback(() => setTimes((before) => before + 1), [])
  // The answer to another question isn't shown, even for a moment: it would be published unread.
  return { view: answer?.asked === asked ? answer.outcome : undefined, askAgain }
}
