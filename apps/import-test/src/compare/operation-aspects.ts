import { type Aspect, hasText, perOperation } from "./aspect.ts";

/** Operations, their names and their order in folders. */
export const operationAspects: readonly Aspect[] = [
  perOperation("Operations: method and path", (_, request) => [["", request !== undefined]]),
  perOperation("Operations: summaries, as names", ({ summary }, request) => [["", request?.name === summary]]),
  perOperation("Operations: descriptions", ({ description }, request) => [
    ["", hasText(request?.description, description)],
  ]),
  perOperation("Operations: operationIds", ({ operationId }, request) => [["", hasText(request?.text, operationId)]]),
  {
    name: "Tags: a folder under the name of each",
    find: ({ operations }, { requests }) =>
      [...new Set(operations.map(({ tags }) => tags[0]))].map((tag) => {
        const expected = operations.filter(({ tags }) => tags[0] === tag).map(({ summary }) => summary);
        const inFolder = requests.filter(({ folder }) => folder === tag).map(({ name }) => name);
        return [tag, inFolder.length === expected.length && expected.every((name) => inFolder.includes(name))];
      }),
  },
  {
    name: "Tags: descriptions",
    find: ({ document }, { folders }) =>
      document.tags.map(({ name, description }) => [
        name,
        folders.some((folder) => hasText(folder.description, description)),
      ]),
  },
];
