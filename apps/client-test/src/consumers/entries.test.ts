import { expect, inject, test } from "vitest";
import { bundle } from "../size/bundle.ts";

test.for(["octopi", "dataloy", "raw"])("the entry %s has nothing that only Node has", async (entry) => {
  const { warnings } = await bundle(`export * from "@quayside/client/${entry}"`, inject("consumer"));
  expect(warnings).toEqual([]);
});
