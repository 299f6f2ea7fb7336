import { createRequire } from "node:module";

/** This package's version. By its own name, for the built file lies deeper than its source. */
export const { version: VERSION } = createRequire(import.meta.url)("@quayside/contract-test/package.json") as {
  version: string;
};
