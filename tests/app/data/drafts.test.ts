import { beforeEach, describe, expect, test, vi } from 'vitest'
import { discardDraft, latestDraft, readDraft, saveDraft } from '../../../src/app/data/drafts.ts'
import { aDocumentId } from '../../builders/an-id.ts'
import { aDevice } from './a-device.ts'
import { bruno, newWorldForEachTest, phone, scope, server } from './sync-world.ts'

newWorldForEachTest()
beforeEach(() => sessionStorage.clear())

function aDraft(fields: { updatedAt?: number; notes?: string } = {}) {
  const { updatedAt = 1, notes = 'à moitié' } = fields
  return { id: aDocumentId(), scope, kind: 'report' as const, values: { notes }, editing: false, updatedAt }
}

describe('drafts', () => {
  test('I26 what is typed is there on return, the latest first', async () => {
    await saveDraft(phone.db, aDraft({ updatedAt: 1 }))
    const latest = aDraft({ updatedAt: 2, notes: 'le dernier' })
    await saveDraft(phone.db, latest)
    phone.db.close({ disableAutoOpen: false })
    expect(await latestDraft(phone.db)).toEqual(latest)
  })

  test('a draft that is discarded is gone', async () => {
    const draft = aDraft()
    await saveDraft(phone.db, draft)
    await discardDraft(phone.db, draft.id)
    expect(await readDraft(phone.db, draft.id)).toBeUndefined()
    expect(await latestDraft(phone.db)).toBeUndefined()
  })

  test('I26 what IndexedDB refuses is kept in the session, read back, and given up once IndexedDB has it', async () => {
    const draft = aDraft({ updatedAt: 5 })
    const refuse = vi.spyOn(phone.db.draft, 'put').mockRejectedValueOnce(new Error('connection lost'))
    await saveDraft(phone.db, draft)
    refuse.mockRestore()
    expect(await readDraft(phone.db, draft.id)).toEqual(draft)
    expect(await latestDraft(phone.db)).toEqual(draft)
    await saveDraft(phone.db, { ...draft, updatedAt: 6 })
    expect(sessionStorage).toHaveLength(0)
    expect(await readDraft(phone.db, draft.id)).toEqual({ ...draft, updatedAt: 6 })
  })

  test('I16 a draft kept in the session is its person’s alone', async () => {
    const draft = aDraft()
    vi.spyOn(phone.db.draft, 'put').mockRejectedValueOnce(new Error('connection lost'))
    await saveDraft(phone.db, draft)
    expect(await latestDraft(aDevice(server, bruno, scope).db)).toBeUndefined()
  })

  test('a draft that is half-written in the session is no draft', async () => {
    sessionStorage.setItem(`espace-coop:draft:${phone.db.name}:x`, '{"id":')
    expect(await latestDraft(phone.db)).toBeUndefined()
  })

  test('a draft that nothing can keep is said', async () => {
    vi.spyOn(phone.db.draft, 'put').mockRejectedValueOnce(new Error('connection lost'))
    const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementationOnce(() => {
      throw new Error('no room')
    })
    await expect(saveDraft(phone.db, aDraft())).rejects.toThrow('could not be kept')
    refuse.mockRestore()
  })
})
