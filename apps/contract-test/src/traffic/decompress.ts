import { promisify } from "node:util";
import zlib from "node:zlib";

type Open = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

/** More encodings on top of each other are nobody's honest work. */
const MAX_ENCODINGS = 4;

/**
 * Takes the content encoding off a body: gzip, deflate, br, and zstd where Node has it. Never rejects.
 *
 * @param contentEncoding - The header's value; empty for none.
 * @returns At most `maxBytes`; undefined for more, and for an encoding that nobody here knows. A body that is broken comes back as it
 *   is, so that what reads it finds it broken.
 */
export async function decompress(
  bytes: Uint8Array,
  contentEncoding: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((each) => each.trim());
  const applied = encodings.filter((each) => each !== "" && each !== "identity");
  if (bytes.length === 0 || applied.length === 0) return bytes;
  if (applied.length > MAX_ENCODINGS) return undefined;
  let plain = bytes;
  // What was applied last comes off first.
  for (const encoding of applied.reverse()) {
    const open = DECODERS.get(encoding);
    if (open === undefined) return undefined;
    try {
      plain = await open(plain, { maxOutputLength: maxBytes });
    } catch (error) {
      return isTooLarge(error) ? undefined : bytes;
    }
  }
  return plain;
}

const inflate: Open = promisify(zlib.inflate);
const inflateRaw: Open = promisify(zlib.inflateRaw);
const gunzip: Open = promisify(zlib.gunzip);

const DECODERS = new Map<string, Open>([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  ["br", promisify(zlib.brotliDecompress)],
  // HTTP says zlib's format, and some servers send it bare.
  ["deflate", (bytes, options) => inflate(bytes, options).catch((error) => retryRaw(error, bytes, options))],
  ...zstd(),
]);

function retryRaw(error: unknown, ...[bytes, options]: Parameters<Open>): Promise<Uint8Array> {
  if (isTooLarge(error)) throw error;
  return inflateRaw(bytes, options);
}

/** Node has zstd since 22.15. A window of 8 MiB is the most that HTTP allows. */
function zstd(): [string, Open][] {
  if (typeof zlib.zstdDecompress !== "function") return [];
  const open = promisify(zlib.zstdDecompress);
  const params = { [zlib.constants.ZSTD_d_windowLogMax]: 23 };
  return [["zstd", (bytes, options) => open(bytes, { ...options, params })]];
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
