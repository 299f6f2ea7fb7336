import { expect, test } from "vitest";
import { makeTwins, pageOf } from "./twin.ts";

const others = [
  "index.md",
  "discrepancies.md",
  "guides/mock.md",
  "reference/octopi.md",
  "reference/octopi/getOrder.md",
  "reference/octopi/listOrders.md",
].map((file) => ({ file, title: file, description: "", source: "" }));

test.each([
  ["guides/client.md", "[a](mock.md#start)", "[a](mock.md#start)"],
  ["guides/client.md", "[a](#here) [b](https://example.org/)", "[a](#here) [b](https://example.org/)"],
  ["guides/client.md", "[a](/) [b](/guides/mock/#start)", "[a](../index.md) [b](mock.md#start)"],
  ["guides/client.md", "[a](/spec/octopi.yaml)", "[a](../spec/octopi.yaml)"],
  ["guides/client.md", "[a](/reference/octopi/#getOrder)", "[a](../reference/octopi/getOrder.md)"],
  ["guides/client.md", "[a](/reference/octopi/)", "[a](../reference/octopi.md)"],
  ["reference/octopi/getOrder.md", "[a](/reference/octopi/#getOrder)", "[a](../octopi.md)"],
  ["reference/octopi/getOrder.md", "[a](/reference/octopi/#listOrders)", "[a](listOrders.md)"],
  [
    "discrepancies.md",
    "### D-01 Title\n\nSee D-02, `D-03`.",
    "### D-01 Title\n\nSee [D-02](discrepancies.md#d-02), `D-03`.",
  ],
  ["guides/client.md", "See D-02 and [D-03](#x).", "See [D-02](../discrepancies.md#d-02) and [D-03](#x)."],
  ["guides/client.md", "---\ntitle: T\n---\n\nText.", "Text."],
  ["guides/client.md", '```ts run title="a.ts"\nD-01\n```', "```ts\nD-01\n```"],
])("in %s, %j becomes %j", (file, source, text) => {
  const drafts = [...others.filter((other) => other.file !== file), { file, title: "Title", description: "", source }];
  const twin = makeTwins(drafts).find((one) => one.file === file);
  expect(twin?.markdown).toBe(`# Title\n\n${text}\n`);
});

test("a twin lies beside its page", () => {
  expect(["index.md", "guides/client.md", "reference/octopi/getOrder.md"].map(pageOf)).toEqual([
    "/",
    "/guides/client/",
    "/reference/octopi/getOrder/",
  ]);
});
