import { notKnownYet, type Commitment } from '../commitment.ts'

/** 6. By the hours reported for the life of the community; that none are reported shows nothing. */
export const community: Commitment = {
  number: 6,
  title: 'Laisser du temps pour la communauté\u00A0: webinaires, échanges, rencontres, formation continue',
  judge({ communityMinutes, reporting }) {
    if (communityMinutes === 0) {
      return notKnownYet(
        'Aucun temps «\u00A0vie de la communauté\u00A0» n’est noté sur trois mois\u00A0: il n’y en a pas eu, ou il n’a pas été noté.',
      )
    }
    const hours = (communityMinutes / 60).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
    return {
      status: 'kept',
      evidence: [
        {
          words: `${hours}\u00A0h de vie de la communauté sur trois mois, jusqu’à cette date.`,
          day: reporting.to,
          source: 'reports',
        },
      ],
      toState: [
        {
          words: 'Du temps de vie de la communauté est noté sur trois mois, jusqu’à cette date.',
          day: reporting.to,
          source: 'reports',
        },
      ],
      next: null,
    }
  },
}
