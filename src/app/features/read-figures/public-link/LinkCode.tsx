import { encode } from 'uqr'
import { QrCode } from '../../../ui/QrCode.tsx'

/** A code that a phone's camera opens a link by, with a margin of four squares. */
export function LinkCode({ url, title }: { url: string; title: string }) {
  const { data } = encode(url, { ecc: 'M', border: 4 })
  return <QrCode squares={data} label={`Code QR qui ouvre la page «\u00A0${title}\u00A0», ${url}`} />
}
