/** A Node command in a folder of the mirror. */
export type Task = {
  readonly place: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
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
const vitest = (place: string, ...files: string[]): Task => ({
  place,
  args: ["node_modules/vitest/vitest.mjs", "run", ...files],
  // Stands for a server that is not asked: what is run here needs no PostgreSQL.
  env: { SANDBOX_TEST_DATABASE_URL: "postgres://127.0.0.1:9/none" },
});

const TESTS: readonly Task[] = [
  script("spec", "gate"),
  vitest("apps/sandbox", "src/model/every-operation.test.ts"),
  vitest("apps/contract-test", "journeys", "mutants/all.test.ts"),
];

/**
 * What commands of CONTRIBUTING.md do, in turbo's order. Left out is what no new field or operation can reach, as a run of all tests has
 * shown, and what takes minutes.
 */
export const COMMANDS: Readonly<Record<string, readonly Task[]>> = {
  "pnpm lint": [script("spec", "lint")],
  "pnpm build": [
    script("spec", "build"),
    script("packages/types", "build"),
    script("packages/client", "build"),
    script("packages/msw", "build"),
    script("apps/sandbox", "build"),
    script("apps/contract-test", "build"),
  ],
  "pnpm gate": [script("spec", "gate")],
  "pnpm test": TESTS,
  "pnpm test --continue": TESTS,
};
