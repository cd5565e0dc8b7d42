import { siretDigits } from '../siret.ts'
import type { NewPost } from './said-post-fact.ts'

/** Whether two lines say the same of one post: by the SIRET of its structure, however its name is written. */
export function saysTheSame(a: Omit<NewPost, 'id'>, b: Omit<NewPost, 'id'>): boolean {
  return said(a) === said(b)
}

function said({
  reference,
  department,
  holder,
  role,
  isAdditional,
  notifiedOn,
  convention,
}: Omit<NewPost, 'id'>) {
  const { starts, ends } = convention
  const siret = siretDigits(holder.siret)
  return JSON.stringify([reference, department, siret, role, isAdditional, notifiedOn, starts, ends])
}
