import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { isMap, parseDocument, type YAMLMap } from "yaml";
import { renameFile, renameSource, suffixOf } from "./rename-source.ts";

const METHODS = ["get", "put", "post", "delete", "patch"];

/**
 * Writes a description of so many operations: copies of the hand-written resources under other names, so that a copy has what a real
 * resource has. The first copy is the original.
 *
 * @param source - The folder of a hand-written description.
 * @param target - A folder that is made.
 * @param count - How many operations, at least 1. Of the last copy only as many are taken as are missing.
 */
export async function writeDescription(source: string, target: string, count: number): Promise<void> {
  const root = parseDocument(await readFile(join(source, "openapi.yaml"), "utf8"));
  const paths = root.get("paths");
  if (!isMap(paths)) throw new Error(`${source}/openapi.yaml has no paths.`);
  const resources = (await readdir(source, { withFileTypes: true })).filter((one) => one.isDirectory());
  await cp(join(source, "shared"), join(target, "shared"), { recursive: true });
  const entries = originals(paths);
  paths.items = [];
  const inOne = await countOperations(source, entries);
  let missing = count;
  for (let copy = 0; missing > 0; copy += 1) {
    const suffix = suffixOf(copy);
    const edit = missing < inOne ? forgetOperations : (text: string) => text;
    for (const { name } of resources) {
      if (name !== "shared") await copyResource(join(source, name), join(target, name + suffix), suffix, edit);
    }
    for (const [path, file] of entries) {
      if (missing === 0) break;
      missing -= await keepOperations(join(target, placeIn(file, suffix)), missing);
      paths.set(copy === 0 ? path : path.replace("/api/v1/", `/api/v1/${suffix.toLowerCase()}/`), {
        $ref: placeIn(file, suffix),
      });
    }
    if (copy > 0) nameTags(root, suffix);
  }
  await writeFile(join(target, "openapi.yaml"), root.toString());
}

function originals(paths: YAMLMap): [path: string, file: string][] {
  return Object.entries(paths.toJSON() as Record<string, { $ref: string }>).map(([path, item]) => [path, item.$ref]);
}

/** `holds/member.yaml` of the copy `Xa` is `holdsXa/member.yaml`. */
function placeIn(file: string, suffix: string): string {
  return file.replace("/", `${suffix}/`);
}

async function countOperations(source: string, entries: readonly (readonly [string, string])[]): Promise<number> {
  const items = await Promise.all(
    entries.map(async ([, file]) => parseDocument(await readFile(join(source, file), "utf8"))),
  );
  return items.flatMap((item) => METHODS.filter((method) => item.has(method))).length;
}

/** What refers to another operation, which may not be in the part of a copy that is taken. */
function forgetOperations(text: string): string {
  return text.replace(/^ *x-(operation|natural-key): .*\n/gm, "");
}

async function copyResource(from: string, to: string, suffix: string, edit: (text: string) => string): Promise<void> {
  const files = (await readdir(from, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name)
      .slice(from.length + 1)
      .replaceAll(sep, "/");
    const target = join(to, renameFile(file, suffix));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, edit(renameSource(file, await readFile(join(parentPath, name), "utf8"), suffix)));
  }
}

/** Leaves the first operations of a path file, at most so many, and says how many it has then. */
async function keepOperations(file: string, most: number): Promise<number> {
  const item = parseDocument(await readFile(file, "utf8"));
  const methods = METHODS.filter((method) => item.has(method));
  for (const method of methods.slice(most)) item.delete(method);
  if (methods.length > most) await writeFile(file, item.toString());
  return Math.min(methods.length, most);
}

/** Every copy's operations are under tags of their own. */
function nameTags(root: ReturnType<typeof parseDocument>, suffix: string): void {
  const tags = root.get("tags");
  const described = (root.toJSON().tags as { name: string; description: string }[]).filter(
    ({ name }) => !/ X[a-z]+$/.test(name),
  );
  if (!tags || typeof tags !== "object" || !("items" in tags)) return;
  for (const { name, description } of described) {
    (tags.items as unknown[]).push(root.createNode({ name: `${name} ${suffix}`, description }));
  }
}
