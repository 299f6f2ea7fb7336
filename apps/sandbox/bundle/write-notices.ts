import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Metafile } from "esbuild";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = `\n${"-".repeat(80)}\n\n`;

/**
 * Writes what a bundle owes to those whose code is in it: the name, the version and the licence text of every package from the registry.
 *
 * @param metafile - esbuild's, its paths relative to `folder`, which is the working folder by default.
 * @throws Error when a package in the bundle has no licence text: it may not be handed on then.
 */
export async function writeNotices(metafile: Metafile, folder = "."): Promise<string> {
  const roots = new Set(bundledFiles(metafile).map((file) => rootOf(resolve(folder, file))));
  const notices = await Promise.all([...roots].map(writeNotice));
  return ["The files beside this one contain code of these packages.\n", ...notices.sort()].join(RULE);
}

/** Code of the registry of which something is left in an output. Our own packages are links, and esbuild names what a link leads to. */
function bundledFiles({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return used.filter((file) => file.split("/").includes("node_modules"));
}

/** The folder right under the innermost `node_modules`; a package with a scope is one deeper. */
function rootOf(file: string): string {
  const above = dirname(file);
  const holder = basename(dirname(above)).startsWith("@") ? dirname(dirname(above)) : dirname(above);
  return basename(holder) === "node_modules" && !basename(above).startsWith("@") ? above : rootOf(above);
}

async function writeNotice(root: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const files = (await readdir(root)).filter((file) => LICENCE_FILE.test(file)).sort();
  if (files.length === 0) {
    throw new Error(`${name} ${version} (${license}) is in the bundle and has no licence text. Bundle without it.`);
  }
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join("\n\n").concat("\n");
}
