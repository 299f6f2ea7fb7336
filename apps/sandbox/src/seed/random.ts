/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** A whole number from 0 up to `below`, which is left out. */
  below(below: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
};

/** Opens the generator known as mulberry32, with a seed from 0 to 4,294,967,295. */
export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
