/** A page that is made while the site is built, of data that other parts of the project hold. */
export interface MadePage {
  /** Its place among the pages, in the form of the written ones: `guides/client.md` is served at `/guides/client/`. */
  file: string;
  /** Markdown that begins with a heading of the first level. Its links lead to other pages' files, as in written pages. */
  source: string;
}

/** Makes pages of what has been built before. */
export type PageMaker = () => Promise<MadePage[]>;
