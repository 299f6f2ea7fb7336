import fc from "fast-check";
import type { Caller } from "../call.js";
import { mostly } from "../values.js";

type Known = readonly (readonly [key: number, code?: string])[];

/** Objects of each tenant that can be referred to. */
const KNOWN: Readonly<Record<Caller, Readonly<Record<string, Known>>>> = {
  demo: {
    PortCall: [[36344211], [36344213]],
    BusinessPartner: [
      [20798543, "100131"],
      [20798544, "100132"],
    ],
    Currency: [
      [400008, "EUR"],
      [400132, "USD"],
    ],
    StatusType: [
      [1000129, "EST"],
      [1000130, "REV"],
      [1000131, "FIN"],
    ],
    ServiceCode: [
      [36567906, "TOW"],
      [36567907, "TOWX"],
    ],
  },
  demo2: {
    PortCall: [[136344213]],
    BusinessPartner: [],
    Currency: [
      [100400008, "EUR"],
      [100400132, "USD"],
    ],
    StatusType: [
      [101000129, "EST"],
      [101000130, "REV"],
    ],
    ServiceCode: [
      [136567906, "TOW"],
      [136567910, "PRC"],
    ],
  },
};

/** What nobody has, what the other tenant has, a status of another class, digits that are a code, a code in another case. */
const ODD = [
  7,
  36344217,
  136344213,
  400132,
  1000129,
  "USD",
  "NOPE",
  "OPR",
  1000201,
  "20798543",
  "eur",
  "100131",
  { key: 7 },
];

/** References to an object of a type, in each of the three forms; now and then to nothing. */
export function referenceTo(type: string, as: Caller): fc.Arbitrary<unknown> {
  const forms = (KNOWN[as][type] ?? []).flatMap(([key, code]) => {
    return [key, { key }, { key, self: "anything" }, ...(code === undefined ? [] : [code, code])];
  });
  const odd = fc.constantFrom(...ODD.filter((one) => type !== "PortCall" || typeof one !== "string"));
  return forms.length === 0 ? odd : mostly(fc.constantFrom(...forms), odd, 50);
}
