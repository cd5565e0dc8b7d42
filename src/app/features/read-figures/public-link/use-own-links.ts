import { useEffect, useState } from 'react'
import type { LinkId, OwnLink } from '../../../../domain/access/public-link.ts'
import type { CoopDatabase } from '../../../data/database.ts'
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
  useEffect(() => {
    let isAwaited = true
    const read = async () => {
      const found = await readLinks(db)
      if (isAwaited) setView(found ?? null)
    }
    read().catch(rememberError)
    return () => {
      isAwaited = false
    }
  }, [db])
  const readAgain = () => {
    const read = async () => {
      const found = await readLinks(db)
      // Those that were read stay where the network went meanwhile.
      setView((before) => found ?? before)
    }
    read().catch(rememberError)
  }
  return { view, readAgain }
}

async function readLinks(db: CoopDatabase): Promise<OwnLinksView | undefined> {
  const outcome = await fetchOwnLinks()
  if (!outcome.ok) return undefined
  const links = outcome.value
  return {
    links,
    urls: await keptLinkAddresses(
      db,
      links.map(({ id }) => id),
    ),
  }
}
