import { Link } from 'wouter'
import { communesYear } from '../../../domain/territory/communes-year.ts'
import { addresses } from '../../addresses.ts'
import { PublicText } from './PublicText.tsx'
import type { PublicPageProps } from './public-page.ts'

export function LegalPage({ back }: PublicPageProps) {
  return (
    <PublicText title="Mentions légales" back={back}>
      {({ publisher, host }) => (
        <>
          <h2>Éditeur</h2>
          <p>
            {publisher.name}
            <br />
            {publisher.address}
          </p>
          <p>Direction de la publication&nbsp;: {publisher.director}.</p>
          <h2>Hébergeur</h2>
          <p>
            {host.name}
            <br />
            {host.address}
          </p>
          <h2>Logiciel</h2>
          <p>Espace Coop est un logiciel libre, sous licence AGPL-3.0 ou ultérieure.</p>
          <h2>Données ouvertes</h2>
          <p>
            Les chiffres de chaque année sont publiés pour tous&nbsp;:{' '}
            <Link href={addresses.openData}>les télécharger</Link>.
          </p>
          <h2>Sources des données</h2>
          <p>
            La liste des communes vient de données publiques, sous Licence Ouverte 2.0, réunies par Etalab
            (découpage administratif, millésime {communesYear})&nbsp;:
          </p>
          <ul>
            <li>Insee&nbsp;: code officiel géographique et populations légales&nbsp;;</li>
            <li>La Poste&nbsp;: base officielle des codes postaux&nbsp;;</li>
            <li>DGCL&nbsp;: périmètres des intercommunalités.</li>
          </ul>
        </>
      )}
    </PublicText>
  )
}
