import { fetchGroupFigures, keepGroupFigures, readKeptFigures } from '../../../data/group-figures.ts'

/** How a group's figures are had, and kept. */
export const countedGroup = { fetch: fetchGroupFigures, keep: keepGroupFigures, readKept: readKeptFigures }
