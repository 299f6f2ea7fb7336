import type { Collection } from "../collection.ts";

/** What a program shows of a collection: its folders with their requests. */
export function writeTree({ name, folders, requests }: Collection): string {
  const width = Math.max(...requests.map(({ method }) => method.length));
  const lines = folders.flatMap((folder) => {
    const inside = requests.filter((request) => request.folder === folder.name);
    return [`  ${folder.name}`, ...inside.map((request) => `    ${request.method.padEnd(width)}  ${request.name}`)];
  });
  return [name, ...lines].join("\n");
}
