import { expect, test } from "vitest";
import { readChangelog } from "./read-changelog.ts";
import { type KnownApi, writeChangelog } from "./write-changelog.ts";

const APIS: KnownApi[] = [
  { id: "octopi", name: "Octopi TOS", operationIds: ["getServiceOrder", "liftHold"] },
  { id: "dataloy", name: "Dataloy VMS", operationIds: ["getServiceOrder"] },
];

const SPEC = readChangelog(`# Changelog of the specs

## Not yet released

### Octopi TOS

- \`getServiceOrder\`: a new property \`priority\`, as in
  [\`getServiceOrder\`](https://example.org/).

## 1.10.0

### Dataloy VMS

- \`getServiceOrder\`: a property is gone.

## 1.9.0

Nothing but words.
`);

const CLIENT = readChangelog(`# @quayside/client

## 1.10.0

### Major Changes

- 0a1b2c3: \`liftHold\` wants a number.

  \`\`\`ts
  liftHold();
  \`\`\`

### Patch Changes

- 0a1b2c4: Errors say more.
- Updated dependencies [0a1b2c3]
  - @quayside/spec@1.10.0
`);

const MOCK = readChangelog(
  "# @quayside/mock\r\n\r\n## 1.10.0\r\n\r\n### Patch Changes\r\n\r\n- 0a1b2c4: Errors say more.\r\n",
);

test("versions come newest first, with the specs before the packages and each change once", () => {
  const page = writeChangelog(SPEC, [CLIENT, MOCK], APIS);
  expect(page.slice(page.indexOf("## "))).toBe(`## Not yet released

### Octopi TOS

- [\`getServiceOrder\`](/reference/octopi/#getServiceOrder): a new property \`priority\`, as in
  [\`getServiceOrder\`](https://example.org/).

## 1.10.0

### Dataloy VMS

- [\`getServiceOrder\`](/reference/dataloy/#getServiceOrder): a property is gone.

### Packages

- \`@quayside/client\`: **Breaking:** [\`liftHold\`](/reference/octopi/#liftHold) wants a number.

  \`\`\`ts
  liftHold();
  \`\`\`
- \`@quayside/client\`, \`@quayside/mock\`: Errors say more.

## 1.9.0

- Nothing but words.
`);
});

test("an operation that two APIs have is no link where it is not said which is meant", () => {
  const log = readChangelog("# @quayside/types\n\n## 1.0.0\n\n### Minor Changes\n\n- `getServiceOrder` has a type.\n");
  expect(writeChangelog(undefined, [log], APIS)).toContain("- `@quayside/types`: `getServiceOrder` has a type.\n");
});

test("a release that only follows another one is not told", () => {
  const log = readChangelog(
    "# @quayside/msw\n\n## 1.0.0\n\n### Patch Changes\n\n- Updated dependencies\n  - @quayside/mock@1.0.0\n",
  );
  expect(writeChangelog(undefined, [log], APIS)).not.toContain("## 1.0.0");
});

test.each([[undefined], [readChangelog("# Changelog of the specs\n\n## Not yet released\n")]])(
  "before the first release the page says so",
  (spec) => {
    expect(writeChangelog(spec, [], APIS)).toMatch(/\n\nNothing has been released yet\.\n$/);
  },
);

test("what is not released yet does not count as a release", () => {
  const spec = readChangelog("# Changelog\n\n## Not yet released\n\n### Octopi TOS\n\n- `liftHold`: new.\n");
  expect(writeChangelog(spec, [], APIS)).toContain("Nothing has been released yet.\n\n## Not yet released\n");
});
