import { useLiveQuery } from 'dexie-react-hooks'
import type { DeviceId } from '../../../domain/ids.ts'
import { readMeta } from '../meta.ts'
import { useDatabase } from './database-context.ts'

/** This device as the server knows it; undefined until it has first been in touch. */
export function useDeviceId(): DeviceId | undefined {
  const db = useDatabase()
  return useLiveQuery(() => readMeta(db, 'deviceId'), [db])
}
