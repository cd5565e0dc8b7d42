import { Notice } from '../../ui/Notice.tsx'

/** What is typed isn't kept: the only thing that the form can't repair by itself. */
export function DraftRefused() {
  return (
    <Notice tone="bad" title="Ce que vous saisissez n’est pas gardé sur cet appareil.">
      La place manque, ou le navigateur refuse. Enregistrez avant de quitter cette page, puis libérez de la
      place.
    </Notice>
  )
}
