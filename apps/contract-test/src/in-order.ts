/**
 * Maps items with so many under way at once, and yields what comes of them in the items' order.
 *
 * @param limit - At least 1.
 * @param work - Must not reject.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    running.push(work(item));
    if (running.length < limit) continue;
    const oldest = running.shift();
    if (oldest !== undefined) yield await oldest;
  }
  for (const rest of running) yield await rest;
}
