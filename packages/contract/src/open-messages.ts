import type { MediaType, RequestBody, ResponseDefinition } from "./contract.js";
import { follow, isObject, memberOf, membersOf, type Place } from "./document.js";
import { isJson, isRange } from "./media-type.js";
import { type Opening, openParameter } from "./open-parameters.js";
import type { Schema } from "./schema/compile-schemas.js";
import { factsOf } from "./schema/schema-facts.js";

/** Opens a request body; undefined when there is none. */
export function openBody(opening: Opening, place: Place): RequestBody | undefined {
  if (place.value === undefined) return undefined;
  const body = follow(opening.document, place);
  return {
    required: memberOf(body, "required").value === true,
    content: openContent(opening, memberOf(body, "content")),
  };
}

/**
 * Opens the response that stands under a status.
 *
 * @throws Error naming the place when the status is none.
 */
export function openResponse(opening: Opening, place: Place & { readonly name: string }): ResponseDefinition {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(place.name)) {
    throw new Error(`The status at ${place.pointer} is none, such as 404, 4XX or default.`);
  }
  const response = follow(opening.document, place);
  const headers = membersOf(memberOf(response, "headers")).map((each) => {
    return openParameter(opening, follow(opening.document, each), each.name, "header");
  });
  return {
    status: place.name,
    headers: headers.filter(({ name }) => name.toLowerCase() !== "content-type"),
    content: openContent(opening, memberOf(response, "content")),
  };
}

function openContent(opening: Opening, place: Place): Map<string, MediaType> {
  return new Map(membersOf(place).map((each) => [each.name, { schema: openBodySchema(opening, each) }]));
}

/** A body that is no JSON is text: a schema that wants an object of it could never be met. */
function openBodySchema(
  { document, schemas, direction }: Opening,
  place: Place & { readonly name: string },
): Schema | undefined {
  const schema = memberOf(place, "schema");
  const isAnything = isObject(schema.value) && Object.keys(schema.value).length === 0;
  if (schema.value === undefined || isAnything) return undefined;
  if (!isJson(place.name) && !isRange(place.name) && !factsOf(document, schema).types.has("string")) {
    throw new Error(`The schema at ${schema.pointer} wants no text: bodies of ${place.name} are read as text here.`);
  }
  return schemas.at(schema, direction);
}
