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

/** Runs one piece of work at a time of those that have the same name. */
export type NamedQueue = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Opens queues that come and go with the work in them. */
export function exclusivelyByName(): NamedQueue {
  const queues = new Map<string, { take: <T>(work: () => Promise<T>) => Promise<T>; size: number }>();
  return async (name, work) => {
    const queue = queues.get(name) ?? { take: exclusively(), size: 0 };
    queues.set(name, queue);
    queue.size += 1;
    try {
      return await queue.take(work);
    } finally {
      queue.size -= 1;
      if (queue.size === 0) queues.delete(name);
    }
  };
}
