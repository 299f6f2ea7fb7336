/** What an error body may tell about the request that it answers. */
export type ErrorContext = { status: number; message: string; method: string; url: URL; date: Date };

/** One of the APIs that the mock serves: its bundled document, and what the document leaves to prose. */
export type Api = {
  name: string;
  /** Where all its paths begin, e.g. `/api/v1/`; an error on an unknown path takes the shape of the API whose prefix fits. */
  prefix: string;
  document: object;
  /** The value of `WWW-Authenticate` in a 401. */
  challenge: string;
  /** What to send, as a sentence for the body of a 401. */
  howToAuthorise: string;
  /** Judges the form of an `Authorization` header, never the key in it: any key of the right form is accepted. */
  isAuthorised(authorization: string): boolean;
  /** The body that the API sends with an error. */
  errorBody(context: ErrorContext): object;
};
