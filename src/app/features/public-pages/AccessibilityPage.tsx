import { ContactLine } from './ContactLine.tsx'
import { PublicText } from './PublicText.tsx'
import type { PublicPageProps } from './public-page.ts'

/** The declaration that the law asks for (article 47 of the law of 11 February 2005). */
export function AccessibilityPage({ back }: PublicPageProps) {
  return (
    <PublicText title="Accessibilité" back={back}>
      {({ accessibility, publisher, support }) => (
        <>
          <p>
            {publisher.name} s’engage à rendre Espace Coop accessible, conformément à l’article 47 de la loi
            n°&nbsp;2005-102 du 11&nbsp;février 2005.
          </p>
          <h2>État de conformité</h2>
          <p>
            Espace Coop est <strong>{words[accessibility]}</strong> avec le référentiel général d’amélioration
            de l’accessibilité (RGAA), version&nbsp;4.
          </p>
          <p>
            Chaque page est vérifiée automatiquement à chaque version, au clavier, en clair et en sombre.
            {accessibility === 'non' &&
              ' Aucun audit complet n’a encore eu lieu\u00A0: c’est la raison de cet état.'}
          </p>
          <h2>Un obstacle&nbsp;?</h2>
          <p>Dites-le nous&nbsp;: nous vous répondrons et chercherons une solution avec vous.</p>
          <ContactLine contact={support} />
          <h2>Voies de recours</h2>
          <p>
            Sans réponse satisfaisante, vous pouvez écrire au Défenseur des droits&nbsp;: par son formulaire
            sur defenseurdesdroits.fr, auprès de ses délégués dans votre département, ou par courrier gratuit,
            sans timbre&nbsp;: Défenseur des droits, Libre réponse 71120, 75342&nbsp;Paris CEDEX&nbsp;07.
          </p>
        </>
      )}
    </PublicText>
  )
}

const words = {
  totalement: 'totalement conforme',
  partiellement: 'partiellement conforme',
  non: 'non conforme',
} as const
