/** Places for those who may be at something at once. */
export type Places = {
  /** Takes a place; false where there is none. */
  enter(): boolean;
  /** Waits for a place, in the order of coming, and takes it. When the signal ends the wait, nothing comes of the promise. */
  wait(signal: AbortSignal): Promise<void>;
  /** Leaves a place, to whoever waits for one: nobody else can come in between. */
  leave(): void;
};

/** Opens so many places. */
export function openPlaces(count: number): Places {
  const waiting = new Set<() => void>();
  let free = count;
  return {
    enter: () => {
      if (free === 0) return false;
      free -= 1;
      return true;
    },
    wait: (signal) =>
      new Promise((resolve) => {
        const come = () => {
          waiting.delete(come);
          resolve();
        };
        waiting.add(come);
        signal.addEventListener("abort", () => waiting.delete(come));
      }),
    leave: () => {
      const [next] = waiting;
      if (next) next();
      else free += 1;
    },
  };
}
