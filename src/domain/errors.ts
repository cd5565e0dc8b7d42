/** What the house says of one thing that can go wrong. */
export interface ErrorEntry {
  /** HTTP status of the problem document (RFC 9457). */
  readonly status: number
  /** French: what is wrong, in one sentence. */
  readonly title: string
  /** French: what to do next. */
  readonly next: string
}

/**
 * Every error that crosses a boundary, by its stable code. A new code without its sentences doesn't compile, and a
 * retired code stays listed so that an old client still finds it.
 */
export const errorCatalogue = {
  'invalid-request': {
    status: 400,
    title: 'La demande n’a pas la forme attendue.',
    next: 'Rechargez la page. Si cela continue, écrivez à l’assistance en citant ce code.',
  },
  'invalid-json': {
    status: 400,
    title: 'La demande n’est pas lisible.',
    next: 'Réessayez. Si cela continue, écrivez à l’assistance en citant ce code.',
  },
  'unsupported-encoding': {
    status: 415,
    title: 'Le format de la demande n’est pas accepté.',
    next: 'Réessayez sans compression.',
  },
  'too-large': {
    status: 413,
    title: 'La demande est trop volumineuse.',
    next: 'Réduisez le texte ou envoyez en plusieurs fois.',
  },
  unauthenticated: {
    status: 401,
    title: 'Votre session est terminée.',
    next: 'Reconnectez-vous pour envoyer. Ce qui est enregistré sur cet appareil y reste.',
  },
  'wrong-user': {
    status: 403,
    title: 'La session ouverte est celle d’une autre personne.',
    next: 'Déconnectez-vous, puis reconnectez-vous avec votre compte pour envoyer vos comptes rendus.',
  },
  'device-revoked': {
    status: 403,
    title: 'Cet appareil a été déconnecté à distance.',
    next: 'Reconnectez-vous pour l’utiliser de nouveau.',
  },
  'forged-request': {
    status: 403,
    title: 'La demande ne vient pas d’Espace Coop.',
    next: 'Ouvrez Espace Coop à son adresse habituelle et recommencez.',
  },
  forbidden: {
    status: 403,
    title: 'Vous n’avez pas accès à cette page.',
    next: 'Revenez à l’accueil, ou demandez l’accès à la personne responsable de votre structure.',
  },
  'token-refused': {
    status: 401,
    title: 'Ce jeton n’ouvre rien : il n’existe pas, il est arrivé à son terme, ou il a été révoqué.',
    next: 'Demandez un nouveau jeton à la personne qui vous l’a donné.',
  },
  'out-of-scope': {
    status: 403,
    title: 'Ce jeton n’ouvre pas ces données.',
    next: 'Demandez un jeton pour ce jeu de données ou ce département à la personne qui vous l’a donné.',
  },
  'edition-withdrawn': {
    status: 410,
    title: 'Cette édition n’est plus publiée.',
    next: 'Recommencez la lecture depuis la première page.',
  },
  'filter-not-permitted': {
    status: 400,
    title: 'Ce filtre ou cet ordre n’existe pas dans la liste d’une structure.',
    next: 'Retirez-le de l’adresse, ou revenez à la liste sans filtre.',
  },
  'not-found': {
    status: 404,
    title: 'Cette page n’existe pas ou n’existe plus.',
    next: 'Vérifiez l’adresse ou revenez à l’accueil.',
  },
  'outside-contract': {
    status: 409,
    title: 'Ces jours ne sont pas tous dans un même contrat avec votre structure.',
    next: 'Vérifiez les jours. Une absence qui passe d’un contrat à l’autre se déclare en deux fois.',
  },
  'scope-closed': {
    status: 409,
    title: 'Le dernier contrat avec votre structure est terminé depuis plus de 90 jours.',
    next: 'Rien ne peut plus être ajouté. Ce qui est enregistré reste lisible.',
  },
  epoch: {
    status: 409,
    title: 'Le serveur a été rétabli depuis une sauvegarde.',
    next: 'Rien à faire : cet appareil se remet à jour et renvoie ce qui manque.',
  },
  'already-published': {
    status: 409,
    title: 'Une partie de ces mois est déjà publiée.',
    next: 'Choisissez d’autres mois, ou exactement ceux qui sont publiés. Imprimer reste possible.',
  },
  'figures-changed': {
    status: 409,
    title: 'Les chiffres ont changé depuis que vous les avez lus.',
    next: 'Relisez le bilan, puis publiez-le.',
  },
  'client-too-old': {
    status: 426,
    title: 'Cette version d’Espace Coop est trop ancienne pour envoyer.',
    next: 'Fermez l’application et rouvrez-la avec du réseau. Vos comptes rendus sont gardés.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Trop de demandes en peu de temps.',
    next: 'Patientez une minute, puis réessayez.',
  },
  'sign-in-failed': {
    status: 400,
    title: 'La connexion n’a pas abouti.',
    next: 'Recommencez depuis la page de connexion.',
  },
  'unknown-person': {
    status: 403,
    title: 'Votre adresse n’est pas encore connue d’Espace Coop.',
    next: 'Demandez à la personne responsable de votre structure, ou à votre préfecture, de vous ajouter.',
  },
  'unknown-employer': {
    status: 409,
    title: 'Votre employeur n’est pas une structure d’accueil connue d’Espace Coop.',
    next: 'Si vous travaillez pour une telle structure, demandez à la personne qui en est responsable de vous inviter, ou écrivez à votre préfecture.',
  },
  'already-member': {
    status: 409,
    title: 'Cette personne a déjà accès à la structure.',
    next: 'Rien à faire. Son rôle se change dans la liste des personnes qui ont accès.',
  },
  'already-asked': {
    status: 409,
    title: 'Votre demande est déjà envoyée.',
    next: 'Rien à faire : vous recevrez un message dès qu’elle sera acceptée.',
  },
  'already-invited': {
    status: 409,
    title: 'Une invitation attend déjà cette personne.',
    next: 'Pour en envoyer une autre, retirez d’abord celle qui attend.',
  },
  'too-many-invitations': {
    status: 409,
    title: 'Trop d’invitations attendent déjà une réponse.',
    next: 'Retirez celles qui ne servent plus, puis recommencez.',
  },
  'not-a-member': {
    status: 404,
    title: 'Cette personne n’a pas, ou plus, accès à la structure.',
    next: 'Rechargez la page pour voir qui a accès.',
  },
  'last-responsable': {
    status: 409,
    title: 'C’est la seule personne responsable de la structure.',
    next: 'Donnez d’abord ce rôle à quelqu’un d’autre.',
  },
  'has-responsable': {
    status: 409,
    title: 'Cette structure a déjà une personne responsable.',
    next: 'C’est elle qui accepte les demandes, dans l’espace de la structure.',
  },
  'request-settled': {
    status: 409,
    title: 'Cette demande n’attend plus de réponse.',
    next: 'Rechargez la page pour voir les demandes qui attendent.',
  },
  'invitation-unknown': {
    status: 404,
    title: 'Cette invitation n’existe pas ou n’existe plus.',
    next: 'Ouvrez le lien du dernier message reçu, ou demandez une autre invitation.',
  },
  'invitation-other-address': {
    status: 403,
    title: 'Cette invitation est destinée à une autre adresse électronique.',
    next: 'Connectez-vous avec l’adresse qui a reçu le message, ou demandez une invitation à la vôtre.',
  },
  'invitation-used': {
    status: 410,
    title: 'Cette invitation a déjà servi.',
    next: 'Si vous l’avez acceptée, votre structure s’ouvre depuis l’accueil. Sinon, demandez-en une autre.',
  },
  'invitation-expired': {
    status: 410,
    title: 'Cette invitation n’est plus valable : elle durait sept jours.',
    next: 'Demandez-en une autre à la personne responsable de la structure.',
  },
  'invitation-withdrawn': {
    status: 410,
    title: 'Cette invitation a été retirée.',
    next: 'Si c’est une erreur, demandez-en une autre à la personne responsable de la structure.',
  },
  'invitation-declined': {
    status: 410,
    title: 'Cette invitation a été refusée.',
    next: 'Si vous avez changé d’avis, demandez-en une autre à la personne responsable de la structure.',
  },
  'offer-changed': {
    status: 409,
    title: 'La structure vient de corriger ce contrat.',
    next: 'Rechargez la page pour lire les nouvelles dates, puis répondez.',
  },
  'offer-lapsed': {
    status: 410,
    title: 'Ce contrat ne peut plus être accepté : la structure n’a plus ce poste à ces dates.',
    next: 'Demandez à la personne responsable de la structure ce qu’il en est.',
  },
  'offer-over': {
    status: 410,
    title: 'Ce contrat est terminé depuis plus de 90 jours.',
    next: 'Plus aucun compte rendu ne peut être envoyé pour ces jours. Vérifiez les dates.',
  },
  'too-early-to-vouch': {
    status: 409,
    title: 'Ce mois ne peut pas encore être attesté.',
    next: 'Il pourra l’être à partir du premier jour ouvré du mois suivant.',
  },
  'already-vouched': {
    status: 409,
    title: 'Ce mois vient d’être attesté par quelqu’un d’autre, ou l’était déjà.',
    next: 'Rien à faire : l’attestation est sur la page du mois.',
  },
  'month-changed': {
    status: 409,
    title: 'Les informations de ce mois ont changé depuis que vous les avez lues.',
    next: 'Relisez-les, puis attestez le mois. Vos réserves sont gardées.',
  },
  'seal-code-mistyped': {
    status: 400,
    title: 'Ce code n’est pas complet, ou un de ses caractères est faux.',
    next: 'Vérifiez-le sur l’attestation : il a douze lettres ou chiffres.',
  },
  'seal-unknown': {
    status: 404,
    title: 'Aucune attestation n’a ce code.',
    next: 'Vérifiez le code, ou demandez l’attestation à la structure.',
  },
  'siret-length': {
    status: 422,
    title: 'Un SIRET compte 14 chiffres.',
    next: 'Vérifiez le numéro sur la convention, puis recommencez. Rien n’a été enregistré.',
  },
  'siret-key': {
    status: 422,
    title: 'Ce SIRET n’existe pas : sa clé est fausse.',
    next: 'Un chiffre est sans doute mal recopié. Vérifiez le numéro, puis recommencez. Rien n’a été enregistré.',
  },
  'structure-unknown': {
    status: 422,
    title: 'Aucune structure n’a encore ce SIRET.',
    next: 'Indiquez aussi son nom et sa commune, puis recommencez.',
  },
  'post-reference-taken': {
    status: 409,
    title: 'Un autre poste porte déjà ce numéro.',
    next: 'Cherchez ce numéro dans la liste des postes, ou donnez-en un autre.',
  },
  'post-listed-twice': {
    status: 409,
    title: 'Ce numéro de poste est deux fois dans la liste, avec des informations différentes.',
    next: 'Gardez la bonne ligne, retirez l’autre, et importez la liste de nouveau\u00A0: ce qui est déjà là ne sera pas doublé.',
  },
  'post-filled-twice': {
    status: 409,
    title: 'Quelqu’un occupe déjà ce poste un de ces jours.',
    next: 'Enregistrez d’abord le départ de la personne en poste, ou choisissez d’autres dates.',
  },
  'post-still-filled': {
    status: 409,
    title: 'Quelqu’un occupe encore ce poste à cette date.',
    next: 'La structure enregistre d’abord son départ. Choisissez ensuite le premier jour qui suit.',
  },
  'post-not-held': {
    status: 409,
    title: 'La structure n’a pas ce poste à ces dates.',
    next: 'Vérifiez les dates : elles suivent la notification, et précèdent le transfert ou la restitution du poste.',
  },
  'contract-ends-before-start': {
    status: 422,
    title: 'Le contrat se termine avant de commencer.',
    next: 'Corrigez le premier ou le dernier jour.',
  },
  'convention-length': {
    status: 422,
    title: 'Une convention dure de 18 à 36 mois.',
    next: 'Corrigez le premier ou le dernier jour de la convention.',
  },
  'other-department': {
    status: 409,
    title: 'Cette structure est dans un autre département que le poste.',
    next: 'Un poste se transfère dans son département. Pour un autre, restituez-le, puis attribuez-en un nouveau.',
  },
  'not-in-post': {
    status: 409,
    title: 'Cette personne n’occupe pas ce poste à cette date.',
    next: 'Choisissez un jour de son contrat.',
  },
  'departure-past': {
    status: 409,
    title: 'La date de ce départ est passée : il ne peut plus être annulé.',
    next: 'Si la personne revient, enregistrez un nouveau contrat.',
  },
  'successor-in-place': {
    status: 409,
    title: 'Un autre contrat occupe déjà le poste après ce départ.',
    next: 'Le départ ne peut plus être annulé tant que ce contrat existe.',
  },
  'fact-replaced': {
    status: 409,
    title: 'Cette information a été corrigée entre-temps.',
    next: 'Rechargez la page pour voir où elle en est, puis recommencez.',
  },
  'event-ends-first': {
    status: 409,
    title: 'L’évènement finit avant d’avoir commencé.',
    next: 'Vérifiez les deux heures\u00A0: elles sont d’un même jour.',
  },
  'event-too-short': {
    status: 409,
    title: 'L’évènement dure moins d’un quart d’heure.',
    next: 'Vérifiez les deux heures.',
  },
  'event-too-long': {
    status: 409,
    title: 'L’évènement dure plus de douze heures.',
    next: 'Vérifiez les deux heures. S’il dure plusieurs jours, publiez-le jour par jour.',
  },
  'event-day-unlikely': {
    status: 409,
    title: 'Ce jour est trop loin\u00A0: il est passé depuis plus de deux mois, ou à plus d’un an et demi.',
    next: 'Vérifiez l’année.',
  },
  'event-nowhere': {
    status: 409,
    title: 'On ne sait pas où l’évènement se tient.',
    next: 'Indiquez un lieu, ou un lien pour le suivre à distance.',
  },
  'event-link-not-https': {
    status: 409,
    title: 'Ce lien n’est pas une adresse sûre.',
    next: 'Copiez l’adresse entière\u00A0: elle commence par https://',
  },
  'event-cancelled': {
    status: 409,
    title: 'Cet évènement est annulé.',
    next: 'S’il a lieu quand même, publiez-le à nouveau.',
  },
  'event-not-begun': {
    status: 409,
    title: 'Cet évènement n’a pas encore commencé.',
    next: 'Notez les présences une fois qu’il a commencé.',
  },
  'event-not-theirs': {
    status: 409,
    title: 'Cet évènement ne s’adresse pas à cette personne ce jour-là.',
    next: 'Rechargez la page pour voir qui il concerne.',
  },
  'kit-item-unknown': {
    status: 409,
    title: 'Cette tenue ou ce matériel n’est pas au nom de cette personne dans cette structure.',
    next: 'Rechargez la page pour voir ce qui est à son nom, puis recommencez.',
  },
  'kit-item-held': {
    status: 409,
    title: 'Ce matériel est déjà remis à quelqu’un à cette date.',
    next: 'Notez d’abord son retour, ou vérifiez le numéro de série.',
  },
  'kit-already-said': {
    status: 409,
    title: 'C’est déjà noté.',
    next: 'Rien à faire\u00A0: rechargez la page pour voir où cela en est.',
  },
  'kit-day-ahead': {
    status: 409,
    title: 'Ce jour n’est pas encore venu.',
    next: 'Notez-le le jour où cela se fait.',
  },
  'kit-wrong-day': {
    status: 409,
    title: 'Ce jour ne va pas avec ce qui est noté\u00A0: la remise est plus tard, ou le retour plus tôt.',
    next: 'Vérifiez le jour.',
  },
  'kit-outside-contract': {
    status: 409,
    title: 'Cette personne n’est pas sous contrat avec la structure ce jour-là.',
    next: 'Choisissez un jour de son contrat, ou notez d’abord le contrat dans «\u00A0Postes\u00A0».',
  },
  'kit-size-missing': {
    status: 409,
    title: 'La taille de cette personne n’est pas connue.',
    next: 'Demandez-la-lui, puis recommencez.',
  },
  'kit-facts-follow': {
    status: 409,
    title: 'D’autres informations dépendent de celle-ci.',
    next: 'Retirez d’abord ce qui a été noté après elle.',
  },
  'training-unknown-session': {
    status: 409,
    title: 'Cette demi-journée ou cet examen n’est pas au calendrier de cette personne.',
    next: 'Rechargez la page pour voir son calendrier, puis recommencez.',
  },
  'training-clash': {
    status: 409,
    title: 'Cette personne a déjà une séance ou un examen cette demi-journée-là.',
    next: 'Annulez ou déplacez d’abord ce qui est prévu, ou choisissez une autre demi-journée.',
  },
  'training-cancelled': {
    status: 409,
    title: 'Une séance annulée n’a ni présence ni absence.',
    next: 'Retirez d’abord l’annulation, ou la présence.',
  },
  'training-already-said': {
    status: 409,
    title: 'C’est déjà noté.',
    next: 'Rien à faire : pour le corriger, ouvrez ce qui est noté.',
  },
  'training-day-ahead': {
    status: 409,
    title: 'Ce jour n’est pas encore venu.',
    next: 'Notez-le le jour où cela se fait.',
  },
  'training-wrong-day': {
    status: 409,
    title: 'Ce jour n’est pas celui de la séance ou de l’examen.',
    next: 'Vérifiez le jour : une présence est du jour de la séance, un résultat de ce jour ou d’après.',
  },
  'training-outside-contract': {
    status: 409,
    title: 'Cette personne n’est pas sous contrat avec sa structure ce jour-là.',
    next: 'Choisissez un jour de son contrat, ou demandez à la structure si les dates ont changé.',
  },
  'training-hours': {
    status: 409,
    title: 'Le parcours de cette personne ne prévoit pas ce nombre d’heures.',
    next: 'Vérifiez le résultat du test et son jour : les heures possibles changent selon les années.',
  },
  'training-not-sat': {
    status: 409,
    title: 'Un résultat est celui d’une personne qui était présente.',
    next: 'Notez d’abord sa présence à l’examen.',
  },
  'training-month-sealed': {
    status: 409,
    title: 'La structure a déjà attesté ce mois.',
    next: 'Si la correction est juste, confirmez-la : elle sera notée, et la structure la verra.',
  },
  'training-facts-follow': {
    status: 409,
    title: 'D’autres informations dépendent de celle-ci.',
    next: 'Retirez d’abord ce qui a été noté après elle.',
  },
  'training-not-trainee': {
    status: 404,
    title: 'Cette personne n’est pas stagiaire de votre organisme.',
    next: 'Vérifiez l’adresse, ou demandez à sa structure de vous la confier.',
  },
  'training-half-day-reported': {
    status: 409,
    title: 'Des comptes rendus d’accompagnement sont déposés pour cette demi-journée de formation.',
    next: 'Vérifiez la présence avec l’organisme, ou le jour des comptes rendus. Rien n’est effacé.',
  },
  'training-body-unknown': {
    status: 404,
    title: 'Cet organisme de formation n’est pas connu d’Espace Coop.',
    next: 'Rechargez la page, puis choisissez-le dans la liste.',
  },
  'reports-on-these-days': {
    status: 409,
    title: 'Des comptes rendus sont déposés pour des jours qui sortiraient du contrat.',
    next: 'Choisissez des dates qui gardent ces jours. Rien n’a été changé.',
  },
  'reports-waiting': {
    status: 409,
    title: 'Des comptes rendus attendent encore sur un appareil de cette personne.',
    next: 'Demandez-lui d’ouvrir Espace Coop avec du réseau, puis recommencez. Rien n’a été changé.',
  },
  'whole-months-only': {
    status: 400,
    title: 'Ces chiffres se lisent par mois entiers.',
    next: 'Choisissez d’autres mois, jusqu’au mois en cours.',
  },
  'issuer-unavailable': {
    status: 502,
    title: 'Le service de connexion ne répond pas.',
    next: 'Réessayez dans quelques minutes. Vous pouvez continuer à travailler sur cet appareil.',
  },
  busy: {
    status: 503,
    title: 'Le serveur est très sollicité.',
    next: 'Rien à faire : l’envoi reprendra de lui-même.',
  },
  unavailable: {
    status: 503,
    title: 'Le serveur est momentanément indisponible.',
    next: 'Rien à faire : l’envoi reprendra de lui-même.',
  },
  internal: {
    status: 500,
    title: 'Le serveur a rencontré un problème et n’a rien enregistré.',
    next: 'Réessayez. Si cela continue, écrivez à l’assistance en citant ce code.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof errorCatalogue

/** An expected failure with its stable code; one handler turns it into a problem document. */
export class CodedError extends Error {
  readonly code: ErrorCode
  /** Facts for programs (a field, a limit, an epoch); never personal data. */
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code}: ${errorCatalogue[code].title}`, cause === undefined ? {} : { cause })
    this.name = 'CodedError'
    this.code = code
    this.facts = facts
  }
}
