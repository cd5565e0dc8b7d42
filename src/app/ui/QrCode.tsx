import styles from './QrCode.module.css'

export interface QrCodeProps {
  /** Row by row, which are black, with four of white around without which cameras don't find it. */
  squares: readonly (readonly boolean[])[]
  /** For whoever doesn't see it: where it leads. */
  label: string
}

/** A QR code: black on white, in the dark and on paper too, since that is how cameras read it. */
export function QrCode({ squares, label }: QrCodeProps) {
  const { length: size } = squares
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what is drawn here has no file that an image could show
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={pathOf(squares)} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}

/** One path for all: each black square goes around itself. */
function pathOf(rows: QrCodeProps['squares']): string {
  return rows.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}
