import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Loading } from '../../../ui/Loading.tsx'

/** Drawn by what is read when it is first asked for. */
const LinkCode = lazy(async () => ({ default: (await import('./LinkCode.tsx')).LinkCode }))

/** The code of a link, to be shown to somebody's camera. */
export function CodeOfLink({ url, title }: { url: string; title: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Code QR</Button>
      {isOpen && (
        <Dialog
          open
          title={`Code QR\u00A0: ${title}`}
          onClose={() => setOpen(false)}
          actions={<Button onClick={() => setOpen(false)}>Fermer</Button>}
        >
          <Suspense fallback={<Loading>Dessin du code…</Loading>}>
            <LinkCode url={url} title={title} />
          </Suspense>
          <p>Le viser avec l’appareil photo d’un téléphone ouvre la page.</p>
        </Dialog>
      )}
    </>
  )
}
