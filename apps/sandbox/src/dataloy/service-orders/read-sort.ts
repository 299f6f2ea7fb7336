import type { Sort } from "../../store/disbursement-list.js";
import { refusing } from "./read-filter.js";
import { readPath } from "./read-path.js";

const FORM = /^([^()]*)\((AS|ASI|DS|DSI)\)$/;

/**
 * Reads the parameter `sort`. Its path leaves out rows as one of a filter does.
 *
 * @throws Refusal - 400 that says what is wrong.
 */
export function readSort(text: string): Sort {
  const refuse = refusing("sort", text);
  const [, path = "", direction = ""] = FORM.exec(text) ?? refuse("is not of the form <path>(AS); or ASI, DS, DSI");
  const { path: read } = readPath(path, refuse);
  return { path: read, direction: direction.startsWith("A") ? "asc" : "desc", fold: direction.endsWith("I") };
}
