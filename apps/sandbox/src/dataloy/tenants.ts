/** A customer of Dataloy: credentials belong to one, and see nothing of the others. */
export type Tenant = {
  /** What its rows are marked with. */
  readonly id: number;
  readonly name: string;
  readonly user: string;
  readonly password: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Key of the user as whom all its credentials act. */
  readonly userKey: number;
};

/** The tenants of the sandbox, the first one with the documented records. */
export const TENANTS: readonly Tenant[] = [
  {
    id: 11,
    name: "Demo Shipping",
    user: "demo",
    password: "demo",
    clientId: "demo",
    clientSecret: "demo",
    userKey: 1201,
  },
  {
    id: 12,
    name: "Other Shipping",
    user: "demo2",
    password: "demo2",
    clientId: "demo2",
    clientSecret: "demo2",
    userKey: 1301,
  },
];
