/** A copy of what flows by. */
export type Copy = {
  add(chunk: Uint8Array): void;
  /** Undefined when more came than is kept. */
  bytes(): Uint8Array | undefined;
};

/** Keeps a copy of at most so many bytes. It grows by doubling, so that a body in a million pieces takes no more room than in one. */
export function keepCopy(maxBytes: number): Copy {
  let kept = new Uint8Array(0);
  let length = 0;
  let isWhole = true;
  return {
    add(chunk) {
      length += chunk.length;
      isWhole &&= length <= maxBytes;
      if (!isWhole) kept = new Uint8Array(0);
      else if (length > kept.length) kept = grown(kept, length);
      if (isWhole) kept.set(chunk, length - chunk.length);
    },
    bytes: () => (isWhole ? kept.slice(0, length) : undefined),
  };
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(length, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
