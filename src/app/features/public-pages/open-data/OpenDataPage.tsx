import { useEffect, useState } from 'react'
import type { Catalogue } from '../../../../domain/open-data/catalogue.ts'
import { licence } from '../../../../domain/open-data/licence.ts'
import { fetchCatalogue } from '../../../data/open-data.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Prose } from '../../../ui/Prose.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { Dictionary } from './Dictionary.tsx'
import { EditionFiles } from './EditionFiles.tsx'

export interface OpenDataPageProps {
  /** Where back goes: the sign-in page for those who are not signed in. */
  back: string
}

/** What is published for everybody: the files of each year, what they hold, and how to use them. */
export function OpenDataPage({ back }: OpenDataPageProps) {
  return (
    <Page
      title="Données ouvertes"
      lead="Ce que font les conseillers et conseillères numériques, par département et par mois. Libre de réutilisation."
      back={{ href: back }}
    >
      <Stack gap="section">
        <Editions />
        <Prose>
          <h2>Comment ces nombres sont faits</h2>
          <p>
            Chaque année est comptée une fois, au plus tôt 45&nbsp;jours après sa fin, puis ne change
            plus&nbsp;: ce qui est déposé plus tard n’y est pas ajouté. Deux téléchargements donnent toujours
            le même fichier.
          </p>
          <h2>Ce qui est masqué</h2>
          <p>
            Un nombre de 1 à 4&nbsp;personnes n’est jamais publié. Le mois est alors remplacé par le trimestre
            ou par l’année, ou la case reste vide. D’autres nombres le sont aussi, pour que personne ne
            retrouve le premier par soustraction.
          </p>
          <h2>Réutiliser</h2>
          <p>
            Licence&nbsp;: <a href={licence.path}>{licence.title}</a>. Vous pouvez copier, modifier et publier
            ces données, même à des fins commerciales, en citant leur source et l’année.
          </p>
          <p>
            Le fichier <code>datapackage.json</code> décrit chaque colonne pour les programmes (Data Package
            et Table Schema). Les systèmes de l’État lisent les mêmes lignes par une interface, dont voici la{' '}
            <a href="/api/v1/openapi.json">description OpenAPI</a>&nbsp;; l’accès est donné par jeton.
          </p>
        </Prose>
        <Dictionary />
      </Stack>
    </Page>
  )
}

type View =
  { readonly phase: 'asking' | 'unreachable' } | { readonly phase: 'known'; readonly catalogue: Catalogue }

function Editions() {
  const view = useCatalogue()
  switch (view.phase) {
    case 'asking':
      return <Loading>Lecture des fichiers publiés…</Loading>
    case 'unreachable':
      return (
        <Notice title="Les fichiers se téléchargent avec du réseau.">
          Vérifiez le réseau, puis rouvrez cette page.
        </Notice>
      )
    case 'known':
      return view.catalogue.editions.length === 0 ? (
        <EmptyState icon="calendar" title="Rien n’est encore publié.">
          Une année est publiée 45&nbsp;jours après sa fin.
        </EmptyState>
      ) : (
        view.catalogue.editions.map((edition) => <EditionFiles key={edition.number} edition={edition} />)
      )
  }
}

function useCatalogue(): View {
  const [view, setView] = useState<View>({ phase: 'asking' })
  useEffect(() => {
    let isShown = true
    const ask = async () => {
      const catalogue = await fetchCatalogue()
      if (isShown) setView(catalogue ? { phase: 'known', catalogue } : { phase: 'unreachable' })
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [])
  return view
}
