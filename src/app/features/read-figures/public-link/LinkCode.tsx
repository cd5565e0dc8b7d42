import { QrCode } from '../../../ui/QrCode.tsx'

/** A code that a phone's camera opens a link by. */
export function LinkCode({ url, title }: { url: string; title: string }) {
  return <QrCode text={url} label={`Code QR qui ouvre la page «\u00A0${title}\u00A0», ${url}`} />
}
