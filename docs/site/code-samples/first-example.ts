import type { OpenApiDocument } from "../reference/read-bundle.ts";
import { follow } from "../reference/resolve.ts";

/**
 * The first example of a parameter or a media type: its `example`, else the first of its `examples`.
 *
 * @param what - What it is an example of, for the message.
 * @throws When it has none.
 */
export function firstExample(document: OpenApiDocument, holder: unknown, what: string): unknown {
  const { example, examples }: Record<string, unknown> = Object(holder);
  const [first] = Object.values(Object(examples));
  const value: unknown = example === undefined ? Object(follow(document, first)).value : example;
  if (value === undefined) throw new Error(`There is no example of ${what}. Write one in the spec.`);
  return value;
}
