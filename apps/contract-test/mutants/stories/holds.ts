import { below, fromStrangers, OTHER, type Story } from "./story.ts";

const manifest = below("/api/v1/manifests/2018010126/bill_of_ladings/");
const list = (number = "TSCW12924362") => manifest("GET", `${number}/holds.json`);
const apply = (id: number, number = "TSCW12924362") => manifest("PUT", `${number}/holds/${id}.json`);
const lift = (id: number, hold: object = { reference_number: "RCPT-1" }) =>
  manifest("DELETE", `TSCW12924362/holds/${id}.json`, { hold });
const theirs = below("/api/v1/manifests/OSL-24-01/bill_of_ladings/OSLB0001");

/** Everything that can be asked of holds. */
export const HOLD_STORIES: readonly Story[] = [
  {
    name: "the life of a hold",
    api: "octopi",
    steps: [
      list(),
      apply(34),
      list(),
      apply(34),
      lift(36),
      list(),
      lift(36),
      lift(34),
      list(),
      apply(34),
      apply(36),
      list(),
      lift(34),
      list(),
    ],
  },
  {
    name: "holds that come back",
    api: "octopi",
    steps: [
      lift(36, { reference_number: "RCPT-2", lift_until: "2019-10-10" }),
      list(),
      lift(36, { reference_number: "RCPT-2", lift_until: "2099-01-01" }),
      list(),
    ],
  },
  {
    name: "holds that are refused",
    api: "octopi",
    steps: [
      list("NONE"),
      list("TSCW%2F2024%207"),
      apply(999),
      lift(999),
      lift(36, {}),
      list(),
      lift(36, { reference_number: "" }),
      manifest("DELETE", "TSCW12924362/holds/36.json"),
      list(),
      manifest("PROPFIND", "TSCW12924362/holds.json"),
      theirs("GET", "/holds.json"),
      theirs("GET", "/holds.json", undefined, { as: OTHER.octopi }),
    ],
  },
  { name: "strangers at holds", api: "octopi", steps: [list(), apply(34), lift(36)].flatMap(fromStrangers) },
];
