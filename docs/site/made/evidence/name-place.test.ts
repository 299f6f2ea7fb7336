import { expect, test } from "vitest";
import { namePlace } from "./name-place.ts";

const DOCUMENT = { info: { title: "Doors" }, paths: {}, components: { parameters: { DoorId: { name: "door_id" } } } };

test.each([
  ["/components/schemas/Door", "`Door`", ""],
  ["/components/schemas/Door/properties/size", "`Door`", "`size`"],
  ["/components/schemas/Door/allOf/1/properties/size", "`Door`", "`size`"],
  ["/components/schemas/Door/properties/door/properties/hinges/items", "`Door`", "`door.hinges[]`"],
  ["/components/schemas/Door/properties/items/items/properties/properties", "`Door`", "`items[].properties`"],
  ["/components/parameters/DoorId/schema", "parameter `door_id`", ""],
  ["/components/responses/Gone", "response `Gone`", ""],
  ["/components/responses/Gone/content/text~1html/schema", "response `Gone`", "as `text/html`"],
  ["/components/responses/Gone/headers/Retry-After/schema", "response `Gone`", "header `Retry-After`"],
  ["/components/securitySchemes/Token/type", "security scheme `Token`", ""],
  ["/webhooks/doorShut/post/responses/204", "webhook `doorShut`", "response 204"],
])("%s is %s, and in it %s", (pointer, owner, within) => {
  expect(namePlace(DOCUMENT, pointer)).toEqual({ owner, within });
});
