import { Notice } from '../../ui/Notice.tsx'

/** The device could not keep the report: nothing is lost as long as the page stays open. */
export function SaveRefused() {
  return (
    <Notice tone="bad" title="Cet appareil n’a pas pu enregistrer le compte rendu.">
      Ce que vous avez saisi est toujours là&nbsp;: gardez cette page ouverte, libérez de la place sur
      l’appareil, puis enregistrez de nouveau.
    </Notice>
  )
}
