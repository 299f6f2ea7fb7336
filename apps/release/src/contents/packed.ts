import { readFileSync } from "node:fs";
import { listTarballs } from "../outside/install.ts";
import { type Manifest, readManifest } from "../tarball/read-manifest.ts";
import { type PackedFile, readTarball } from "../tarball/read-tarball.ts";

/** A package as its tarball has it. */
export type Packed = {
  readonly name: string;
  /** The path of the tarball. */
  readonly tarball: string;
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, PackedFile>;
  /** A file's text. Throws when there is no such file. */
  readonly text: (path: string) => string;
};

/** Reads the tarballs that this app built. */
export async function readPacked(): Promise<Packed[]> {
  return (await listTarballs()).map((tarball) => {
    const bytes = readFileSync(tarball);
    const manifest = readManifest(bytes);
    const files = readTarball(bytes);
    return { name: manifest.name, tarball, manifest, files, text: (path) => textOf(files, path) };
  });
}

function textOf(files: ReadonlyMap<string, PackedFile>, path: string): string {
  const file = files.get(path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  return file.bytes.toString("utf8");
}
