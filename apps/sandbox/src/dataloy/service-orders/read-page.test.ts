import { expect, test } from "vitest";
import { readPage } from "./read-page.js";

test("without paging a list has 2,000 rows", () => {
  expect(readPage({}, false)).toEqual({ offset: 0, limit: 2000 });
});

test("without paging the cap can be lifted", () => {
  expect(readPage({}, true)).toEqual({ offset: 0, limit: undefined });
});

test("pages count from 1", () => {
  expect(readPage({ pageNumber: 3, limit: 25 }, false)).toEqual({ offset: 50, limit: 25 });
});

test("a limit alone gives the first page", () => {
  expect(readPage({ limit: 5000 }, false)).toEqual({ offset: 0, limit: 5000 });
});

test("a page number alone counts pages of 2,000", () => {
  expect(readPage({ pageNumber: 2 }, true)).toEqual({ offset: 2000, limit: 2000 });
});

test("the greatest page begins at a number that databases take", () => {
  const greatest = Number.MAX_SAFE_INTEGER;
  expect(readPage({ pageNumber: greatest, limit: greatest }, false).offset).toBe(greatest);
});
