import { foldText } from './search/fold-text.ts'

/** Which of its two lists of tags of a report a tag stands in: the advisor's own, or those that the structure sees too. */
export const tagLists = ['tags', 'structureTags'] as const
export type TagList = (typeof tagLists)[number]

/** A list of tags with one under another name; where the other is there already, they become one. */
export function withTagRenamed(tags: readonly string[], from: string, to: string): string[] {
  return [...new Set(tags.map((tag) => (tag === from ? to : tag)))]
}

export function withoutTag(tags: readonly string[], gone: string): string[] {
  return tags.filter((tag) => tag !== gone)
}

/** The tag that exists already under what is typed, but for accents, capitals and punctuation; else what is typed. */
export function tagMeant(typed: string, known: readonly string[]): string {
  const tag = typed.trim()
  const folded = foldText(tag)
  return (
    known.find((name) => name === tag) ??
    known.find((name) => folded !== '' && foldText(name) === folded) ??
    tag
  )
}

/** Known tags that what is typed may be the beginning of, in any of their words. */
export function tagsLike(typed: string, known: readonly string[]): string[] {
  const folded = foldText(typed)
  return folded === '' ? [] : known.filter((name) => ` ${foldText(name)}`.includes(` ${folded}`))
}
