import { useLiveQuery } from 'dexie-react-hooks'
import { reportModels, type LocalModel } from '../report-models.ts'
import { useDatabase } from './database-context.ts'

/** This advisor's models, kept up to date; undefined until the first reading. */
export function useModels(): LocalModel[] | undefined {
  const db = useDatabase()
  return useLiveQuery(() => reportModels(db), [db])
}
