import { expect, test } from "vitest";
import { listSections } from "./list-sections.ts";

const twins = ["record/a.md", "index.md", "guides/b.md", "guides/a.md", "reference/o.md", "reference/o/get.md"].map(
  (file) => ({ file, title: file, description: "", markdown: "" }),
);

test("sections are the sidebar's groups in its order, and what it lacks comes first", () => {
  const sidebar = [
    { label: "Guides", items: ["guides/a", { label: "B", slug: "guides/b" }] },
    {
      label: "Reference",
      items: [
        {
          label: "O",
          items: [
            { label: "All", link: "/reference/o/" },
            { label: "Tag", items: [{ label: "get", slug: "reference/o/get" }] },
          ],
        },
      ],
    },
    { label: "Record", items: [{ label: "Decisions", items: ["record/a"] }] },
  ];
  const sections = listSections(sidebar, twins);
  expect(sections.map(({ label, twins: has }) => [label, ...has.map(({ file }) => file)])).toEqual([
    ["Start", "index.md"],
    ["Guides", "guides/a.md", "guides/b.md"],
    ["O", "reference/o.md", "reference/o/get.md"],
    ["Decisions", "record/a.md"],
  ]);
  expect(sections.filter(({ isOptional }) => isOptional).map(({ label }) => label)).toEqual(["Decisions"]);
});
