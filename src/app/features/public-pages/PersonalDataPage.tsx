import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { counted } from '../../ui/format/number.ts'
import { ContactLine } from './ContactLine.tsx'
import { PublicText } from './PublicText.tsx'
import type { PublicPageProps } from './public-page.ts'

/** What the GDPR's article 13 asks to be said. */
export function PersonalDataPage({ back }: PublicPageProps) {
  return (
    <PublicText title="Données personnelles" back={back}>
      {({ controller, dataProtectionOfficer, retentionMonths }) => (
        <>
          <h2>Qui est responsable</h2>
          <ContactLine contact={controller} />
          <h2>Pourquoi ces données</h2>
          <ul>
            <li>Montrer ce que font les conseillers et conseillères numériques.</li>
            <li>Améliorer l’offre des territoires en connaissant les besoins.</li>
            <li>Évaluer le dispositif par des chiffres.</li>
          </ul>
          <h2>Quelles données</h2>
          <ul>
            <li>
              Votre compte&nbsp;: nom, prénom, adresse électronique, structure et contrats, numéro SIRET de
              votre employeur.
            </li>
            <li>
              Qui demande ou reçoit un accès à une structure, pendant un an&nbsp;: son adresse électronique,
              montrée aux personnes responsables de la structure.
            </li>
            <li>
              Vos comptes rendus&nbsp;: jour, durée, lieu, thématiques, et ce que vous choisissez de préciser.
            </li>
            <li>
              Les personnes accompagnées y sont anonymes&nbsp;: ni nom ni coordonnées. N’écrivez dans les
              notes ni nom, ni donnée de santé, ni mot de passe.
            </li>
            <li>
              Les rappels qui vous sont envoyés quand des activités manquent, et les réponses qui y sont
              données, pendant un an. Chaque courriel a un lien pour ne plus en recevoir.
            </li>
            <li>Des journaux techniques, pour la sécurité du service.</li>
          </ul>
          <h2>Qui les lit</h2>
          <ul>
            <li>Vous, en entier.</li>
            <li>
              Votre structure, pour les jours où un contrat vous lie&nbsp;: jamais vos étiquettes ni le profil
              de la personne (genre, âge, statut, commune de résidence), et vos notes seulement si vous les
              partagez.
            </li>
            <li>
              La personne qui coordonne votre équipe, pour les jours où vous en faites partie et qu’un contrat
              couvre&nbsp;: des chiffres, le jour de votre dernière activité et celles des trois missions que
              vos activités touchent, mais aucun compte rendu. Elle voit aussi que vous êtes sans activité ni
              absence depuis un mois et demi.
            </li>
            <li>
              Toute personne à qui est donné un lien que vous, ou votre structure, avez ouvert&nbsp;: des
              chiffres de mois entiers où les petits nombres sont masqués, et les mots de qui publie. De ses
              visites, seul le nombre est gardé.
            </li>
            <li>
              Tout le monde, des chiffres par département et par mois, où aucun nombre de 1 à 4&nbsp;personnes
              ne figure (<Link href={addresses.openData}>données ouvertes</Link>).
            </li>
            <li>
              L’État, sans votre nom&nbsp;: qu’un poste de votre structure est sans activité ni absence depuis
              un mois et demi.
            </li>
            <li>Personne d’autre aujourd’hui. Aucune donnée n’est vendue ni transmise à un tiers.</li>
          </ul>
          <h2>Combien de temps</h2>
          <ul>
            <li>Comptes rendus&nbsp;: {months(retentionMonths.reports)}.</li>
            <li>Comptes, après la fin de la dernière mission&nbsp;: {months(retentionMonths.accounts)}.</li>
            <li>Journaux techniques&nbsp;: {months(retentionMonths.logs)}.</li>
          </ul>
          <h2>Sur votre appareil</h2>
          <p>
            L’application garde vos comptes rendus sur l’appareil pour fonctionner sans réseau. Un seul cookie
            sert à rester connecté&nbsp;; il n’y a ni mesure d’audience ni publicité. La déconnexion efface ce
            qui est gardé, sauf si vous choisissez de garder ce qui n’est pas envoyé.
          </p>
          <h2>Vos droits</h2>
          <p>
            Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, leur limitation,
            ou vous opposer à leur usage, auprès du délégué à la protection des données&nbsp;:
          </p>
          <ContactLine contact={dataProtectionOfficer} />
          <p>Si la réponse ne vous convient pas, vous pouvez adresser une réclamation à la CNIL (cnil.fr).</p>
        </>
      )}
    </PublicText>
  )
}

function months(count: number): string {
  return count % 12 === 0 ? counted(count / 12, 'an', 'ans') : counted(count, 'mois', 'mois')
}
