import { addresses } from '../../../addresses.ts'

/** Where an advisor opens a bilan to the public, and closes it. */
export const ownLinkAddress = `${addresses.figures}/lien`
