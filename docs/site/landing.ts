/** What the start page says of itself, on the page and in its Markdown twin. */
export const landing = {
  title: "OpenAPI for Octopi and Dataloy",
  description:
    "OpenAPI descriptions, a typed client, a mock, a sandbox and contract tests for the Octopi and Dataloy APIs.",
  headline: "Two port APIs, described once and held to it.",
  /** @param operations - How many both APIs have. */
  tagline: (operations: number) =>
    `Octopi and Dataloy publish prose. Quayside is a hand-written OpenAPI 3.1 description of their ${operations} operations, and what follows from it: a typed client, a mock, a sandbox with state, this reference and contract tests.`,
  about: {
    octopi:
      "A terminal operating system. Service orders, truck visits' interchanges, line items and holds of bills of lading.",
    dataloy:
      "Voyage management. Service orders with their lines: what a port call costs, from estimate to final account.",
  },
  /** The files of `site/ways/`, in order. */
  ways: ["client", "mock", "sandbox", "contract-tests"],
} as const;
