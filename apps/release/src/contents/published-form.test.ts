import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { readPacked } from "./packed.ts";

const packages = (await readPacked()).map(({ name, tarball }) => [name, tarball] as const);

test.for(packages)("publint, strict, has nothing to say of the packed %s", async ([, tarball]) => {
  const bytes = new Uint8Array(await readFile(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test.for(packages.filter(([name]) => name !== "@quayside/spec"))(
  "every resolution of ES modules finds the types of the packed %s",
  async ([, tarball]) => {
    const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))));
    if (!checked.types) throw new Error("It has no types.");
    const kinds = ["node16-esm", "bundler"] as const;
    expect(kinds.flatMap((resolutionKind) => filterProblems(checked, { resolutionKind }))).toEqual([]);
  },
);
