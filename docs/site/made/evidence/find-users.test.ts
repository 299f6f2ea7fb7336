import { expect, test } from "vitest";
import { openUsers } from "./find-users.ts";

const ref = (pointer: string) => ({ $ref: `#${pointer}` });

const DOCUMENT = {
  info: { title: "Doors" },
  paths: {
    "/doors/{id}": {
      parameters: [ref("/components/parameters/Id")],
      get: { operationId: "getDoor", responses: { "200": { schema: ref("/components/schemas/Door") } } },
      delete: { operationId: "removeDoor", responses: { "204": { description: "Gone." } } },
    },
    "/doors": { get: { operationId: "listDoors", responses: { "200": { items: ref("/components/schemas/Door") } } } },
  },
  webhooks: { doorShut: { post: { body: ref("/components/schemas/Hinge") } } },
  components: {
    parameters: { Id: { name: "id", schema: { type: "integer" } } },
    schemas: {
      Door: { properties: { hinge: ref("/components/schemas/Hinge"), behind: ref("/components/schemas/Door") } },
      Hinge: { properties: { size: { type: "number" } } },
      HingeSize: { type: "number" },
    },
  },
};

const findUsers = openUsers(DOCUMENT);

test.each([
  ["/paths/~1doors~1{id}/get/responses/200", ["getDoor"], []],
  ["/paths/~1doors~1{id}", ["getDoor", "removeDoor"], []],
  ["/paths/~1doors", ["listDoors"], []],
  ["/components/parameters/Id/schema", ["getDoor", "removeDoor"], []],
  ["/components/schemas/Door", ["getDoor", "listDoors"], []],
  ["/components/schemas/Hinge/properties/size", ["getDoor", "listDoors"], ["doorShut"]],
  ["/webhooks/doorShut/post", [], ["doorShut"]],
  ["/components/schemas/HingeSize", [], []],
  ["/info/description", [], []],
  ["/paths", [], []],
])("%s is about %j and the webhooks %j", (pointer, operations, webhooks) => {
  expect(findUsers(pointer)).toEqual({ operations, webhooks });
});
