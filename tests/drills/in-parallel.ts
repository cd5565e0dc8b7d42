/** Does some work with each of many, so many at a time; the answers are in their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  const queue = items.entries()
  // One iterator for all: each takes the next one that nobody has.
  const take = async () => {
    for (const [index, item] of queue) answers[index] = await work(item)
  }
  await Promise.all(Array.from({ length: width }, take))
  return answers
}
