import { Refusal } from "@quayside/serve";

/** One thing that is wrong with a request, in the form that Prism's `sl-violations` header carries. */
export type Violation = { location: string[]; severity: "Error"; code: string; message: string };

/** Refuses a request that breaks the spec, and says where. */
export class InvalidRequest extends Refusal {
  readonly violations: readonly Violation[];

  constructor(status: number, message: string, violations: readonly Violation[]) {
    super(status, message);
    this.name = "InvalidRequest";
    this.violations = violations;
  }
}
