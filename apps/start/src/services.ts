/** A line of the table: what is where. */
export type Address = { label: string; path: string; note?: string };

/** Something that `pnpm start` runs, as a process of its own. */
export type Service = {
  /** In sentences: "The docs site stopped". */
  name: string;
  /** Where its command is run. */
  folder: URL;
  /** What Node runs, before `--port <port>`. On its first line of output that holds an address, the service is ready. */
  command: string[];
  /** The option of `pnpm start` that sets the port, without the dashes. */
  option: string;
  defaultPort: number;
  addresses: Address[];
  /** The rest of a command that shows the service at work, given its origin. */
  firstTry?: (origin: string) => string;
};

/** Everything that `pnpm start` runs, in the order of the table. A further app is one more entry. */
export const services: Service[] = [
  {
    name: "docs site",
    folder: new URL("../../../docs/", import.meta.url),
    command: ["site/main.ts"],
    option: "site-port",
    defaultPort: 4000,
    addresses: [
      { label: "Docs", path: "/" },
      { label: "Octopi reference", path: "/reference/octopi/" },
      { label: "Dataloy reference", path: "/reference/dataloy/" },
      { label: "Sandbox reference", path: "/reference/sandbox/" },
      { label: "Octopi spec", path: "/spec/octopi.yaml" },
      { label: "Dataloy spec", path: "/spec/dataloy.yaml" },
    ],
  },
  {
    name: "mock",
    folder: new URL("../../mock/", import.meta.url),
    command: ["dist/main.js"],
    option: "mock-port",
    defaultPort: 4010,
    addresses: [
      { label: "Octopi mock", path: "", note: "paths begin with /api/v1/" },
      { label: "Dataloy mock", path: "", note: "paths begin with /ws/rest/" },
    ],
    firstTry: (origin) => `curl -H "Authorization: Token token=any" ${origin}/api/v1/service_orders/API_TEST_002.json`,
  },
  {
    name: "sandbox",
    folder: new URL("../../sandbox/", import.meta.url),
    command: ["--max-semi-space-size=4", "dist/command/main.js"],
    option: "sandbox-port",
    defaultPort: 4020,
    addresses: [{ label: "Sandbox", path: "", note: "both APIs with state: token demo, user demo, password demo" }],
    firstTry: (origin) => `curl -H "Authorization: Token token=demo" ${origin}/api/v1/service_orders/SO123456.json`,
  },
];
