/** One thing that is wrong with a request, in the form that Prism's `sl-violations` header carries. */
export type Violation = { location: string[]; severity: "Error"; code: string; message: string };

/** Ends the handling of a request with a 4xx answer. The message tells the caller what to do instead. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly violations: readonly Violation[];

  constructor(status: number, message: string, headers: Record<string, string> = {}, violations: Violation[] = []) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.headers = headers;
    this.violations = violations;
  }
}
