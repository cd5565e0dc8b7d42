import type { StructureId, TeamId } from '../../domain/ids.ts'
import { letter } from '../mail/letter.ts'
import type { Mail } from '../store/mail-outbox.ts'

/*
 * What people are written when they are reminded: no name, neither of a person nor of a structure; who is meant is on
 * the page, for whoever signs in.
 */

/** What somebody is told of, in one capacity. */
export type ToldOf =
  | { readonly reader: 'advisor'; readonly isAsked: boolean }
  | { readonly reader: 'structure'; readonly structure: StructureId; readonly posts: number }
  | { readonly reader: 'coordinator'; readonly team: TeamId; readonly posts: number }
  | { readonly reader: 'state'; readonly posts: number }

/** One message for all that somebody is to be told. */
export function reminderMail(
  publicUrl: string,
  { to, told, stopUrl }: { to: string; told: readonly ToldOf[]; stopUrl: string },
): Mail {
  const [first, ...others] = told
  const subject = first && others.length === 0 ? subjectOf(first) : 'Des activités manquent dans Espace Coop'
  const paragraphs = told.flatMap((one) => paragraphsOf(publicUrl, one))
  const stop = `Vous recevez un rappel par semaine au plus. Pour ne plus en recevoir\u00A0:\n${stopUrl}`
  return { ...letter(to, subject, [...paragraphs, stop]), stopUrl }
}

function subjectOf(told: ToldOf): string {
  switch (told.reader) {
    case 'advisor':
      return told.isAsked
        ? 'Votre structure demande de vos nouvelles'
        : 'Aucune activité depuis deux semaines'
    case 'structure':
      return 'Aucune activité depuis un mois dans votre structure'
    case 'coordinator':
      return 'Aucune activité depuis un mois et demi dans votre équipe'
    case 'state':
      return 'Postes sans activité depuis un mois et demi'
  }
}

function paragraphsOf(publicUrl: string, told: ToldOf): string[] {
  switch (told.reader) {
    case 'advisor':
      return [
        told.isAsked
          ? 'Votre structure ne voit plus d’activité dans Espace Coop, et demande de vos nouvelles.'
          : 'Aucune activité n’est datée des quinze derniers jours dans Espace Coop, et aucune absence ne l’explique.',
        `Des comptes rendus à saisir, un congé, une formation, une autre raison\u00A0? Dites-le en un geste\u00A0:\n${publicUrl}/`,
      ]
    case 'structure':
      return [
        `${people(told.posts)} de votre structure n’${has(told.posts)} pas d’activité dans Espace Coop depuis un mois, et aucune absence ne l’explique.`,
        `Pour voir de qui il s’agit, et répondre en un geste\u00A0:\n${publicUrl}/structure/${told.structure}/relances`,
      ]
    case 'coordinator':
      return [
        `${people(told.posts)} de votre équipe n’${has(told.posts)} pas d’activité dans Espace Coop depuis un mois et demi.`,
        `Pour voir de qui il s’agit\u00A0:\n${publicUrl}/equipe/${told.team}/relances`,
      ]
    case 'state':
      return [
        `${told.posts === 1 ? 'Un poste' : `${told.posts}\u00A0postes`} de votre territoire n’${has(told.posts)} pas d’activité dans Espace Coop depuis un mois et demi.`,
        `Pour voir dans quelles structures\u00A0:\n${publicUrl}/etat/relances`,
      ]
  }
}

function people(count: number): string {
  return count === 1 ? 'Un conseiller ou une conseillère' : `${count}\u00A0conseillers et conseillères`
}

function has(count: number): string {
  return count === 1 ? 'a' : 'ont'
}
