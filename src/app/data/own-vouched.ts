import { ownVouchedSchema } from '../../domain/access/structure-months.ts'
import { keptOwnView } from './kept-own-view.ts'

/** What structures vouched for of one's own work, from the server now. */
export const {
  fetch: fetchOwnVouched,
  keep: keepOwnVouched,
  readKept: readKeptOwnVouched,
} = keptOwnView('own-vouched', ownVouchedSchema)
