import { Link } from 'wouter'
import type { StructureId } from '../../../../domain/ids.ts'
import { ButtonLink } from '../../../ui/ButtonLink.tsx'
import { checkMonthAddress } from './check-month-address.ts'

/** From a structure's page to what deserves a look in its month. */
export function CheckMonthLink({ structureId }: { structureId: StructureId }) {
  return (
    <Link href={checkMonthAddress(structureId)} asChild>
      <ButtonLink icon="search">Ce qui demande un regard</ButtonLink>
    </Link>
  )
}
