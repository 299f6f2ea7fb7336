import { createHash, timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same. How long it takes tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
