import type { Collection } from "../collection.ts";

/** A program, by the importer that its makers publish. */
export interface Program {
  readonly name: string;
  /** The importer's package and version, as they are installed. */
  readonly importer: string;
  /** Imports the text of a bundle, with the settings that the guide names. */
  importBundle(text: string): Promise<Collection>;
}
