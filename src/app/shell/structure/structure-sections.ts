import type { Membership } from '../../../domain/access/signed-in-person.ts'
import type { StructureId } from '../../../domain/ids.ts'
import { structureAddress } from '../../addresses.ts'

/** A section of what a structure's members read. */
export interface StructureSection {
  readonly label: string
  /** After the structure's address; nothing for the page that it opens on. */
  readonly path: string
  /** Pages that one reaches from it, which are in it too. */
  readonly also?: readonly string[]
  /** Whose it is alone; every member's where nothing is said. */
  readonly only?: Membership['role']
}

/** The menu of a structure, in its order: one line each. */
export const structureSections: readonly StructureSection[] = [
  { label: 'Comptes rendus', path: '', also: ['activites'] },
  { label: 'Chiffres', path: 'chiffres', also: ['bilan', 'lien'] },
  { label: 'À vérifier', path: 'regard' },
  { label: 'Mois attestés', path: 'mois' },
  { label: 'Engagements', path: 'engagements' },
  { label: 'Postes', path: 'recrutement', also: ['depart'] },
  { label: 'Tenue et équipement', path: 'equipement' },
  { label: 'Formation', path: 'formation' },
  { label: 'Communauté', path: 'communaute' },
  { label: 'Temps', path: 'temps' },
  { label: 'Absences', path: 'absences' },
  { label: 'Questions', path: 'questions' },
  { label: 'Relances', path: 'relances' },
  { label: 'Accès', path: 'acces' },
  { label: 'Lectures', path: 'lectures', only: 'responsable' },
]

/** The sections that a member reads. */
export function sectionsFor(role: Membership['role']): readonly StructureSection[] {
  return structureSections.filter(({ only }) => only === undefined || only === role)
}

export function sectionAddress({ path }: StructureSection, id: StructureId): string {
  return path === '' ? structureAddress(id) : `${structureAddress(id)}/${path}`
}

/** The section that a page of a structure is in, by the first word of its address after the structure's. */
export function sectionOf(path: string): StructureSection | undefined {
  return structureSections.find((section) => section.path === path || section.also?.includes(path))
}
