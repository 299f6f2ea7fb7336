import type { Context } from "./rule.ts";
import { type Difference, memberOf, nameOf, ofNamed, type Pair, placeOf, typeOf } from "./rule.ts";

// These say something about the API and do not change it.
const ABOUT = new Set(["Tag", "TagList", "ExternalDocs", "Contact", "License", "Logo", "XML", "SpecExtension"]);
const HINTS = new Set(["x-pagination", "x-natural-key"]);

/** Says what is new. Redocly rates it minor and says nothing; documentation, which it rates minor too, is left out. */
export function added() {
  return {
    any(difference: Difference, { report }: Context) {
      if (difference.kind !== "added" || isUnused(difference.node) || isAbout(difference.node)) return;
      report({ message: `${nameFor(difference.node)} was added.` });
    },
  };
}

/** A component has an effect where it is used only; but a schema is a type of its own. */
function isUnused(pair: Pair): boolean {
  if (typeOf(pair.parent) === "NamedSchemas") return false;
  return [pair, pair.parent, pair.parent?.parent ?? null].some((each) => typeOf(each) === "Components");
}

function isAbout(pair: Pair): boolean {
  return ABOUT.has(typeOf(pair)) && !HINTS.has(nameOf(pair));
}

function nameFor(pair: Pair): string {
  const name = `\`${nameOf(pair)}\``;
  switch (typeOf(pair)) {
    case "PathItem":
      return `${typeOf(pair.parent) === "WebhooksMap" ? "Webhook" : "Path"} ${name}`;
    case "Operation":
      return `Operation \`${nameOf(pair).toUpperCase()} ${pair.parent === null ? "" : nameOf(pair.parent)}\``;
    case "Parameter":
      return `Optional \`${memberOf(placeOf(pair), "name")}\` ${memberOf(placeOf(pair), "in")} parameter`;
    case "RequestBody":
      return "An optional request body";
    case "Schema":
      return nameForSchema(pair, name);
    case "SecurityRequirement":
      return `Security requirement \`${Object.keys(Object(placeOf(pair).value)).join(" + ") || "none"}\``;
    default:
      return `${words(typeOf(pair))} ${name}`;
  }
}

function nameForSchema(pair: Pair, name: string): string {
  const within = pair.parent?.parent ?? null;
  if (typeOf(pair.parent) === "NamedSchemas") return `Schema ${name}`;
  if (typeOf(pair.parent) === "SchemaProperties") return `Property ${name}${ofNamed(within)}`;
  return `A subschema${pair.parent === null ? "" : ` in \`${nameOf(pair.parent)}\``}${ofNamed(within)}`;
}

/** `MediaType` → "Media type". */
function words(type: string): string {
  const [first = "", ...rest] = type.split(/(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(" ");
}
