import { eventKindLabels } from '../../community/event-words.ts'
import { countInWords } from '../../french-words.ts'
import { notKnownYet, type Commitment, type Evidence } from '../commitment.ts'
import type { AttendedEvent, CommitmentFacts } from '../commitment-facts.ts'

/** Events that are told one by one, the last ones. */
const mostTold = 5

/** 6. By the hours reported for the life of the community, and the events attended; that there are none shows nothing. */
export const community: Commitment = {
  number: 6,
  title: 'Laisser du temps pour la communauté\u00A0: webinaires, échanges, rencontres, formation continue',
  judge(facts) {
    const { communityMinutes, eventsAttended, reporting } = facts
    if (communityMinutes === 0 && eventsAttended.length === 0) {
      return notKnownYet(
        'Aucun temps «\u00A0vie de la communauté\u00A0» et aucune présence à un évènement ne sont notés sur trois mois\u00A0: il n’y en a pas eu, ou ce n’a pas été noté.',
      )
    }
    return {
      status: 'kept',
      evidence: [...hours(facts), ...attended(eventsAttended)],
      toState: toldToState(communityMinutes > 0, eventsAttended.length > 0, reporting.to),
      next: null,
    }
  },
}

function hours({ communityMinutes, reporting: { to } }: CommitmentFacts): Evidence[] {
  if (communityMinutes === 0) return []
  const told = (communityMinutes / 60).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  const words = `${told}\u00A0h de vie de la communauté sur trois mois, jusqu’à cette date.`
  return [{ words, day: to, source: 'reports' }]
}

/** How many, then the last ones with who was there: their employer reads it, and nobody else does. */
function attended(events: readonly AttendedEvent[]): Evidence[] {
  if (events.length === 0) return []
  const last = [...events].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, mostTold)
  const count = countInWords(events.length, 'évènement suivi', 'évènements suivis')
  return [
    { words: `${count} sur trois mois.`, day: last[0]?.day ?? null, source: 'community' },
    ...last.map(({ kind, title, day, names }): Evidence => {
      const words = `${eventKindLabels[kind]} «\u00A0${title}\u00A0»\u00A0: ${names.join(', ')}.`
      return { words, day, source: 'community' }
    }),
  ]
}

/** That there were some, and neither how many nor who. */
function toldToState(hasHours: boolean, hasEvents: boolean, to: CommitmentFacts['today']): Evidence[] {
  const told: Evidence[] = []
  if (hasHours) {
    const words = 'Du temps de vie de la communauté est noté sur trois mois, jusqu’à cette date.'
    told.push({ words, day: to, source: 'reports' })
  }
  if (hasEvents) {
    const words = 'Des évènements de la communauté ont été suivis sur trois mois, jusqu’à cette date.'
    told.push({ words, day: to, source: 'community' })
  }
  return told
}
