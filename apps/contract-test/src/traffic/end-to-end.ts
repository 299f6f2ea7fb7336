/** Connection options that are passed on as they are: each connection of a sender has one to the target, so they mean the same there. */
const PASSED = ["close", "keep-alive", "te"];

/** A message that lists one of these in `Connection` must not get rid of it: it says where the message ends, or whose it is. */
const NEVER_DROPPED = ["content-length", "transfer-encoding", "host"];

/**
 * The raw headers of a message (name, value, name, value …) without those that HTTP forbids to pass on: what `Connection` lists, offers
 * to change the protocol, and a `Trailer` where none can follow. All others stay as they are, in their order and with their repetitions.
 */
export function endToEnd(raw: readonly string[]): string[] {
  const pairs = pairsOf(raw);
  const listed = pairs.filter(([name]) => isNamed(name, "connection")).flatMap(([, value]) => optionsOf(value));
  const dropped = [
    "proxy-connection",
    "upgrade",
    "http2-settings",
    ...listed.filter((one) => !PASSED.includes(one)),
  ].filter((name) => !NEVER_DROPPED.includes(name));
  const isChunked = pairs.some(([name, value]) => isNamed(name, "transfer-encoding") && /\bchunked\b/i.test(value));
  return pairs.flatMap(([name, value]) => {
    if (isNamed(name, "connection")) return connectionOf(name, value);
    const isDropped = dropped.includes(name.toLowerCase()) || (isNamed(name, "trailer") && !isChunked);
    return isDropped ? [] : [name, value];
  });
}

/** Raw headers as pairs. */
export function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as [string, string]] : []));
}

/** What is wholly passed on keeps its spelling. */
function connectionOf(name: string, value: string): string[] {
  const options = optionsOf(value);
  const kept = options.filter((option) => PASSED.includes(option));
  if (kept.length === options.length) return [name, value];
  return kept.length === 0 ? [] : [name, kept.join(", ")];
}

function optionsOf(value: string): string[] {
  return value.split(",").map((option) => option.trim().toLowerCase());
}

function isNamed(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted;
}
