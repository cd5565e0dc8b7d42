import type { ReactNode } from 'react'
import type { PublicInformation } from '../../../domain/access/public-information.ts'
import { usePublicInformation } from '../../data/react/use-public-information.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Prose } from '../../ui/Prose.tsx'

export interface PublicTextProps {
  title: string
  back: string
  children: (information: PublicInformation) => ReactNode
}

/** A text that names people and organisations: they come from the server, once, and stay on the device. */
export function PublicText({ title, back, children }: PublicTextProps) {
  const view = usePublicInformation()
  return (
    <Page title={title} back={{ href: back }}>
      {view.phase === 'asking' && <Loading />}
      {view.phase === 'unreachable' && (
        <Notice announce="never" title="Cette page n’a pas encore été lue sur cet appareil.">
          Ouvrez-la une fois avec du réseau&nbsp;: elle se lira ensuite sans réseau.
        </Notice>
      )}
      {view.phase === 'known' && <Prose>{children(view.information)}</Prose>}
    </Page>
  )
}
