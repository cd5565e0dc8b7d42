import { Status } from '../../../ui/Status.tsx'

export interface RoomOnPaperProps {
  /** Sheets that the model is made for. */
  most: number
  /** Sheets that the choices take; undefined until they are drawn. */
  sheets: number | undefined
}

/** Whether what is chosen holds on its pages, beside the choice; and what becomes of it where it doesn’t. */
export function RoomOnPaper({ most, sheets }: RoomOnPaperProps) {
  const pages = most === 1 ? 'une page A4' : `${most} pages A4`
  if (sheets === undefined) return <Status>{null}</Status>
  return sheets > most ? (
    <Status tone="warn">
      Ces choix prennent plus d’{most === 1 ? pages : `espace que ${pages}`}. Retirez des blocs ou
      raccourcissez vos mots. Sinon, la suite s’imprimera sur une page de plus, sans couper de bloc.
    </Status>
  ) : (
    <Status>Sur papier, tout tient sur {pages}.</Status>
  )
}
