import { ORGANISATIONS } from "./octopi/organisations.js";

/** What is said when the sandbox listens: where everything is, and which credentials it takes. Each line holds the address. */
export function describeStart(origin: string, database: string, controlKey: string | undefined): string {
  const [first, ...others] = ORGANISATIONS.map(({ token }) => token);
  const where =
    database === ":memory:" ? "in memory" : database.startsWith("postgres") ? "in PostgreSQL" : `in ${database}`;
  const control = controlKey === undefined ? "no key" : `Authorization: Bearer ${controlKey}`;
  return [
    `The sandbox of Octopi and Dataloy listens on ${origin} (${where}; Ctrl-C stops it)`,
    `  Octopi   ${origin}/api/v1/…   Authorization: Token token=${first}, or ${others.join(", ")} for the other organisation`,
    `  Dataloy  ${origin}/ws/rest/…  user demo, password demo, or client credentials demo / demo; demo2 for the other tenant`,
    `  Tokens   ${origin}/oauth/token`,
    `  Control  ${origin}/_sandbox/…  ${control}`,
  ].join("\n");
}
