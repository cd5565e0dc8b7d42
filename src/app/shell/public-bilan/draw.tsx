import '../../ui/theme.css'
import { renderToStaticMarkup } from 'react-dom/server'
import type { PublicPage } from '../../../domain/access/public-link.ts'
import { PublicBilanDocument } from './PublicBilanDocument.tsx'

/**
 * The page behind a public link, whole, as HTML without a script. Built apart from the application
 * (src/build/public-bilan.ts) for the server to draw it.
 */
export function drawPublicPage(page: PublicPage): string {
  return `<!doctype html>${renderToStaticMarkup(<PublicBilanDocument page={page} />)}`
}
