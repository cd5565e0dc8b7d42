import { structureIdSchema, type StructureId } from '../../domain/ids.ts'
import { associationSiret, townHallSiret } from './cast.ts'

/** A host structure of the demonstration; the towns are real, the employers' numbers invented. */
export interface DemonstrationStructure {
  readonly id: StructureId
  readonly name: string
  readonly siret: string
  readonly kind: 'public' | 'private'
  /** INSEE code. */
  readonly commune: string
}

export const townHall: DemonstrationStructure = {
  id: structureIdSchema.parse('018ce800-0000-7000-8000-000000000101'),
  name: 'Mairie de Saint-Girons',
  siret: townHallSiret,
  kind: 'public',
  commune: '09261',
}

export const association: DemonstrationStructure = {
  id: structureIdSchema.parse('018ce800-0000-7000-8000-000000000102'),
  name: 'Association La Passerelle',
  siret: associationSiret,
  kind: 'private',
  commune: '09122',
}
