import { type Context, isText, type Node } from "./rule.ts";

type Resolving = Context & { resolve(node: unknown): { node: unknown } };

const PAGE = ["page", "pageNumber"];
const KNOWN = ["page", "limit", "maximum", "items", "key", "total", "total-header", "next", "sort"];
const WAYS_ON = ["total", "total-header", "next"];

/** What the client reads of an operation beside its types: how a list is paged, and what a creation is known by. */
export function clientHints() {
  return {
    PathItem: (item: Node, context: Resolving) => {
      for (const [method, operation] of Object.entries(item)) {
        if (typeof operation !== "object" || operation === null || !("operationId" in operation)) continue;
        const names = parameterNames(item, operation as Node, context);
        const report = (key: string, message: string | undefined) =>
          message && context.report({ message, location: context.location.child([method, key]).key() });
        const { "x-pagination": paging, "x-natural-key": naturalKey } = operation as Node;
        if (paging !== undefined) report("x-pagination", whatIsWrong(paging as Node, names));
        else if (names.some((name) => PAGE.includes(name)))
          report(
            "operationId",
            "Say how the list is paged: `x-pagination: { page: …, limit: …, maximum: …, items: /…, key: … }`.",
          );
        if (naturalKey !== undefined) report("x-natural-key", whatIsWrongWithKey(naturalKey as Node, method));
      }
    },
  };
}

function parameterNames(item: Node, operation: Node, context: Resolving): string[] {
  const parameters = [item.parameters, operation.parameters]
    .flat()
    .map((one) => context.resolve(one).node as Node | undefined);
  return parameters.map((one) => String(one?.name));
}

function whatIsWrong(paging: Node, names: readonly string[]): string | undefined {
  const unknown = Object.keys(paging).find((key) => !KNOWN.includes(key));
  if (unknown !== undefined) return `\`${unknown}\` is no part of \`x-pagination\`; it has ${KNOWN.join(", ")}.`;
  const stranger = [paging.page, paging.limit].find((name) => !names.includes(String(name)));
  if (stranger !== undefined)
    return `The operation has no parameter \`${stranger}\`; \`page\` and \`limit\` name query parameters.`;
  if (!Number.isInteger(paging.maximum)) return "`maximum` is how many rows the client asks for at most.";
  if (!isText(paging.key)) return "`key` names the property that tells rows apart.";
  if (WAYS_ON.filter((key) => key in paging).length !== 1)
    return "Write one of `total`, `total-header` and `next`: how the client knows that there is more.";
  return ["items", "total", "next"].every((key) => isPointer(paging[key] ?? ""))
    ? undefined
    : "`items`, `total` and `next` are JSON pointers into the answer, such as `/line_items`.";
}

function whatIsWrongWithKey({ property, lookup, ...others }: Node, method: string): string | undefined {
  if (method !== "post") return "A natural key is for what creates, by POST.";
  const isWhole = isPointer(property) && property !== "" && isText(lookup) && Object.keys(others).length === 0;
  return isWhole
    ? undefined
    : "Write `x-natural-key: { property: /…, lookup: <operationId> }`: where the key stands in the body, and what finds the record by it.";
}

function isPointer(value: unknown): boolean {
  return typeof value === "string" && /^(\/[^/]+)*$/.test(value);
}
