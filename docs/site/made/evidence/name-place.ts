import type { OpenApiDocument } from "../../reference/read-bundle.ts";
import { namesIn, valueAt } from "./find-users.ts";

/** A place in a description, for people. */
export interface Place {
  /** The component, parameter or webhook that it belongs to, in code style. */
  owner: string;
  /** The way to it within its owner, in code style: `service_order.service_ids[]`. Empty for the owner itself. */
  within: string;
}

/** Names the place of a JSON pointer into a bundle. */
export function namePlace(document: OpenApiDocument, pointer: string): Place {
  const [group = "", kind = "", name = "", ...rest] = namesIn(pointer);
  if (group === "webhooks") return { owner: `webhook \`${kind}\``, within: within([name, ...rest]) };
  if (group !== "components") return { owner: "", within: code(namesIn(pointer).join(" ")) };
  if (kind === "schemas") return { owner: code(name), within: within(rest) };
  if (kind === "parameters") {
    const { name: onWire } = Object(valueAt(document, pointer.split("/").slice(0, 4).join("/")));
    return { owner: `parameter \`${onWire}\``, within: "" };
  }
  if (kind === "securitySchemes") return { owner: `security scheme \`${name}\``, within: "" };
  return { owner: `response \`${name}\``, within: within(rest) };
}

function within(names: readonly string[]): string {
  const response = /^(?:\w+ )?responses (\S+)$/.exec(names.join(" "));
  if (response !== null) return `response ${response[1]}`;
  const [first, second] = names;
  if (first === "content") return `as \`${second}\``;
  if (first === "headers") return `header \`${second}\``;
  const path = names
    .join("/")
    .replace(/(^|\/)(allOf|oneOf|anyOf)\/\d+/g, "")
    .split("/");
  return code(propertyPath(path));
}

function propertyPath(names: readonly string[]): string {
  return names
    .map((name, at) => (name === "items" && names[at - 1] !== "properties" ? "[]" : name))
    .filter((name, at) => name !== "" && !(name === "properties" && names[at - 1] !== "properties"))
    .join(".")
    .replaceAll(".[]", "[]");
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}
