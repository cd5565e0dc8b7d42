import { expect, test } from 'vitest'
import { backgroundWork } from '../../../src/server/sync/background-work.ts'
import { silentLog } from '../databases.ts'

test('work that nobody waits for is waited for at the end', async () => {
  const done: string[] = []
  const background = backgroundWork(silentLog)
  background.begin('first', async () => {
    await Promise.resolve()
    done.push('first')
    background.begin('second', async () => void done.push('second'))
  })
  await background.settled()
  expect(done).toEqual(['first', 'second'])
})

test('a failure is logged by its name, without the values that its message may quote', async () => {
  const said: unknown[] = []
  const background = backgroundWork({ ...silentLog, warn: (facts, message) => said.push([facts, message]) })
  background.begin('note-device', () => Promise.reject(new RangeError('Marie Dupont')))
  await background.settled()
  background.begin('note-device', () => {
    throw new TypeError('before the first promise')
  })
  await background.settled()
  expect(said).toEqual([
    [{ work: 'note-device', error: 'RangeError' }, 'Background work failed'],
    [{ work: 'note-device', error: 'TypeError' }, 'Background work failed'],
  ])
})
