import { useLiveQuery } from 'dexie-react-hooks'
import { readScopeNews, type ScopeNews } from '../scope-news.ts'
import { useDatabase } from './database-context.ts'

/** What there is to read of scopes that changed; undefined until the first reading. */
export function useScopeNews(): readonly ScopeNews[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => readScopeNews(db), [db])
}
