import { listOperationGroups } from "./operation-pages/list-operation-groups.ts";
import { listPages, recordPages, routeOf } from "./routes.ts";

/** The two vendors' APIs: their names on the site and in addresses. */
export const apis = [
  { id: "octopi", name: "Octopi TOS" },
  { id: "dataloy", name: "Dataloy VMS" },
] as const;

/** Every API that has a reference page: beside the vendors', the sandbox's own, which carries no evidence marks. */
export const references = [...apis, { id: "sandbox", name: "Sandbox" }] as const;

/** What the header of every page leads to, the reference pages included: addresses from the site's root. */
export const headerLinks = [
  { label: "Guides", href: "/guides/getting-started/" },
  ...references.map(({ id, name }) => ({ label: name, href: `/reference/${id}/` })),
  { label: "Discrepancies", href: "/discrepancies/" },
];

/** The guides in reading order, then the references of the APIs and of the client, then the record. */
export async function sidebar() {
  return [
    { label: "Guides", items: guides.map((name) => `guides/${name}`) },
    { label: "Reference", items: await Promise.all(references.map(reference)) },
    { label: "Client reference", items: listPages(["client"]).map(routeOf) },
    { label: "Record", items: [...listPages(["discrepancies.md", ...recordPages]).map(routeOf), ...decisions()] },
  ];
}

async function reference({ id, name }: (typeof references)[number]) {
  const whole = { label: "All on one page", link: `/reference/${id}/` };
  return { label: `${name} API`, collapsed: true, items: [whole, ...(await listOperationGroups(id))] };
}

const guides = [
  "getting-started",
  "client",
  "credentials",
  "errors",
  "retries",
  "lists",
  "fields-and-filters",
  "logging-and-tracing",
  "testing-your-code",
  "mock",
  "sandbox",
  "postman-insomnia-bruno",
  "contract-testing",
  "contract-tests-in-ci",
  "evidence",
];

function decisions() {
  const items = listPages(["decisions"]).map(routeOf);
  return items.length === 0 ? [] : [{ label: "Decisions", collapsed: true, items }];
}
