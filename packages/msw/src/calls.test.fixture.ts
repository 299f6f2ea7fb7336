import { openContract, type Parameter } from "@quayside/contract";

/** What a client's method takes. */
export type Argument = { readonly path: object; readonly query: object; readonly body: unknown };

/** A bundled spec, as far as calls are made from it. */
export type Bundle = { readonly paths: object; readonly components: { readonly examples: object } };

/** One call of each operation, by operationId: with the first example of its body, and texts in its path that have to be escaped. */
export function callsOf(document: Bundle): Map<string, Argument> {
  const { operations } = openContract(document);
  return new Map(
    Array.from(operations.values(), ({ operationId, method, path, parameters }) => {
      const source: Source = Reflect.get(Reflect.get(document.paths, path), method.toLowerCase());
      const body = firstExample(document, source);
      return [operationId, { path: valuesOf(parameters, "path"), query: valuesOf(parameters, "query"), body }] as const;
    }),
  );
}

type Source = { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly examples: object }>> } };

/** All that a path needs; of a query the numbers, which are pages and their sizes. */
function valuesOf(parameters: readonly Parameter[], place: "path" | "query"): Record<string, string | number> {
  const isNumber = ({ reading }: Parameter) => reading.types.has("integer");
  const sent = parameters.filter((one) => one.in === place && (place === "path" || isNumber(one)));
  return Object.fromEntries(sent.map((one) => [one.name, isNumber(one) ? 7 : "S/1 (2):%2F"]));
}

function firstExample({ components }: Bundle, { requestBody }: Source): unknown {
  const [media] = Object.values(requestBody?.content ?? {});
  const [example] = Object.values(media?.examples ?? {});
  const name: string | undefined = example?.$ref?.replace("#/components/examples/", "");
  return (name === undefined ? example : Reflect.get(components.examples, name))?.value;
}
