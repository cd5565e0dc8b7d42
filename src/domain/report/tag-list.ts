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
