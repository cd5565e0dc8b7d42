import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { SignedInPerson } from '../../../domain/access/signed-in-person.ts'
import { addresses } from '../../addresses.ts'
import {
  ownCommunityAddress,
  ownContractsAddress,
  ownKitAddress,
  ownTrainingAddress,
  ownReadingsAddress,
  ownRemindersAddress,
  ownTimeAddress,
} from '../../later-addresses.ts'
import { List } from '../../ui/List.tsx'
import { ListRow } from '../../ui/ListRow.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { Account } from './Account.tsx'
import { Appearance } from './Appearance.tsx'
import { KeepStored } from './KeepStored.tsx'
import { OwnStructures } from './OwnStructures.tsx'
import { OwnTeams } from './OwnTeams.tsx'

export interface MorePageProps {
  person: SignedInPerson
  /** How to install the app here, or that it is. */
  install: ReactNode
}

/** Plus: who one is here, how the app looks and stores, and the ways to everything else. */
export function MorePage({ person, install }: MorePageProps) {
  const readsStructures = person.memberships.length > 0
  const { ledTeams = [] } = person
  return (
    <Page title="Plus">
      <Stack gap="section">
        <Account person={person} />
        {person.scopes.length > 0 && <OwnStructures scopes={person.scopes} />}
        {ledTeams.length > 0 && <OwnTeams teams={ledTeams} />}
        <nav aria-labelledby="pages">
          <h2 id="pages">Autres pages</h2>
          <List labelledBy="pages">
            {person.scopes.length > 0 && (
              <PageRow
                href={ownContractsAddress}
                title="Mes contrats"
                detail="Poste, dates, temps de travail, et les échéances"
              />
            )}
            {person.scopes.some(({ role }) => role === 'advisor') && (
              <PageRow href="/a-verifier" title="À vérifier" detail="Ce que votre structure regarde aussi" />
            )}
            {person.scopes.some(({ role }) => role === 'advisor') && (
              <PageRow
                href={ownReadingsAddress}
                title="Qui a lu mes comptes rendus"
                detail="Ce que votre structure a ouvert, et quand"
              />
            )}
            {person.scopes.length > 0 && (
              <PageRow
                href={ownKitAddress}
                title="Ma tenue et mon matériel"
                detail="Ce qui m’est remis, ma taille, ce que je rends"
              />
            )}
            {person.scopes.some(({ role }) => role === 'advisor') && (
              <PageRow
                href={ownTrainingAddress}
                title="Ma formation"
                detail="Mon calendrier, mes présences, mes examens"
              />
            )}
            {person.scopes.length > 0 && (
              <PageRow
                href={ownCommunityAddress}
                title="Vie de la communauté"
                detail="Webinaires, rencontres, formations, et leur calendrier"
              />
            )}
            {person.scopes.some(({ role }) => role === 'advisor') && (
              <PageRow
                href={ownTimeAddress}
                title="Où passe mon temps"
                detail="Semaine par semaine, d’après mes comptes rendus"
              />
            )}
            {readsStructures && <PageRow href={addresses.structure} title="Ma structure" />}
            {otherPages.map((page) => (
              <PageRow key={page.href} {...page} />
            ))}
          </List>
        </nav>
        <section aria-labelledby="appareil">
          <Stack>
            <h2 id="appareil">Cet appareil</h2>
            {install}
            <KeepStored />
            <Appearance />
          </Stack>
        </section>
      </Stack>
    </Page>
  )
}

function PageRow({ href, title, detail }: { href: string; title: string; detail?: string }) {
  return (
    <Link href={href} asChild>
      <ListRow title={title} detail={detail} />
    </Link>
  )
}

const otherPages: readonly { href: string; title: string; detail?: string }[] = [
  { href: addresses.beneficiaries, title: 'Personnes suivies', detail: 'Leurs fiches, que vous seul voyez' },
  { href: addresses.agenda, title: 'Agenda', detail: 'Vos rendez-vous, et ceux de votre calendrier' },
  { href: addresses.absences, title: 'Mes absences', detail: 'Congé, maladie, formation, temps partiel' },
  { href: addresses.places, title: 'Mes lieux', detail: 'Là où vous recevez, et les lieux itinérants' },
  { href: addresses.tags, title: 'Étiquettes', detail: 'Renommer, réunir, retirer' },
  { href: addresses.models, title: 'Modèles', detail: 'Les comptes rendus qui reviennent souvent' },
  { href: addresses.panorama, title: 'Panorama des services', detail: 'Les trois missions, thème par thème' },
  { href: addresses.tour, title: 'Visite', detail: 'Tout ce qu’il y a, en cinq minutes' },
  { href: addresses.practice, title: 'S’entraîner', detail: 'Tout essayer, sans rien envoyer' },
  { href: addresses.fieldHelp, title: 'Remplir un compte rendu', detail: 'Chaque champ, avec un exemple' },
  { href: addresses.takeOut, title: 'Prendre mes données', detail: 'CSV, classeur ou JSON, sans réseau' },
  {
    href: addresses.bringIn,
    title: 'Reprendre un fichier',
    detail: 'D’un tableur, d’un autre outil ou d’un export',
  },
  { href: addresses.sync, title: 'Synchronisation', detail: 'Ce qui est envoyé, ce qui attend' },
  { href: addresses.devices, title: 'Mes appareils', detail: 'Déconnecter un téléphone perdu' },
  { href: ownRemindersAddress, title: 'Relances', detail: 'Ce qui vous est envoyé par courriel' },
  { href: addresses.diagnostic, title: 'Diagnostic', detail: 'Pour l’assistance, sans donnée personnelle' },
  { href: addresses.openData, title: 'Données ouvertes', detail: 'Les chiffres publiés pour tous' },
  { href: addresses.help, title: 'Aide et contact' },
  { href: addresses.personalData, title: 'Données personnelles' },
  { href: addresses.accessibility, title: 'Accessibilité' },
  { href: addresses.legal, title: 'Mentions légales' },
]
