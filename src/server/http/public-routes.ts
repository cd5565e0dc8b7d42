import * as z from 'zod/mini'
import { publicInformationSchema } from '../../domain/access/public-information.ts'
import { answers } from '../store/answers.ts'
import type { App } from './app.ts'

const liveAnswer = z.object({ live: z.literal(true) })
const readyAnswer = z.object({ ready: z.literal(true) })

/** What anybody may ask. */
export async function publicRoutes(app: App): Promise<void> {
  const information = {
    config: { access: 'read-public-information' },
    schema: { response: { 200: publicInformationSchema } },
  } as const
  app.get('/api/public-information', information, async () => app.configuration.publicInformation)

  // For whoever restarts this process: whether it still answers, whatever becomes of the database.
  const live = { config: { access: 'probe-server' }, schema: { response: { 200: liveAnswer } } } as const
  app.get('/api/live', live, async () => ({ live: true as const }))

  // For a balancer: whether this process can be given requests. Throws `unavailable` where the database is gone.
  const ready = { config: { access: 'probe-server' }, schema: { response: { 200: readyAnswer } } } as const
  app.get('/api/ready', ready, async () => {
    await answers(app.store.db)
    return { ready: true as const }
  })
}
