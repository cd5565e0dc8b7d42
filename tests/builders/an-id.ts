import {
  deviceIdSchema,
  documentIdSchema,
  epochSchema,
  opIdSchema,
  personIdSchema,
  scopeIdSchema,
  structureIdSchema,
  teamIdSchema,
} from '../../src/domain/ids.ts'

let made = 0

/** A UUIDv7 that no other call in this process gives; the same ones in the same order at each run. */
export function aUuid(): string {
  made += 1
  return `01930000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
}

export const aDocumentId = () => documentIdSchema.parse(aUuid())
export const aScopeId = () => scopeIdSchema.parse(aUuid())
export const anOpId = () => opIdSchema.parse(aUuid())
export const aPersonId = () => personIdSchema.parse(aUuid())
export const aDeviceId = () => deviceIdSchema.parse(aUuid())
export const aStructureId = () => structureIdSchema.parse(aUuid())
export const aTeamId = () => teamIdSchema.parse(aUuid())
export const anEpoch = () => epochSchema.parse(aUuid())
