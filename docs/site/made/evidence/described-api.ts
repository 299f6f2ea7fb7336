import { listOperations } from "../../reference/list-operations.ts";
import { type OpenApiDocument, readBundle } from "../../reference/read-bundle.ts";
import { operationLink, referenceAddress } from "../../reference/reference-address.ts";
import { type FindUsers, openUsers, type Users } from "./find-users.ts";
import { type Citations, readCitations, readWritten } from "./read-citations.ts";

/** An API, with what the pages on evidence tell of it. */
export interface DescribedApi {
  id: string;
  name: string;
  document: OpenApiDocument;
  findUsers: FindUsers;
  citations: Citations;
}

/** Reads an API's bundle and what it was written in. @throws When the spec has not been built. */
export async function describeApi({ id, name }: { id: string; name: string }): Promise<DescribedApi> {
  const document = await readBundle(id);
  const citations = readCitations(document, await readWritten(id));
  return { id, name, document, findUsers: openUsers(document), citations };
}

/** Links to the operations and webhooks that places are about: in few words where they are all of an API. */
export function linkUsers({ id, name, document, findUsers }: DescribedApi, pointers: Iterable<string>): string {
  const all = [...pointers].map(findUsers);
  const { operations, webhooks } = merged(all);
  const known = listOperations(document).map(({ operationId }) => operationId);
  const api = `[${name}](${referenceAddress(id)})`;
  const links = known.filter((one) => operations.has(one)).map((one) => operationLink(id, one));
  const called = links.length === known.length ? [`every operation of ${api}`] : links;
  const hooks = webhooks.size === 0 ? [] : [`webhooks of ${api}`];
  const isWhole = all.some((one) => one.operations.length + one.webhooks.length === 0);
  return [...(isWhole ? [`${api} as a whole`] : []), ...called, ...hooks].join(", ");
}

function merged(all: readonly Users[]) {
  return {
    operations: new Set(all.flatMap(({ operations }) => operations)),
    webhooks: new Set(all.flatMap(({ webhooks }) => webhooks)),
  };
}
