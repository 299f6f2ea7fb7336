const STATEMENT = /^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"/gm;
const CALL = /(?:\bimport|\b__require|\bcreateRequire\(import\.meta\.url\))\(\s*"([^"]+)"/g;
const URL_BESIDE = /\bnew URL\(\s*"(\.[^"]+)", import\.meta\.url\)/g;

/**
 * Finds what a module names: by import or export, statically or on demand, in types too. It knows the forms that tsc and esbuild write.
 *
 * @param source - JavaScript, or declarations.
 * @returns The specifiers, each once, such as `./open.js`, `node:fs` and `@quayside/spec/octopi.json`.
 */
export function findImports(source: string): string[] {
  const found = [STATEMENT, CALL, URL_BESIDE].flatMap((form) => [...source.matchAll(form)]);
  return [...new Set(found.map(([, first, second]) => first ?? second ?? ""))];
}
