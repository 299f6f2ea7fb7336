/** A Node command in a folder of the mirror. */
export type Task = {
  readonly place: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Places without a change in which it ends as it did; as for turbo, a mirror begins with all of them passed. Undefined: always run. */
  readonly reads?: readonly string[];
};

/** The copies in the mirror: what reads the spec, directly or through another. */
export const PLACES = [
  "spec",
  "packages/types",
  "packages/client",
  "packages/contract",
  "packages/msw",
  "apps/mock",
  "apps/sandbox",
  "apps/contract-test",
];

const script = (place: string, name: string): Task => ({ place, args: ["--run", name] });
const build = (place: string, ...from: string[]): Task => ({ ...script(place, "build"), reads: [place, ...from] });
const vitest = (place: string, ...files: string[]): Task => ({
  place,
  args: ["node_modules/vitest/vitest.mjs", "run", ...files],
  // Stands for a server that is not asked: what is run here needs no PostgreSQL.
  env: { SANDBOX_TEST_DATABASE_URL: "postgres://127.0.0.1:9/none" },
});

const TESTS: readonly Task[] = [
  script("spec", "gate"),
  vitest("apps/sandbox", "src/documented-curls.test.ts", "src/model/every-operation.test.ts"),
  vitest("apps/contract-test", "journeys", "mutants/all.test.ts"),
];

/**
 * What commands of CONTRIBUTING.md do, in turbo's order. Left out is what no new field or operation can reach, as a run of all tests has
 * shown, and what takes minutes.
 */
export const COMMANDS: Readonly<Record<string, readonly Task[]>> = {
  "pnpm lint": [script("spec", "lint")],
  // The client and the contract tests are generic: the spec reaches them by types and as data.
  "pnpm build": [
    build("spec"),
    build("packages/types", "spec"),
    build("packages/msw", "spec"),
    build("apps/sandbox", "spec"),
    build("apps/contract-test"),
  ],
  "pnpm gate": [script("spec", "gate")],
  "pnpm test": TESTS,
  "pnpm test --continue": TESTS,
};
