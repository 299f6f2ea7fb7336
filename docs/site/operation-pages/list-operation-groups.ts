import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";

/** The pages of an API's operations as the sidebar shows them: a closed group for each tag, in the order of the description. */
export async function listOperationGroups(api: string) {
  const operations = listOperations(await readBundle(api));
  return [...new Set(operations.map(({ tag }) => tag))].map((label) => ({
    label,
    collapsed: true,
    items: operations
      .filter(({ tag }) => tag === label)
      .map(({ operationId }) => ({ label: operationId, slug: `reference/${api}/${operationId}` })),
  }));
}
