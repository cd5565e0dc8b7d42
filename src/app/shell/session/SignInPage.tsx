import { Link, useSearch } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses, signInHref } from '../../addresses.ts'
import { usePublicInformation } from '../../data/react/use-public-information.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { SignInRefused } from '../lazy-parts.ts'
import { LegalFooter } from '../LegalFooter.tsx'
import { expectSignIn } from './expected-sign-in.ts'
import styles from './SignInPage.module.css'

export interface SignInPageProps {
  /** The page that was asked for. */
  returnTo: string
  /** The person that the app is open for already. */
  openFor?: SignedInPerson
}

/** Connexion: what this is, for whom, and the one thing to do. */
export function SignInPage({ returnTo, openFor }: SignInPageProps) {
  const code = new URLSearchParams(useSearch()).get('erreur')
  const view = usePublicInformation()
  const isDemonstration = view.phase === 'known' && view.information.demonstration
  return (
    <Page title="Espace Coop" documentTitle="Connexion">
      <Stack gap="section">
        {code !== null && <SignInRefused code={code} />}
        <Stack>
          <p className={styles.what}>
            Les conseillers et conseillères numériques y déposent leurs comptes rendus d’activité, même sans
            réseau. Leurs structures d’accueil y suivent ce qui est fait.
          </p>
          <p>
            <ButtonLink variant="primary" href={signInHref(returnTo)} onClick={expectSignIn}>
              Se connecter
            </ButtonLink>
          </p>
          <p>
            <Link href={addresses.employers}>Employeurs&nbsp;: accéder aux comptes rendus</Link>
          </p>
          <p>La première connexion demande du réseau. Ensuite, l’application s’ouvre sans.</p>
        </Stack>
        {openFor && (
          <p>
            Cet appareil est ouvert pour {openFor.givenName} {openFor.familyName}. Si une autre personne se
            connecte, ce qui n’est pas envoyé y reste pour {openFor.givenName}.
          </p>
        )}
        {isDemonstration && <Demonstration />}
        <LegalFooter
          accessibility={view.phase === 'known' ? view.information.accessibility : 'partiellement'}
        />
      </Stack>
    </Page>
  )
}

function Demonstration() {
  return (
    <Notice announce="never" title="Ceci est une démonstration.">
      Les personnes, les structures et les comptes rendus sont inventés. Choisissez un compte à l’étape
      suivante&nbsp;: aucun mot de passe n’est demandé.
    </Notice>
  )
}
