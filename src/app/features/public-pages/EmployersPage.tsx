import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { askForAccessAddress } from '../../later-addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { PublicText } from './PublicText.tsx'
import { ContactLine } from './ContactLine.tsx'
import type { PublicPageProps } from './public-page.ts'

/** How an employer gets in, in four steps. */
export function EmployersPage({ back }: PublicPageProps) {
  return (
    <PublicText title="Employeurs : accéder aux comptes rendus" back={back}>
      {({ support }) => (
        <>
          <p>
            Votre structure accueille un conseiller ou une conseillère numérique&nbsp;: vous pouvez lire les
            comptes rendus de son activité. Voici comment, en quatre étapes.
          </p>
          <ol>
            <li>
              <strong>Connectez-vous</strong> avec le compte professionnel que vous avez chez votre employeur.
              Il dit pour quelle structure vous travaillez.
            </li>
            <li>
              <strong>Demandez l’accès.</strong> Espace Coop reconnaît votre structure à son numéro SIRET.
            </li>
            <li>
              <strong>Attendez la réponse.</strong> La personne responsable de la structure accepte. S’il n’y
              en a pas encore, c’est la préfecture qui répond. Vous recevez un message.
            </li>
            <li>
              <strong>Lisez, et invitez vos collègues.</strong> Une personne responsable peut inviter d’autres
              personnes par leur adresse électronique, même si leur employeur est un autre.
            </li>
          </ol>
          <p>
            <Link href={askForAccessAddress} asChild>
              <ButtonLink variant="primary">Se connecter et demander l’accès</ButtonLink>
            </Link>
          </p>
          <h2>Vous avez reçu une invitation</h2>
          <p>
            Ouvrez le lien du message, et connectez-vous avec l’adresse qui l’a reçu. Le lien est valable sept
            jours.
          </p>
          <h2>Ce que vous verrez, et ce que vous ne verrez pas</h2>
          <p>
            Les activités de vos conseillers et conseillères, pour les jours où un contrat vous lie, et leurs
            chiffres. Jamais qui a été accompagné, ni les notes qui ne sont pas partagées avec vous.
          </p>
          <h2>Vous avez reçu une attestation</h2>
          <p>
            <ButtonLink href={addresses.verification}>Vérifier une attestation</ButtonLink>
          </p>
          <h2>Une question</h2>
          <ContactLine contact={support} />
        </>
      )}
    </PublicText>
  )
}
