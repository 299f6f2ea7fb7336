/** What can be wrong with the built site. */
export type Rule =
  | "missing-page"
  | "missing-anchor"
  | "outside-base"
  | "insecure-link"
  | "empty-link"
  | "unknown-entry"
  | "duplicate-id"
  | "no-title"
  | "no-description"
  | "no-alt"
  | "broken-json"
  | "unreachable-page"
  | "heavy-page";

/** Something of the built site that is not right. */
export interface Finding {
  rule: Rule;
  /** The file that it is in: a Markdown file where a page was made of one, else the page's or the file's address. */
  where: string;
  /** A sentence that says what to do. */
  message: string;
}
