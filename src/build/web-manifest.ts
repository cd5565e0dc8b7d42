import type { ManifestOptions } from 'vite-plugin-pwa'

/** What the platform needs to install the app (W3C Application Manifest). */
export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Espace Coop',
  short_name: 'Espace Coop',
  description: 'Déposer et retrouver ses comptes rendus d’activité, même sans réseau.',
  lang: 'fr',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#0a5a52',
  categories: ['productivity', 'government'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  screenshots: [
    {
      src: '/screenshots/compte-rendu.png',
      sizes: '390x844',
      type: 'image/png',
      form_factor: 'narrow',
      label: 'Un compte rendu en moins d’une demi-minute',
    },
    {
      src: '/screenshots/activites.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide',
      label: 'Les activités par jour, avec le compte rendu ouvert',
    },
  ],
  shortcuts: [
    {
      name: 'Nouveau compte rendu',
      short_name: 'Compte rendu',
      url: '/compte-rendu',
      icons: [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
    },
  ],
}
