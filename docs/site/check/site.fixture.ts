import { extname } from "node:path";
import { type SiteFile, typeOf } from "../server/read-files.ts";

/** A file of a site that is made up. */
export function fileOf(path: string, body: string | Buffer): SiteFile {
  return {
    body: Buffer.from(body),
    type: path.endsWith("/") ? "text/html; charset=utf-8" : typeOf(extname(path)),
    etag: "",
  };
}
