import * as z from 'zod/mini'
import { editionNumberSchema } from './edition.ts'

/** What is published, for whoever opens the page of open data: the last edition first. */
export const catalogueSchema = z.object({
  editions: z.array(
    z.object({
      number: editionNumberSchema,
      year: z.int(),
      countedAt: z.iso.datetime(),
      files: z.array(z.object({ name: z.string(), bytes: z.int() })),
    }),
  ),
})
export type Catalogue = z.infer<typeof catalogueSchema>

/** Where a file of an edition is. */
export function editionFileAddress(number: number, name: string): string {
  return `/api/open-data/editions/${number}/${name}`
}
