/**
 * Maps items with so many under way at once, and yields what comes of them in the items' order.
 *
 * @param limit - At least 1.
 * @param work - Must not reject.
 * @param cut - Called when the caller stops early: what is under way may end.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
  cut: () => void = () => {},
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for (const item of items) {
      running.push(work(item));
      if (running.length < limit) continue;
      const oldest = running.shift();
      if (oldest !== undefined) yield await oldest;
    }
    while (running.length > 0) {
      const next = running.shift();
      if (next !== undefined) yield await next;
    }
  } finally {
    // Who stops early goes on when nothing is under way any more.
    if (running.length > 0) cut();
    await Promise.all(running);
  }
}
