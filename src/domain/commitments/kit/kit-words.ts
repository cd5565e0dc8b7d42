import * as z from 'zod/mini'

/** The means of the mission (domain.md, commitment 5). */
export const equipmentSchema = z.enum(['ordinateur', 'telephone', 'espace_de_travail', 'vehicule', 'autre'])
export type Equipment = z.infer<typeof equipmentSchema>

export const equipmentLabels: Readonly<Record<Equipment, string>> = {
  ordinateur: 'Ordinateur',
  telephone: 'Téléphone mobile',
  espace_de_travail: 'Espace de travail',
  vehicule: 'Véhicule',
  autre: 'Autre matériel',
}

/** In what state a thing is when it changes hands. */
export const wearSchema = z.enum(['neuf', 'bon', 'use', 'hors_service'])
export type Wear = z.infer<typeof wearSchema>

export const wearLabels: Readonly<Record<Wear, string>> = {
  neuf: 'Neuf',
  bon: 'Bon état',
  use: 'Usé',
  hors_service: 'Hors service',
}

export const clothingSizeSchema = z.enum(['XS', 'S', 'M', 'L', 'XL', '2XL', '3XL', '4XL'])
/** A letter; seen by the person and by who orders for them, by nobody else. */
export type ClothingSize = z.infer<typeof clothingSizeSchema>

/** Why an outfit is asked for. */
export const outfitReasonSchema = z.enum(['premiere', 'usee', 'taille', 'perdue'])
export type OutfitReason = z.infer<typeof outfitReasonSchema>

export const outfitReasonLabels: Readonly<Record<OutfitReason, string>> = {
  premiere: 'Première tenue',
  usee: 'Tenue usée',
  taille: 'Mauvaise taille',
  perdue: 'Tenue perdue',
}

/** Who says a fact: who employs, or whose kit it is. */
export const kitPartySchema = z.enum(['structure', 'advisor'])
export type KitParty = z.infer<typeof kitPartySchema>
