import { inspect } from "node:util";
import type { SampleRequest } from "../sample-request.ts";

/**
 * What a sample must print when it has got an answer.
 *
 * @param label - Of the sample.
 */
export function whatIsPrinted(label: string, answer: SampleRequest["answer"], got = { status: 0, body: "" }): string {
  if (label === "curl") return got.body;
  if (label === "TypeScript client" && answer === "nothing") return "";
  if (label === "TypeScript client") return `${inspect(got.body === "" ? undefined : JSON.parse(got.body))}\n`;
  if (answer !== "json") return `${got.status} ${got.body}\n`;
  return label === "Python" ? asPythonPrints(got.body) : `${inspect(JSON.parse(got.body))}\n`;
}

/** Python writes ASCII only. */
function asPythonPrints(json: string): string {
  const text = JSON.stringify(JSON.parse(json), null, 2);
  return `${text.replace(/[^\0-~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
