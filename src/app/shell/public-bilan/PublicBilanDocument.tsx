import type { PublicPage } from '../../../domain/access/public-link.ts'
import { PublicBilanSheets } from '../../features/read-figures/public-link/PublicBilanSheets.tsx'
import { BrandMark } from '../BrandMark.tsx'
import frame from '../PublicFrame.module.css'
import styles from './public-bilan.module.css'

/** A document that a stranger opens: nothing around it but where it comes from. */
export function PublicBilanDocument({ page }: { page: PublicPage }) {
  return (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <title>{page.kind === 'bilan' ? page.bilan.title : 'Lien fermé – Espace Coop'}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icons/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/public-bilan/style.css" />
      </head>
      <body>
        <main className={`${frame['main']} ${styles['main']}`}>
          <p className={styles.from}>
            <BrandMark size={40} />
            Espace Coop
          </p>
          {page.kind === 'bilan' ? <PublicBilanSheets bilan={page.bilan} level={1} /> : <NoLink />}
        </main>
      </body>
    </html>
  )
}

/** The same words whatever the reason: nobody learns which links there were. */
function NoLink() {
  return (
    <>
      <h1>Ce lien n’existe pas ou n’est plus ouvert</h1>
      <p>
        Un bilan publié par un lien a une fin, et la personne qui l’a publié peut le fermer. Vérifiez que
        l’adresse est entière, ou demandez un nouveau lien à qui vous l’a donnée.
      </p>
      <p>
        <a href="/">Espace Coop</a>
      </p>
    </>
  )
}
