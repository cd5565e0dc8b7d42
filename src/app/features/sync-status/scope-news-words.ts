import type { ScopeNews } from '../../data/scope-news.ts'
import { counted } from '../../ui/format/number.ts'

/** What happened, what is safe and what to do, in the words of the frame and of *Synchronisation*. */
export interface NewsWords {
  title: string
  sentences: readonly string[]
}

export function scopeNewsWords(news: Pick<ScopeNews, 'kind' | 'label' | 'left' | 'unsent'>): NewsWords {
  switch (news.kind) {
    case 'withdrawn':
      return withdrawn(news)
    case 'returned':
      return returned(news)
    case 'closed':
      return closed(news)
  }
}

type Facts = Pick<ScopeNews, 'label' | 'left' | 'unsent'>

function withdrawn({ label, left, unsent }: Facts): NewsWords {
  return {
    title: `Vous n’avez plus accès à ${label || 'une structure'}.`,
    sentences: [
      left > 0 && leftSentence(left),
      unsent > 0 && keptSentence(unsent),
      'Si c’est une erreur, prévenez votre structure\u00A0: tout reviendra avec l’accès.',
    ].filter((sentence) => sentence !== false),
  }
}

function leftSentence(left: number): string {
  return left === 1
    ? 'Le compte rendu qui était sur cet appareil n’y est plus\u00A0: il reste enregistré sur le serveur.'
    : `Les ${counted(left, 'compte rendu', 'comptes rendus')} qui étaient sur cet appareil n’y sont plus\u00A0: ils restent enregistrés sur le serveur.`
}

function keptSentence(unsent: number): string {
  return unsent === 1
    ? 'Un élément n’était pas encore envoyé\u00A0: il est gardé ici, et partira si l’accès vous est rendu. Vous pouvez l’exporter.'
    : `${counted(unsent, 'élément n’était', 'éléments n’étaient')} pas encore envoyés\u00A0: ils sont gardés ici, et partiront si l’accès vous est rendu. Vous pouvez les exporter.`
}

function returned({ label, unsent }: Facts): NewsWords {
  const sent =
    unsent === 1
      ? 'L’élément qui était gardé ici est de nouveau à envoyer.'
      : `Les ${counted(unsent, 'élément', 'éléments')} qui étaient gardés ici sont de nouveau à envoyer.`
  return {
    title: `Vous avez de nouveau accès à ${label || 'une structure'}.`,
    sentences: ['Vos comptes rendus reviennent sur cet appareil.', ...(unsent > 0 ? [sent] : [])],
  }
}

function closed({ label, unsent }: Facts): NewsWords {
  const kept =
    unsent === 1
      ? 'Une fiche que vous aviez modifiée n’était pas envoyée\u00A0: votre saisie est gardée ici, et peut être exportée.'
      : `${counted(unsent, 'fiche', 'fiches')} que vous aviez modifiées n’étaient pas envoyées\u00A0: vos saisies sont gardées ici, et peuvent être exportées.`
  return {
    title: `Les fiches des personnes suivies à ${label || 'une structure'} ont quitté cet appareil.`,
    sentences: [
      'Votre dernier contrat y est terminé depuis plus de 90\u00A0jours. Vos comptes rendus restent là, sans les noms.',
      ...(unsent > 0 ? [kept] : []),
      'Avec un nouveau contrat, les fiches reviennent.',
    ],
  }
}
