import type { ResourceStates } from "@quayside/contract-test/lifecycles";

/** The name of a resource's drawing, unique on the site: `octopi-service-order`. */
export function figureOf({ api, name }: ResourceStates): string {
  return `${api}-${withoutArticle(name).replaceAll(" ", "-")}`;
}

/** The heading of a resource: `Service order`. */
export function headingOf({ name }: ResourceStates): string {
  const noun = withoutArticle(name);
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

function withoutArticle(name: string): string {
  return name.replace(/^an? /, "");
}
