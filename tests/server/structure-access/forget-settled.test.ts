import { expect, test } from 'vitest'
import { cast, townHallSiret } from '../../../src/server/demonstration/cast.ts'
import { forgetSettled, settledDays } from '../../../src/server/structure-access/forget-settled.ts'
import { beside, describeEachStore } from '../each-store.ts'
import { anAccessWorld, urls, vouch } from './access-world.ts'

const { chantal, bruno, awa } = cast

describeEachStore('what was settled about access', (given) => {
  test('is forgotten after a year, and what still waits is not', async () => {
    const world = await anAccessWorld(given())
    const count = () =>
      beside(async () => ({
        invitations: (await given().db.selectFrom('invitation').select('email').execute()).length,
        requests: (await given().db.selectFrom('access_request').select('status').execute()).length,
      }))
    for (const { id } of [awa, bruno]) {
      await vouch(given(), id, townHallSiret)
      await world.posts(id, '/api/own-employer/requests')
    }
    const { requests } = await world.reads<{ requests: { id: string }[] }>(chantal.id, urls.access)
    await world.posts(chantal.id, urls.request(requests[0]?.id ?? ''), { role: null })
    await world.posts(chantal.id, urls.invitations, { email: 'karim@ailleurs.example', role: 'lecteur' })
    world.clock.forward({ days: settledDays })
    await forgetSettled(given(), world.clock())
    expect(await count()).toEqual({ invitations: 1, requests: 2 })
    world.clock.forward({ days: 8 })
    await forgetSettled(given(), world.clock())
    expect(await count()).toEqual({ invitations: 0, requests: 1 })
  })
})
