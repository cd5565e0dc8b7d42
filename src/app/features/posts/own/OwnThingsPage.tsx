import { Fragment, type ReactNode } from 'react'
import { errorCatalogue } from '../../../../domain/errors.ts'
import type { ScopeId } from '../../../../domain/ids.ts'
import { addresses, signInHref } from '../../../addresses.ts'
import { useServerAnswer, type AnsweredBy } from '../../../data/react/use-server-answer.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { KeptAnswerState, type KeptAnswerStateProps } from '../../../ui/KeptAnswerState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Stack } from '../../../ui/Stack.tsx'

/** What is told of one at a structure, by one's scope there. */
interface OfScope {
  readonly scope: ScopeId
}

export interface OwnThingsPageProps<S extends OfScope> {
  title: string
  lead: string
  /** The same object always. */
  by: AnsweredBy<string, { structures: S[] }>
  words: Pick<KeptAnswerStateProps, 'kept' | 'absent' | 'signIn'>
  children: (own: S) => ReactNode
}

/** A page of one's own, structure by structure: as the server tells it now, else as it was kept on the device. */
export function OwnThingsPage<S extends OfScope>(props: OwnThingsPageProps<S>) {
  const { title, lead, by, words, children } = props
  const { answer, phase, reload } = useServerAnswer('mine', by)
  return (
    <Page title={title} lead={lead} back={{ href: addresses.more }}>
      <Stack gap="section">
        <KeptAnswerState
          phase={phase}
          asking={!answer && 'Lecture en cours…'}
          isKept={answer !== undefined}
          {...words}
          signInHref={signInHref(window.location.pathname)}
          refusals={errorCatalogue}
          onAgain={reload}
        />
        {answer?.structures.length === 0 && (
          <EmptyState icon="building" title="Aucune structure ne vous emploie ici." />
        )}
        {answer?.structures.map((own) => (
          <Fragment key={own.scope}>{children(own)}</Fragment>
        ))}
      </Stack>
    </Page>
  )
}
