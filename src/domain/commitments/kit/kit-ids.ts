import * as z from 'zod/mini'

const uuid = z.uuid().check(z.toLowerCase())

export const kitItemIdSchema = uuid.check().brand<'KitItemId'>()
/** One thing that is handed over, whoever has it: a computer, an outfit. */
export type KitItemId = z.infer<typeof kitItemIdSchema>

export const kitFactIdSchema = uuid.check().brand<'KitFactId'>()
/** One fact about it; made by whoever says it, so that saying it twice is saying it once. */
export type KitFactId = z.infer<typeof kitFactIdSchema>
