import { Link } from 'wouter'
import { addresses } from '../../addresses.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { counted } from '../../ui/format/number.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import type { OwnImport } from './use-import.ts'

/** An import that goes on, that was stopped, or that is over: each with what can be done of it. */
export function ImportProgress({ own, onClosed }: { own: OwnImport; onClosed: () => void }) {
  const { state, doing, hasFailed } = own
  if (!state) return null
  const close = () => {
    own.close()
    onClosed()
  }
  if (doing !== 'nothing') {
    return (
      <ProgressLine
        label={doing === 'bringing' ? 'Reprise' : 'Retrait'}
        done={state.done}
        total={state.total}
      >
        {doing === 'bringing' && <Button onClick={own.stop}>Arrêter</Button>}
      </ProgressLine>
    )
  }
  const isOver = state.done === state.total
  const takeBack = (
    <Button variant="quiet" icon="trash" onClick={own.takeBack}>
      Retirer ce qui vient d’être repris
    </Button>
  )
  if (isOver) {
    return (
      <Notice
        tone="good"
        title={`Repris\u00A0: ${counted(state.brought, 'élément', 'éléments')}.`}
        actions={
          <>
            <Button variant="primary" onClick={close}>
              Terminer
            </Button>
            <Link href={addresses.reports} asChild>
              <ButtonLink>Voir les activités</ButtonLink>
            </Link>
            {state.brought > 0 && takeBack}
          </>
        }
      >
        Tout est enregistré sur cet appareil, et sera envoyé dès que le réseau le permet.
      </Notice>
    )
  }
  return (
    <Notice
      tone={hasFailed ? 'bad' : 'warn'}
      title={
        hasFailed
          ? 'La reprise s’est arrêtée\u00A0: cet appareil n’a pas pu enregistrer.'
          : 'Une reprise n’est pas terminée.'
      }
      actions={
        <>
          <Button variant="primary" onClick={own.goOn}>
            Continuer
          </Button>
          {state.brought > 0 ? takeBack : <Button onClick={close}>Abandonner</Button>}
        </>
      }
    >
      {counted(state.done, 'ligne est reprise', 'lignes sont reprises')} sur{' '}
      {counted(state.total, 'ligne', 'lignes')}. Rien n’est perdu ni doublé.
    </Notice>
  )
}
