import type { Comment, CommentDisplayPart, SomeType } from "typedoc";

/** The place of an export, as an address to link to from a page; undefined where it has none. */
export type Places = (name: string) => string | undefined;

/** A type on one line, as code in which the exports are links. */
export function writeType(type: SomeType | undefined, places: Places): string {
  const text = `${type}`.replace(/\s+/g, " ");
  const linked = text.split(/\b([A-Za-z_]\w*)\b/).map((part, index) => {
    const place = index % 2 ? places(part) : undefined;
    return place === undefined ? escapeCode(part) : `<a href="${place}">${part}</a>`;
  });
  return `<code>${linked.join("")}</code>`;
}

/** Code on one line, also in a table. */
export function writeCode(text: string): string {
  return `<code>${escapeCode(text)}</code>`;
}

/** The sentences of a doc comment. */
export function writeSummary(comment: Comment | undefined, places: Places): string {
  return comment ? writeParts(comment.summary, places) : "";
}

/** What a doc comment says under a tag such as `@throws`; empty where it says nothing. */
export function writeTag(comment: Comment | undefined, tag: `@${string}`, places: Places): string {
  const content = comment?.getTag(tag)?.content ?? [];
  return writeParts(content, places);
}

function writeParts(parts: readonly CommentDisplayPart[], places: Places): string {
  return parts
    .map((part) => writePart(part, places))
    .join("")
    .trim();
}

function writePart(part: CommentDisplayPart, places: Places): string {
  if (part.kind === "text") return linkNames(part.text.replaceAll("<", "&lt;"), places);
  if (part.kind !== "inline-tag") return part.text;
  const { target, tsLinkText, text } = part;
  const label = tsLinkText || text;
  const place = typeof target === "string" ? target : target && "name" in target ? places(target.name) : undefined;
  return place === undefined ? `\`${label}\`` : `[\`${label}\`](${place})`;
}

/** Links the exports that the text names, as far as no word of English is written so: `ApiError`. */
function linkNames(text: string, places: Places): string {
  return text.replace(/\b[A-Z][a-z]+[A-Z]\w*\b/g, (name) => {
    const place = places(name);
    return place === undefined ? name : `[${name}](${place})`;
  });
}

/** No character that Markdown, its typography, a table or HTML would act upon. */
function escapeCode(text: string): string {
  return text.replace(/[^A-Za-z0-9 ,:;?()/=]/g, (character) => `&#${character.codePointAt(0)};`);
}
