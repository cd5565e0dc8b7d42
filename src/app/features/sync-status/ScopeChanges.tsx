import { useEffect } from 'react'
import { rememberError } from '../../data/last-errors.ts'
import { useDatabase } from '../../data/react/database-context.ts'
import { useScopeNews } from '../../data/react/use-scope-news.ts'
import { scopeNewsRead } from '../../data/scope-news.ts'
import { formatInstant } from '../../ui/format/instant.ts'
import { Stack } from '../../ui/Stack.tsx'
import { ScopeNewsNotice } from './ScopeNewsNotice.tsx'

/** Structures that left this device, came back or closed: said here for as long as it holds. */
export function ScopeChanges() {
  const db = useDatabase()
  const news = useScopeNews()
  const isUnread = news?.some(({ isRead }) => !isRead) ?? false
  useEffect(() => {
    // Whoever is here has it before their eyes: the frame needs not say it on the next page.
    if (isUnread) scopeNewsRead(db).catch(rememberError)
  }, [db, isUnread])
  if (!news || news.length === 0) return null
  return (
    <section aria-labelledby="structures-changees">
      <Stack gap="close">
        <h2 id="structures-changees">Vos structures</h2>
        {news.map((one) => (
          <div key={one.scope}>
            <ScopeNewsNotice news={one} announce="never" />
            <p>Constaté le {formatInstant(one.at)}.</p>
          </div>
        ))}
      </Stack>
    </section>
  )
}
