import { encode } from 'uqr'
import styles from './QrCode.module.css'

export interface QrCodeProps {
  /** What a camera reads. */
  text: string
  /** For whoever doesn't see it: where it leads. */
  label: string
}

/** Squares of white around it, without which cameras don't find it. */
const quiet = 4

/** A QR code: black on white, in the dark and on paper too, since that is how cameras read it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: quiet })
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squaresOf(data)} fill="#000000" />
    </svg>
  )
}

/** One path for all: a black square each. */
function squaresOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
}
