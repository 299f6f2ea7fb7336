import { headerOf, type RecordedBody, type RecordedMessage } from "./recorded-exchange.js";

/** A body as text; undefined where the recording does not have it. Bytes are read as `charset` says, by default as UTF-8. */
export function bodyText(message: RecordedMessage): string | undefined {
  const { body } = message;
  if (body === undefined) return undefined;
  // What reads bytes drops a byte order mark, and so must we where the recorder was the one who read them.
  if (typeof body === "string") return body.startsWith(MARK) ? body.slice(1) : body;
  return decoderOf(headerOf(message, "content-type"), {}).decode(body);
}

/** What a recording keeps of a body: its text where it can be read as text, and none of it would be lost; else its bytes. */
export function recordedBody(bytes: Uint8Array, contentType: string | null): RecordedBody {
  if (bytes.length === 0) return "";
  const kept = new Uint8Array(bytes);
  try {
    return decoderOf(contentType, { fatal: true, ignoreBOM: true }).decode(kept);
  } catch {
    return kept;
  }
}

const MARK = "\ufeff";

/** An encoding that nobody knows is read as UTF-8: what is wrong then shows in the text. */
function decoderOf(
  contentType: string | null,
  options: { fatal?: boolean; ignoreBOM?: boolean },
): InstanceType<typeof TextDecoder> {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "") ?? [];
  try {
    return new TextDecoder(charset, options);
  } catch {
    return new TextDecoder("utf-8", options);
  }
}
