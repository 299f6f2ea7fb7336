/** An organisation that uses Octopi: a token belongs to one, and sees nothing of the others. */
export type Organisation = {
  /** What its rows are marked with. */
  readonly id: number;
  readonly name: string;
  readonly token: string;
  /** An IANA zone; answers show its times. */
  readonly timeZone: string;
  readonly weightUnit: "kg" | "lb";
};

/** The organisations of the sandbox, the first one with the documented records. */
export const ORGANISATIONS: readonly Organisation[] = [
  { id: 1, name: "Demo Terminal", token: "demo", timeZone: "America/New_York", weightUnit: "kg" },
  { id: 2, name: "Other Terminal", token: "demo2", timeZone: "Europe/Oslo", weightUnit: "lb" },
];

/** What Octopi calls whoever acts through its API. */
export const SYSTEM = "System";
