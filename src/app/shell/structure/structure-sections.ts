import type { StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'

/** A section of what a structure's members read. */
export interface StructureSection {
  readonly label: string
  /** After the structure's address; nothing for the page that it opens on. */
  readonly path: string
  /** Pages that one reaches from it, which are in it too. */
  readonly also?: readonly string[]
}

/** The menu of a structure, in its order: one line each. Every member of the structure sees them all. */
export const structureSections: readonly StructureSection[] = [
  { label: 'Comptes rendus', path: '', also: ['activites'] },
  { label: 'Chiffres', path: 'chiffres', also: ['bilan', 'lien'] },
  { label: 'À vérifier', path: 'regard' },
  { label: 'Absences', path: 'absences' },
  { label: 'Questions', path: 'questions' },
  { label: 'Accès', path: 'acces' },
]

export function sectionAddress({ path }: StructureSection, id: StructureId): string {
  return path === '' ? structureAddress(id) : `${structureAddress(id)}/${path}`
}

/** The section that a page of a structure is in, by the first word of its address after the structure's. */
export function sectionOf(path: string): StructureSection | undefined {
  return structureSections.find((section) => section.path === path || section.also?.includes(path))
}
