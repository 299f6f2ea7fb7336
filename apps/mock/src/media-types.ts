import { Refusal } from "@quayside/serve";
import { splitList } from "./list-header.js";

type MediaRange = { type: string; subtype: string; quality: number };

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const MEDIA_RANGE = new RegExp(`^(${TOKEN})/(${TOKEN})[ \\t]*(;.*)?$`);
const QUALITY = /;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[ \t]*(?:;|$)/i;

/** The media type of a `Content-Type` header in lower case and without parameters; undefined when it is none. */
export function readContentType(header: string): string | undefined {
  const [, type, subtype] = MEDIA_RANGE.exec(header.trim()) ?? [];
  return type === undefined ? undefined : `${type}/${subtype}`.toLowerCase();
}

/**
 * Chooses what to answer with (RFC 9110, 12.5.1).
 *
 * @param accept - The `Accept` header; null and "" accept everything.
 * @param offered - The best first: it decides between equals.
 * @returns undefined when nothing that is offered is accepted.
 * @throws Refusal - 400 when the header cannot be read.
 */
export function chooseMediaType(accept: string | null, offered: readonly string[]): string | undefined {
  const ranges = splitList(accept ?? "").map(readRange);
  if (ranges.length === 0) return offered[0];
  const rated = offered.map((mediaType) => ({ mediaType, quality: qualityOf(mediaType, ranges) }));
  const best = rated.reduce((most, one) => (one.quality > most.quality ? one : most), { mediaType: "", quality: 0 });
  return best.quality > 0 ? best.mediaType : undefined;
}

function readRange(element: string): MediaRange {
  const [, type, subtype, parameters] = MEDIA_RANGE.exec(element) ?? [];
  if (type === undefined || subtype === undefined) {
    throw new Refusal(400, `Accept cannot be read at "${element}". Write it like: Accept: application/json.`);
  }
  const quality = Number(QUALITY.exec(parameters ?? "")?.[1] ?? 1);
  return { type: type.toLowerCase(), subtype: subtype.toLowerCase(), quality };
}

/** The quality of the most specific range that fits; 0 where none fits. */
function qualityOf(mediaType: string, ranges: readonly MediaRange[]): number {
  const [type, subtype] = mediaType.split("/");
  const exact = ranges.find((range) => range.type === type && range.subtype === subtype);
  const family = ranges.find((range) => range.type === type && range.subtype === "*");
  const any = ranges.find((range) => range.type === "*" && range.subtype === "*");
  return (exact ?? family ?? any)?.quality ?? 0;
}
