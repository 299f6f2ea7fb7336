import { expect, test } from "vitest";
import { chooseMediaType, readContentType } from "./media-types.js";

const OFFERED = ["application/json", "text/html"];

test.each([
  [null, "application/json"],
  ["", "application/json"],
  [" , ", "application/json"],
  ["*/*", "application/json"],
  ["text/html", "text/html"],
  ["TEXT/HTML;charset=utf-8", "text/html"],
  ["text/*", "text/html"],
  ["text/html, application/json", "application/json"],
  ["application/json;q=0.5, text/html", "text/html"],
  ["*/*;q=0.1, text/html;q=0.2", "text/html"],
  ["application/json;q=0, */*", "text/html"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"],
  ["text/csv", undefined],
  ["application/json;q=0", undefined],
])("Accept: %s chooses %s", (accept, chosen) => {
  expect(chooseMediaType(accept, OFFERED)).toBe(chosen);
});

test.each([[";;;"], ["json"], ["/"], ["text/"], ["a/b c"], ["text/html, ;"]])("Accept: %s is refused", (accept) => {
  expect(() => chooseMediaType(accept, OFFERED)).toThrow("Accept cannot be read at");
});

test.each([
  ["application/json", "application/json"],
  [" Application/JSON ; charset=utf-8", "application/json"],
  ["", undefined],
  ["json", undefined],
  ["application/json, text/plain", undefined],
])("Content-Type: %s is %s", (header, mediaType) => {
  expect(readContentType(header)).toBe(mediaType);
});
