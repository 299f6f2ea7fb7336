import { readTarball } from "./read-tarball.ts";

/** What is read of a packed `package.json`. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly repository?: { readonly url: string };
} & Readonly<Record<string, unknown>>;

/** Reads a tarball's `package.json`. */
export function readManifest(tarball: Uint8Array): Manifest {
  const file = readTarball(tarball).get("package.json");
  if (file === undefined) throw new Error("There is no package.json in the tarball.");
  return JSON.parse(file.bytes.toString("utf8"));
}
