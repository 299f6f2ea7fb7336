/**
 * Turbo builds what this app depends on, and nothing else.
 *
 * @param published - The names of the packages that are published.
 * @param manifest - This app's `package.json`.
 * @throws Error when a published package is no dependency: an old build of it would be packed, or none.
 */
export function requireBuilt(
  published: readonly string[],
  { devDependencies }: { readonly devDependencies: Readonly<Record<string, string>> },
): void {
  const missing = published.filter((name) => !Object.hasOwn(devDependencies, name));
  if (missing.length === 0) return;
  const lines = missing.map((name) => `"${name}": "workspace:*"`).join(", ");
  throw new Error(`Add ${lines} to devDependencies in apps/release/package.json, or make it private.`);
}
