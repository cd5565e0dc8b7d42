import { Link } from 'wouter'
import type { PublicInformation } from '../../domain/access/public-information.ts'
import { addresses } from '../addresses.ts'
import styles from './LegalFooter.module.css'

export interface LegalFooterProps {
  accessibility: PublicInformation['accessibility']
}

/** What the law asks to be in reach of everybody, the state of accessibility in so many words. */
export function LegalFooter({ accessibility }: LegalFooterProps) {
  return (
    <footer className={styles.footer} data-print="hide">
      <ul>
        <li>
          <Link href={addresses.accessibility}>Accessibilité&nbsp;: {words[accessibility]}</Link>
        </li>
        <li>
          <Link href={addresses.legal}>Mentions légales</Link>
        </li>
        <li>
          <Link href={addresses.personalData}>Données personnelles</Link>
        </li>
        <li>
          <Link href={addresses.help}>Aide et contact</Link>
        </li>
        <li>
          <a href={addresses.verification}>Vérifier une attestation</a>
        </li>
      </ul>
    </footer>
  )
}

const words = {
  totalement: 'totalement conforme',
  partiellement: 'partiellement conforme',
  non: 'non conforme',
} as const
