type Global = { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };

/** A variable of the environment; undefined where there is none, as in browsers. An empty one counts as missing. */
export function variable(name: string): string | undefined {
  return (globalThis as Global).process?.env?.[name] || undefined;
}
