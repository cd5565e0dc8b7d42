import { ofMonthInWords } from '../../domain/french-words.ts'
import type { StructureId, TeamId } from '../../domain/ids.ts'
import type { AskingMonth } from '../../domain/reminders/months-to-tell.ts'
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
  | MonthsTold

/** The months of a structure that wait for the word of who answers for it, the latest first. */
interface MonthsTold {
  readonly reader: 'responsable'
  readonly structure: StructureId
  readonly months: readonly AskingMonth[]
}

/** Months of a structure that have a link of their own in a message; the others are behind one. */
const linkedMost = 3

/** One message for all that somebody is to be told. */
export function reminderMail(
  publicUrl: string,
  { to, told, stopUrl }: { to: string; told: readonly ToldOf[]; stopUrl: string },
): Mail {
  const [first, ...others] = told
  const subject = first && others.length === 0 ? subjectOf(first) : subjectOfSeveral(told)
  const paragraphs = told.flatMap((one) => paragraphsOf(publicUrl, one))
  const stop = `Vous recevez un rappel par semaine au plus. Pour ne plus en recevoir\u00A0:\n${stopUrl}`
  return { ...letter(to, subject, [...paragraphs, stop]), stopUrl }
}

function subjectOfSeveral(told: readonly ToldOf[]): string {
  const isOfMonths = told.filter(({ reader }) => reader === 'responsable').length
  if (isOfMonths === 0) return 'Des activités manquent dans Espace Coop'
  return isOfMonths === told.length
    ? 'Des mois attendent votre attestation'
    : 'Ce qui vous attend dans Espace Coop'
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
    case 'responsable':
      return subjectOfMonths(told.months)
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
    case 'responsable':
      return paragraphsOfMonths(publicUrl, told)
  }
}

function subjectOfMonths(months: readonly AskingMonth[]): string {
  const [only, ...others] = months
  if (!only || others.length > 0) return 'Des mois attendent votre attestation'
  const name = `Le mois ${ofMonthInWords(only.month)}`
  return only.standing === 'to-vouch' ? `${name} attend votre attestation` : `${name} est à revoir`
}

function paragraphsOfMonths(publicUrl: string, { structure, months }: MonthsTold): string[] {
  const page = `${publicUrl}/structure/${structure}/mois`
  const left = months.length - linkedMost
  return [
    ...months.slice(0, linkedMost).map(({ month, standing }) => {
      const name = `Le mois ${ofMonthInWords(month)}`
      return standing === 'to-vouch'
        ? `${name} est terminé. Pour le lire et l’attester\u00A0:\n${page}/${month}`
        : `${name}, déjà attesté, est à revoir\u00A0: des comptes rendus ont changé depuis. Pour voir lesquels, et l’attester de nouveau\u00A0:\n${page}/${month}`
    }),
    ...(left > 0
      ? [
          `${left === 1 ? 'Un autre mois attend' : `${left}\u00A0autres mois attendent`} aussi votre attestation\u00A0:\n${page}`,
        ]
      : []),
  ]
}

function people(count: number): string {
  return count === 1 ? 'Un conseiller ou une conseillère' : `${count}\u00A0conseillers et conseillères`
}

function has(count: number): string {
  return count === 1 ? 'a' : 'ont'
}
