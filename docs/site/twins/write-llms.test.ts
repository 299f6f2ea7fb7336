import { expect, test } from "vitest";
import { writeLlms, writeLlmsFull } from "./write-llms.ts";

const client = {
  file: "guides/client.md",
  title: "The client",
  description: "How to call:",
  markdown: "# The client\n\n[m](mock.md) [h](#here) [d](../discrepancies.md#d-01) [e](https://example.org/)\n",
};
const start = { file: "index.md", title: "Start", description: "All.", markdown: "# Start\n\n[c](guides/client.md)\n" };

test("llms.txt is a title, a summary, and lists of links; what may be skipped comes last", () => {
  const sections = [
    { label: "Decisions", twins: [start], isOptional: true },
    { label: "Guides", twins: [client], isOptional: false },
  ];
  const text = writeLlms(sections, [{ file: "spec/octopi.yaml", description: "All of it" }]);
  expect(text).toMatch(/^# Quayside\n\n> .+\n\n.+\n\n## Guides\n/);
  expect(text).toContain("- [The client](guides/client.md): How to call.\n");
  expect(text).toMatch(
    /- \[spec\/octopi\.yaml\]\(spec\/octopi\.yaml\): All of it\n\n## Optional\n\n- \[Start\]\(index\.md\): All\.\n$/,
  );
});

test("in llms-full.txt each page has its address, and links begin at the root", () => {
  expect(writeLlmsFull([start, client])).toBe(
    "Page: ./\n\n# Start\n\n[c](guides/client.md)\n\n---\n\nPage: guides/client/\n\n# The client\n\n[m](guides/mock.md) [h](guides/client.md#here) [d](discrepancies.md#d-01) [e](https://example.org/)\n",
  );
});
