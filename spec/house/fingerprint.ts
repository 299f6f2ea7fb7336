import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const WINDOW = 6;

/**
 * The fingerprints of every six words in a row, so that copied prose is known again without being kept.
 *
 * @returns One entry per window, in order; none for a text of fewer than six words.
 */
export function fingerprintsOf(text: string): { words: string; fingerprint: string }[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const windows = words.slice(WINDOW - 1).map((_, start) => words.slice(start, start + WINDOW).join(" "));
  return windows.map((window) => ({ words: window, fingerprint: hash(window) }));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

function isProse(line: string): boolean {
  return !/^\s*(["{}[\]']|curl\b|-[A-Za-z]|--|"|label:|value:|Code |GET |POST |PUT |PATCH |DELETE )/.test(line);
}

// `node house/fingerprint.ts page.txt … > house/vendor-prose.json` refreshes the fingerprints from saved vendor pages.
if (import.meta.main) {
  const prose = process.argv.slice(2).map((file) => readFileSync(file, "utf8").split("\n").filter(isProse));
  const lines = prose.flat();
  const fingerprints = lines.flatMap((line) => fingerprintsOf(line).map(({ fingerprint }) => fingerprint));
  console.log(JSON.stringify([...new Set(fingerprints)].sort()));
}
