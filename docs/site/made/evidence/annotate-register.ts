import type { DescribedApi } from "./described-api.ts";
import type { Register } from "./read-register.ts";
import { whereItMatters } from "./write-by-entry.ts";

/** The register with a line in each entry that says where it matters. Everything else stays as it is written. */
export function annotateRegister(apis: readonly DescribedApi[], { source }: Register): string {
  return source.replace(/^### (D-\d+) [\s\S]*?(?=\n+(?:#|$(?![\s\S])))/gm, (entry, number: string) => {
    return `${entry.trimEnd()}\n- **Where it matters:** ${whereItMatters(apis, { number })}`;
  });
}
