import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { ContactLine } from './ContactLine.tsx'
import { PublicText } from './PublicText.tsx'
import type { PublicPageProps } from './public-page.ts'

/** The questions that come first, and whom to write to. */
export function HelpPage({ back }: PublicPageProps) {
  return (
    <PublicText title="Aide et contact" back={back}>
      {({ support }) => (
        <>
          <h2>Je n’ai pas de réseau</h2>
          <p>
            Continuez&nbsp;: vos comptes rendus s’enregistrent sur cet appareil, et partent tout seuls quand
            le réseau revient. Tant qu’un compte rendu n’est pas envoyé, il le dit.
          </p>
          <h2>J’ai fermé l’application au milieu d’un compte rendu</h2>
          <p>Rien n’est perdu&nbsp;: il est en brouillon, à l’accueil.</p>
          <h2>Un compte rendu est «&nbsp;à corriger&nbsp;»</h2>
          <p>Le serveur ne l’a pas pris. Ouvrez-le&nbsp;: la raison et le moyen de corriger y sont.</p>
          <h2>Un compte rendu a «&nbsp;deux versions&nbsp;»</h2>
          <p>
            Il a été modifié à deux endroits avant l’envoi. Ouvrez-le et choisissez celle qui convient&nbsp;:
            l’autre n’est pas perdue tant que vous n’avez pas choisi.
          </p>
          <h2>Que voient ma structure et la coordination&nbsp;?</h2>
          <p>
            Vos activités&nbsp;: jour, durée, lieu, thématiques, matériel, autonomie, orientation. Ni le
            profil de la personne, ni vos étiquettes, ni vos notes, sauf celles que vous partagez. La personne
            qui coordonne votre équipe voit des chiffres, et aucun compte rendu.
          </p>
          <h2>Je ne peux pas me connecter</h2>
          <p>
            Votre adresse électronique doit d’abord être ajoutée&nbsp;: demandez à la personne responsable de
            votre structure, ou à votre préfecture. Vous êtes l’employeur&nbsp;:{' '}
            <Link href={addresses.employers}>accéder aux comptes rendus</Link>.
          </p>
          <h2>On m’a remis une attestation</h2>
          <p>
            Une structure atteste chaque mois que ses informations sont fiables. Le code du document dit s’il
            est authentique, et si les chiffres tiennent toujours. Il n’y a pas besoin de compte.
          </p>
          <p>
            <ButtonLink href={addresses.verification}>Vérifier une attestation</ButtonLink>
          </p>
          <h2>Écrire à l’assistance</h2>
          <p>
            Joignez si possible la page <Link href={addresses.diagnostic}>Diagnostic</Link>, qui ne contient
            aucune donnée personnelle.
          </p>
          <ContactLine contact={support} />
        </>
      )}
    </PublicText>
  )
}
