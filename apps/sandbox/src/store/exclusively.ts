/** Runs one piece of work at a time, in the order in which they came. */
export function exclusively(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = false;
  return async (work) => {
    if (busy) await new Promise<void>((turn) => waiting.push(turn));
    busy = true;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is next stays in the place of who was before: nobody else can come in between.
      if (next === undefined) busy = false;
      else next();
    }
  };
}
