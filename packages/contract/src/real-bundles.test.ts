import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";
import type { Contract, Operation, Parameter } from "./contract.js";
import { follow, memberOf, membersOf, type Place } from "./document.js";
import { isJson } from "./media-type.js";
import { openContract } from "./open-contract.js";

const AUTHORIZATION = ["Token token=k", "Bearer k", "Basic azpr"];

for (const api of ["octopi", "dataloy", "sandbox"]) {
  const file = new URL(`../../../spec/dist/${api}.json`, import.meta.url);
  if (!existsSync(file)) throw new Error('The bundles are missing. Run "pnpm --filter @quayside/spec build" first.');
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  describe(`in the spec of ${api}`, () => checkExamples(document, openContract(document)));
}

function checkExamples(document: unknown, contract: Contract): void {
  for (const operation of contract.operations.values()) {
    for (const [name, request] of requests(document, operation)) {
      test(`the request ${operation.operationId} (${name}) is valid`, () => {
        const perScheme = AUTHORIZATION.map((authorization) => {
          const headers = new Headers({ ...request.headers, authorization });
          return checkRequest(contract, { ...request, headers });
        });
        expect(perScheme.find((findings) => findings.length === 0) ?? perScheme[0]).toEqual([]);
      });
    }
    for (const { status, name, headers, body } of answers(document, operation)) {
      test(`the answer ${operation.operationId} ${status} (${name}) is valid`, () => {
        const message = { status: statusOf(status), headers: new Headers(headers), body };
        expect(checkResponse(contract, operation.operationId, message)).toEqual([]);
      });
    }
  }
}

type Written = { method: string; url: string; headers: Record<string, string>; body?: string };

/** One request for each example of the body; without a body, one with the required parameters and one with all. */
function requests(document: unknown, operation: Operation): [string, Written][] {
  const place = operationPlace(document, operation);
  const bare = writeRequest(document, operation, (parameter) => parameter.required);
  const full = writeRequest(document, operation, () => true);
  const body = follow(document, memberOf(place, "requestBody"));
  const bodies = membersOf(memberOf(body, "content")).flatMap((mediaType) =>
    examplesOf(document, mediaType).map(([name, value]): [string, Written] => [
      name,
      { ...bare, headers: { ...bare.headers, "content-type": mediaType.name }, body: textOf(mediaType.name, value) },
    ]),
  );
  if (bodies.length > 0) return bodies;
  return [
    ["required parameters", bare],
    ["all parameters", full],
  ];
}

function writeRequest(document: unknown, operation: Operation, isWanted: (parameter: Parameter) => boolean): Written {
  const item = memberOf(memberOf({ pointer: "#", value: document }, "paths"), operation.path);
  const lists = [memberOf(item, "parameters"), memberOf(operationPlace(document, operation), "parameters")];
  const places = lists
    .flatMap(({ value }) => (Array.isArray(value) ? value : []))
    .map((value) => follow(document, { pointer: "#", value }));
  const query: string[] = [];
  const written = { method: operation.method, url: operation.path, headers: {} as Record<string, string> };
  for (const parameter of operation.parameters.filter(isWanted)) {
    const place = places.find((each) => memberOf(each, "name").value === parameter.name);
    const [first] = place === undefined ? [] : examplesOf(document, place);
    expect(first, `${operation.operationId} ${parameter.name} has an example`).toBeDefined();
    const texts = [first?.[1]].flat().map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
    if (parameter.in === "path")
      written.url = written.url.replace(`{${parameter.name}}`, encodeURIComponent(texts.join()));
    else if (parameter.in === "header") written.headers[parameter.name] = texts.join();
    else query.push(...texts.map((text) => `${parameter.name}=${encodeURIComponent(text)}`));
  }
  return query.length === 0 ? written : { ...written, url: `${written.url}?${query.join("&")}` };
}

type Answer = { status: string; name: string; headers: Record<string, string>; body: string };

function answers(document: unknown, operation: Operation): Answer[] {
  return membersOf(memberOf(operationPlace(document, operation), "responses")).flatMap((each) => {
    const response = follow(document, each);
    const contents = membersOf(memberOf(response, "content"));
    const named = membersOf(memberOf(response, "headers")).map((header) => {
      const [example] = examplesOf(document, follow(document, header));
      return [header.name, String(example?.[1] ?? "")] as const;
    });
    const headers = Object.fromEntries(named.filter(([, text]) => text !== ""));
    if (contents.length === 0) return [{ status: each.name, name: "no body", headers, body: "" }];
    return contents.flatMap((mediaType) =>
      examplesOf(document, mediaType).map(([name, value]) => ({
        status: each.name,
        name: `${mediaType.name} ${name}`,
        headers: { ...headers, "content-type": mediaType.name },
        body: textOf(mediaType.name, value),
      })),
    );
  });
}

function operationPlace(document: unknown, { path, method }: Operation): Place {
  return memberOf(memberOf(memberOf({ pointer: "#", value: document }, "paths"), path), method.toLowerCase());
}

/** Named examples, else the single one, of a media type, parameter or header. */
function examplesOf(document: unknown, place: Place): [string, unknown][] {
  const named = membersOf(memberOf(place, "examples")).map((each): [string, unknown] => [
    each.name,
    memberOf(follow(document, each), "value").value,
  ]);
  const { value } = memberOf(place, "example");
  return named.length > 0 || value === undefined ? named : [["example", value]];
}

function textOf(mediaType: string, value: unknown): string {
  return isJson(mediaType) ? JSON.stringify(value) : String(value);
}

function statusOf(key: string): number {
  return Number(key === "default" ? "599" : key.replace("XX", "99"));
}
