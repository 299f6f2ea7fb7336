/**
 * Lets so many in at a time, and the others in the order in which they came.
 *
 * @returns A function that waits for a place, and gives what frees it. The signal ends the wait: its reason is thrown.
 */
export function places(count: number): (signal: AbortSignal) => Promise<() => void> {
  const waiting = new Set<() => void>();
  let taken = 0;
  // Whoever is next takes over the place: nobody else can come in between.
  const leave = () => {
    const [next] = waiting;
    if (next) next();
    else taken -= 1;
  };
  return async (signal) => {
    if (taken < count) taken += 1;
    else await turn(waiting, signal);
    return leave;
  };
}

function turn(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const enter = () => {
      waiting.delete(enter);
      resolve();
    };
    waiting.add(enter);
    signal.addEventListener("abort", () => {
      waiting.delete(enter);
      reject(signal.reason);
    });
  });
}
