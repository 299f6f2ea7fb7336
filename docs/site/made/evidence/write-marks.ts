import { operationLink } from "../../reference/reference-address.ts";
import { table } from "../table.ts";
import { type DescribedApi, linkUsers } from "./described-api.ts";
import { namePlace } from "./name-place.ts";
import { type Mark, type ResponseMark, readOwnMarks, readResponseMarks } from "./read-marks.ts";
import { isDocumented, writeMark } from "./write-mark.ts";

/** How many of an API's responses, and of its other marks, are documented and inferred. */
export function countMarks({ document }: DescribedApi) {
  const count = (marks: readonly { mark: unknown }[]) => {
    const documented = marks.filter(({ mark }) => isDocumented(mark)).length;
    return { documented, inferred: marks.length - documented };
  };
  return { responses: count(readResponseMarks(document)), own: count(readOwnMarks(document)) };
}

/** A heading and a table per resource: what the responses of each operation rest on. */
export function writeResponses({ id, document }: DescribedApi): string[] {
  const marks = readResponseMarks(document);
  return [...new Set(marks.map(({ tag }) => tag))].flatMap((tag) => {
    const own = marks.filter((one) => one.tag === tag);
    const operations = [...new Set(own.map(({ operationId }) => operationId))];
    const rows = operations.map((operationId) => {
      const responses = own.filter((one) => one.operationId === operationId);
      const [documented, inferred] = [true, false].map((is) =>
        responses.filter(({ mark }) => isDocumented(mark) === is),
      );
      return [operationLink(id, operationId), statuses(id, documented ?? []), statuses(id, inferred ?? [])];
    });
    return [`### ${tag}`, table(["Operation", "Documented", "Inferred"], rows)];
  });
}

/** The statuses of one mark together: `404, 500: holds`. */
function statuses(api: string, responses: readonly ResponseMark[]): string {
  const byMark = grouped(responses, ({ mark, tag }) => writeMark(onOwnPage(api, mark, tag)));
  return byMark.map(([mark, own]) => `${own.map(({ status }) => status).join(", ")}: ${mark}`).join("<br>");
}

/** A response of several resources rests on a page of each; for an operation, on that of its own. */
function onOwnPage(api: string, mark: unknown, tag: string): unknown {
  const own = `${api}-${tag.toLowerCase().replaceAll(" ", "-")}`;
  return [Object(mark).source].flat().includes(own) ? { basis: "documented", source: own } : mark;
}

/** A heading and a table: what else has a mark. What one schema has of one mark is together. */
export function writeOwnMarks(api: DescribedApi): string[] {
  const groups = grouped(readOwnMarks(api.document), ({ pointer, mark }) =>
    JSON.stringify([writeMark(mark), isDocumented(mark), namePlace(api.document, pointer).owner]),
  );
  const rows = groups.map(([, marks]) => markRow(api, marks));
  return rows.length === 0 ? [] : ["### Schemas, properties and parameters", table(["Rests on", "What"], rows)];
}

function markRow(api: DescribedApi, marks: readonly Mark[]): string[] {
  const places = marks.map(({ pointer }) => namePlace(api.document, pointer));
  const within = places.map((place) => place.within).filter((name) => name !== "");
  const owner = places[0]?.owner ?? "";
  const what = within.length === 0 ? owner : `${owner}: ${within.join(", ")}`;
  const users = linkUsers(
    api,
    marks.map(({ pointer }) => pointer),
  );
  const mark = marks[0]?.mark;
  return [`${isDocumented(mark) ? "documented" : "inferred"}: ${writeMark(mark)}`, `${what}<br>in ${users}`];
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
