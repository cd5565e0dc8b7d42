import { useEffect } from 'react'
import type { Membership } from '../../../domain/access/signed-in-person.ts'
import { forgetStructures } from '../structure-views.ts'
import { rememberError } from '../last-errors.ts'
import { useDatabase } from './database-context.ts'

/** Whoever was removed from a structure keeps nothing of it on the device. */
export function useForgetOtherStructures(memberships: readonly Membership[]): void {
  const db = useDatabase()
  const own = memberships.map(({ structureId }) => structureId).join()
  useEffect(() => {
    const ids = new Set(own.split(','))
    forgetStructures(db, (id) => !ids.has(id)).catch(rememberError)
  }, [db, own])
}
