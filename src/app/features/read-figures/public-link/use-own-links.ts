import { useCallback, useEffect, useState } from 'react'
import type { OwnLink } from '../../../../domain/access/public-link.ts'
import type { LinkId } from '../../../../domain/ids.ts'
import { rememberError } from '../../../data/last-errors.ts'
import { fetchOwnLinks, keptLinkAddresses } from '../../../data/public-links.ts'
import { useDatabase } from '../../../data/react/database-context.ts'

export interface OwnLinksView {
  readonly links: readonly OwnLink[]
  /** Addresses of those that were made on this device. */
  readonly urls: ReadonlyMap<LinkId, string>
}

/** The person's links: undefined while they are read, null where the server doesn't tell them. */
export function useOwnLinks(): { view: OwnLinksView | null | undefined; readAgain: () => void } {
  const db = useDatabase()
  const [view, setView] = useState<OwnLinksView | null>()
  const read = useCallback(async () => {
    const outcome = await fetchOwnLinks()
    if (!outcome.ok) return setView((before) => before ?? null)
    const urls = await keptLinkAddresses(
      db,
      outcome.value.map(({ id }) => id),
    )
    setView({ links: outcome.value, urls })
  }, [db])
  const readAgain = useCallback(() => void read().catch(rememberError), [read])
  useEffect(readAgain, [readAgain])
  return { view, readAgain }
}
