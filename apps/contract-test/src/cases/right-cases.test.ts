import { openContract } from "@quayside/contract";
import { describe, expect, test } from "vitest";
import { API_NAMES, openApi } from "../api.js";
import { findOperation, readOperations } from "../operation.js";
import { valuesAt } from "../pointer.js";
import { schemaParts } from "../schema-parts.js";
import { writeRequest } from "../write-request.js";
import { brokenCases } from "./broken-cases.js";
import type { ValidCase } from "./case.js";
import { findingsOf } from "./findings-of.js";
import { type Known, knownOf } from "./known-values.js";
import { replayCases } from "./replay-cases.js";
import { rightCases } from "./right-cases.js";
import { statusCases } from "./status-cases.js";

describe.each(API_NAMES)("%s", (name) => {
  const api = openApi(name);
  const cases = api.operations.flatMap((operation) => rightCases(api, operation));
  const requestOf = ({ operationId, values }: ValidCase) =>
    writeRequest(findOperation(api.operations, operationId), values);

  test("the contract finds nothing broken in any case", () => {
    const broken = cases.flatMap((one) => findingsOf(api, requestOf(one)).map(({ message }) => [one.name, message]));
    expect(broken).toEqual([]);
  });

  test("no request is sent twice, nor one that a documented example has already", () => {
    const documented = api.operations.flatMap((operation) => replayCases(api.document, operation));
    const sent = [...documented, ...cases].map((one) => {
      const { url, headers, body } = requestOf(one);
      return `${one.operationId} ${url} ${JSON.stringify([...headers])} ${body}`;
    });
    expect(sent.filter((one, index) => sent.indexOf(one) !== index)).toEqual([]);
  });

  test("names are unique within an operation, those of its other cases too", () => {
    for (const operation of api.operations) {
      const all = [
        ...replayCases(api.document, operation),
        ...rightCases(api, operation),
        ...brokenCases(api, operation),
      ];
      const names = all.map((one) => one.name);
      expect(names.filter((one, index) => names.indexOf(one) !== index)).toEqual([]);
    }
  });

  test("the cases are the same from run to run", () => {
    expect(api.operations.flatMap((operation) => rightCases(api, operation))).toEqual(cases);
  });

  test("every property of every body is sent, but for a line's order where there is none yet", () => {
    const unsent = api.operations.flatMap((operation) => {
      const known = knownOf(api, operation);
      const own = [...replayCases(api.document, operation), ...rightCases(api, operation)];
      const places = placesIn(operation.body?.schema, "", known);
      const missed = places.filter((place) => own.every(({ values }) => valuesAt(values.body, place).length === 0));
      return missed.map((place) => `${operation.operationId} ${place}`);
    });
    expect(unsent).toEqual(name === "dataloy" ? ["createServiceOrder /serviceOrderLines/#/serviceOrder"] : []);
  });

  function placesIn(schema: unknown, place: string, known: Known): string[] {
    if (known.valuesAt(place) !== undefined) return [place];
    const inside = schemaParts(api.document, schema).flatMap((part) => [
      ...(part.items === undefined ? [] : placesIn(part.items, `${place}/#`, known)),
      ...Object.entries(Object(part.properties)).flatMap(([property, one]) =>
        placesIn(one, `${place}/${property}`, known),
      ),
    ]);
    return [...new Set([...(place === "" ? [] : [place]), ...inside])];
  }
});

test("all cases of both APIs stay under 1,800", () => {
  const all = API_NAMES.map(openApi).flatMap((api) =>
    api.operations.flatMap((operation) => [
      ...replayCases(api.document, operation),
      ...statusCases(operation),
      ...rightCases(api, operation),
      ...brokenCases(api, operation),
    ]),
  );
  expect(all.length).toBeLessThan(1800);
});

describe("of Octopi", () => {
  const api = openApi("octopi");
  const casesOf = (id: string) => rightCases(api, findOperation(api.operations, id));
  const valuesOf = (id: string, name: string) => casesOf(id).find((one) => one.name === name)?.values;

  test("parameters are at their bounds, just inside of them, and of each value of an enum", () => {
    expect(casesOf("listServiceOrders").map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "query per at its minimum",
        "query per just above its minimum",
        "query per at its maximum",
        "query per just below its maximum",
        'query status as "cancelled"',
        "query order_number as an empty text",
        "query due_at as a time with an offset",
      ]),
    );
  });

  test("one thing differs from the documented request", () => {
    expect(valuesOf("createServiceOrder", "/service_order/comment as an empty text")).toEqual({
      body: {
        service_order: {
          order_number: "API_TEST_002",
          cargo_type: "container",
          due_at: "2024-05-20T00:00:00Z",
          comment: "",
          container_ids: [4337700],
          service_ids: ["cleaning", 721],
        },
      },
    });
    expect(valuesOf("createServiceOrder", "without /service_order/comment")?.body).not.toHaveProperty(
      "service_order.comment",
    );
  });

  test("and what goes with it", () => {
    const body = valuesOf("createServiceOrder", '/service_order/cargo_type as "breakbulk"')?.body;
    expect(body).toHaveProperty("service_order.container_ids", [3190442]);
    expect(valuesOf("createInterchange", '/purpose as "drop_off_genset"')?.body).toMatchObject({
      genset_number: "GEN123",
    });
  });

  test("an operation that takes references alone has no further cases", () => {
    expect(casesOf("listHolds")).toEqual([]);
  });

  test("only inferred is what the spec marks so", () => {
    const inferred = casesOf("createServiceOrder").filter((one) => one.inferred);
    expect(inferred.every(({ name }) => name.includes("/service_order/due_at"))).toBe(true);
    expect(inferred.length).toBeGreaterThan(3);
  });
});

describe("of a spec of its own", () => {
  test("a header keeps to what HTTP lets through, a path to what does not change it, and neither has null", () => {
    const schema = { type: ["string", "null"] };
    const parameters = ["path", "header", "query"].map((place) => ({
      name: "x",
      in: place,
      required: true,
      schema,
      example: "a",
    }));
    const names = casesOf({ parameters }, "/things/{x}").map(({ name }) => name);
    expect(names).toEqual([
      "path x as one character",
      "path x as an awkward text",
      "header x as one character",
      "query x as an empty text",
      "query x as one character",
      "query x as an awkward text",
    ]);
  });

  test("two branches that have the same to say are told apart", () => {
    const schema = {
      oneOf: [
        { type: "string", minLength: 3, pattern: "^a" },
        { type: "string", minLength: 5 },
        { type: "string", maxLength: 1 },
      ],
    };
    const requestBody = {
      required: true,
      content: { "application/json": { schema, examples: { one: { value: "x" } } } },
    };
    expect(casesOf({ requestBody }).map(({ name }) => name)).toEqual([
      "body at its minimum length",
      "body just above its minimum length",
      "body as an awkward text",
      "body as an empty text",
      "body as an awkward text (2)",
    ]);
  });

  test("nothing is made from a documented request that is broken itself", () => {
    const content = { "application/json": { schema: { type: "integer" }, examples: { one: { value: "x" } } } };
    expect(casesOf({ requestBody: { required: true, content } })).toEqual([]);
  });

  function casesOf(operation: object, path = "/things"): ValidCase[] {
    const responses = { "200": { description: "Done" } };
    const document = {
      openapi: "3.1.0",
      info: { title: "Small", version: "1" },
      paths: { [path]: { post: { operationId: "createThing", ...operation, responses } } },
    };
    const operations = readOperations(document);
    const api = { ...openApi("octopi"), document, contract: openContract(document), operations };
    return operations.flatMap((one) => rightCases(api, one));
  }
});
