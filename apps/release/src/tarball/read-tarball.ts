import { gunzipSync } from "node:zlib";

/** A file in a tarball. */
export type PackedFile = { readonly bytes: Buffer; readonly executable: boolean };

const BLOCK = 512;
const FILE = ["0", "\0"];

/**
 * Reads a package's tarball.
 *
 * @returns The files by path, with slashes, without the folder `package/` that all are in, in the tarball's order.
 * @throws Error for an entry that is no plain file, such as a link: npm would not unpack it.
 */
export function readTarball(tarball: Uint8Array): Map<string, PackedFile> {
  const tar = gunzipSync(tarball);
  const files = new Map<string, PackedFile>();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const { path, size, mode, type } = readHeader(tar.subarray(at, at + BLOCK));
    if (!FILE.includes(type)) throw new Error(`${path} is no plain file: its type in the tarball is "${type}".`);
    const start = at + BLOCK;
    const file = { bytes: tar.subarray(start, start + size), executable: (mode & 0o111) === 0o111 };
    files.set(path.replace(/^package\//, ""), file);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** The header of ustar; see the manual of tar, POSIX 1003.1. */
function readHeader(header: Buffer) {
  const text = (start: number, length: number) => header.toString("utf8", start, start + length).replace(/\0.*$/s, "");
  const octal = (start: number, length: number) => Number.parseInt(text(start, length), 8);
  const prefix = text(345, 155);
  const path = prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  return { path, size: octal(124, 12), mode: octal(100, 8), type: header.toString("latin1", 156, 157) };
}
