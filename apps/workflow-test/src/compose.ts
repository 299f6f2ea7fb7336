import { parse } from "yaml";
import { readText } from "./repository.ts";

/** One service, as far as the tests look at it. */
export type Service = {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
};

/** The services of compose.yaml by their names, with each variable's default in its place, as where nobody set it. */
export function readServices(): Readonly<Record<string, Service>> {
  const text = readText("compose.yaml").replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1");
  return (parse(text, { merge: true }) as { services: Record<string, Service> }).services;
}
