/** What a copy of a resource is called: nothing for the first one, then `Xa`, `Xb`, … `Xz`, `Xaa`, … */
export function suffixOf(copy: number): string {
  if (copy === 0) return "";
  let letters = "";
  for (let rest = copy; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return `X${letters}`;
}

/**
 * The text of a YAML file of a resource, for a copy of that resource: every name that may stand in an API once has the suffix.
 *
 * @param file - Its place in the resource's folder, such as `schemas/Hold.yaml`.
 * @throws Error when it refers to another resource, of which there are several too.
 */
export function renameSource(file: string, text: string, suffix: string): string {
  if (suffix === "") return text;
  const renamed = text
    .replace(/(\$ref:\s*['"]?)([^\s'"}]+)/g, (_, key: string, reference: string) => {
      return key + renameReference(reference, file, suffix);
    })
    .replace(/\b(operationId|x-operation|lookup): (\w+)/g, `$1: $2${suffix}`)
    .replace(/^( *tags: \[)([^\]]+)\]/gm, `$1$2 ${suffix}]`);
  return file === "parameters.yaml" ? renamed.replace(/^(\w+):/gm, `$1${suffix}:`) : renamed;
}

/** Where a file of a resource lies in a copy of it: schemas and examples are named after their files. */
export function renameFile(file: string, suffix: string): string {
  if (suffix === "") return file;
  const example = /^((?:.*\/)?examples\/[^/]+)\.yaml$/.exec(file)?.[1];
  if (example !== undefined) return `${example}-${suffix.toLowerCase()}.yaml`;
  return file.replace(/(^|\/)([A-Z]\w*)\.yaml$/, `$1$2${suffix}.yaml`);
}

function renameReference(reference: string, from: string, suffix: string): string {
  const [path = "", fragment] = reference.split("#", 2);
  if (/(^|\/)shared\//.test(path)) return reference;
  if (path.startsWith("../") && !from.includes("/")) {
    throw new Error(
      `${from} refers to ${reference}, of another resource. Say in rename-source.ts which copy is meant.`,
    );
  }
  const key = fragment !== undefined && /(^|\/)parameters\.yaml$/.test(path) ? `${fragment}${suffix}` : fragment;
  return renameFile(path, suffix) + (key === undefined ? "" : `#${key}`);
}
