import { addresses } from '../addresses.ts'
import type { IconName } from '../ui/icon-paths.ts'
import type { Capacities } from './capacities.ts'

export interface Tab {
  address: string
  label: string
  icon: IconName
}

const home: Tab = { address: addresses.home, label: 'Accueil', icon: 'home' }
const reports: Tab = { address: addresses.reports, label: 'Activités', icon: 'list' }
const figures: Tab = { address: addresses.figures, label: 'Chiffres', icon: 'chart' }
const structure: Tab = { address: addresses.structure, label: 'Structure', icon: 'building' }
const more: Tab = { address: addresses.more, label: 'Plus', icon: 'more' }

/** The ways in, the same at the bottom of a phone and on the left of a laptop. */
export function tabsFor({ files, reads }: Capacities): readonly Tab[] {
  if (files) return reads ? [home, reports, figures, structure, more] : [home, reports, figures, more]
  return reads ? [structure, more] : [home, more]
}

/** Whether a tab is the one that the address is under. */
export function isUnder(tab: Tab, path: string): boolean {
  return path === tab.address || (tab.address !== addresses.home && path.startsWith(`${tab.address}/`))
}
