const plain = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const share = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 })
const finerShare = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 })

/** « 1 234,5 »: at most one decimal; the thousands are held together by narrow no-break spaces. */
export function formatNumber(value: number): string {
  return plain.format(value)
}

/** A ratio as « 12 % »; below one per cent as « 0,4 % », so that a little is not said to be nothing. */
export function formatShare(ratio: number): string {
  return Math.abs(ratio) < 0.01 ? finerShare.format(ratio) : share.format(ratio)
}

/** « 0 compte rendu », « 1 compte rendu », « 1 234 comptes rendus »: in French the plural begins at two. */
export function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count)}\u00A0${Math.abs(count) < 2 ? one : many}`
}

/** What a person typed as a number: spaces of thousands and comma welcome; `null` when it isn't one. */
export function parseNumber(text: string): number | null {
  const bare = text.replace(/\s/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null
}
