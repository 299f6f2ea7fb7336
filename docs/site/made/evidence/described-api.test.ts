import { expect, test } from "vitest";
import { linkUsers } from "./described-api.ts";
import { openUsers } from "./find-users.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const document = {
  info: { title: "Doors" },
  paths: {
    "/doors": { get: { operationId: "listDoors", tags: ["Doors"], responses: { "200": ref("Door") } } },
    "/door": {
      put: { operationId: "pushDoor", tags: ["Doors"], body: ref("Force"), responses: { "200": ref("Door") } },
    },
  },
  webhooks: { shut: { post: { body: ref("Door") } } },
  components: { schemas: { Door: {}, Force: {} } },
};
const api = { id: "doors", name: "Doors", document, findUsers: openUsers(document), citations: new Map() };

test.each([
  [["/components/schemas/Force"], "[`pushDoor`](/reference/doors/#pushDoor)"],
  [
    ["/components/schemas/Door"],
    "every operation of [Doors](/reference/doors/), webhooks of [Doors](/reference/doors/)",
  ],
  [["/components/schemas/Force", "/paths/~1doors/get"], "every operation of [Doors](/reference/doors/)"],
  [
    ["/info", "/paths/~1doors/get"],
    "[Doors](/reference/doors/) as a whole, [`listDoors`](/reference/doors/#listDoors)",
  ],
])("%j is about %s", (pointers, links) => {
  expect(linkUsers(api, pointers)).toBe(links);
});
