import { below, fromStrangers, OTHER, type Story } from "./story.ts";

const visit = below("/api/v1/truck_visits/");

const DROP_OFF = {
  purpose: "drop_off_container",
  container_number: "CAIU2340022",
  container_status: "full",
  booking_number: "10543688",
  chassis_number: "SEFZ104186",
};
const list = (id: number) => visit("GET", `${id}/interchanges.json`);
const create = (id: number, body: object) => visit("POST", `${id}/interchanges.json`, body);
const get = (id: number, interchange: number) => visit("GET", `${id}/interchanges/${interchange}.json`);
const update = (id: number, interchange: number, body: object) =>
  visit("PATCH", `${id}/interchanges/${interchange}.json`, body);
const remove = (id: number, interchange: number) => visit("DELETE", `${id}/interchanges/${interchange}.json`);

/** Everything that can be asked of interchanges. */
export const INTERCHANGES: readonly Story[] = [
  {
    name: "the life of an interchange",
    api: "octopi",
    steps: [
      list(4567),
      create(4567, DROP_OFF),
      list(4567),
      get(4567, 2205895),
      update(4567, 2205895, { chassis_number: "CH1234" }),
      get(4567, 2205895),
      update(4567, 2205895, { booking_number: null }),
      get(4567, 2205895),
      update(4567, 2205895, { completed_at: "2023-06-28T21:12:29.128+09:00" }),
      get(4567, 2205895),
      list(4567),
      update(4567, 2205895, { chassis_number: "CH1234" }),
      remove(4567, 2205895),
      get(4567, 2205895),
    ],
  },
  {
    name: "interchanges one by one",
    api: "octopi",
    steps: [
      ...[1876441, 123, 34234, 4567, 1876440, 5, 9001].map(list),
      ...[get(1876441, 2205894), get(123, 353389), get(123, 2205893), get(1876441, 1), get(9001, 354000)],
      { ...list(9001), as: OTHER.octopi },
      { ...list(1876441), as: OTHER.octopi },
    ],
  },
  {
    name: "several interchanges of a visit",
    api: "octopi",
    steps: [
      create(4567, { purpose: "drop_off_genset", genset_number: "GEN777" }),
      list(4567),
      create(4567, {
        purpose: "pick_up_container",
        container_number: "BSIU2346474",
        container_status: "empty",
        delivery_order_number: "DO-20118",
      }),
      create(4567, { purpose: "drop_off_chassis", chassis_number: "SEFZ104186", completed_at: "2023-04-13T14:30:00Z" }),
      list(4567),
      remove(4567, 2205895),
      list(4567),
      get(4567, 2205895),
      get(4567, 2205896),
      remove(4567, 2205895),
      remove(123, 353388),
      remove(123, 353389),
      list(123),
    ],
  },
  {
    name: "interchanges that are refused",
    api: "octopi",
    steps: [
      create(4567, { container_number: "CAIU2340022" }),
      create(4567, { purpose: "steal_container", container_number: "CAIU2340022" }),
      create(4567, { ...DROP_OFF, booking_number: "NONE" }),
      create(4567, { ...DROP_OFF, container_number: "CONZ1234674" }),
      create(1876440, DROP_OFF),
      create(5, DROP_OFF),
      update(1876441, 2205894, { chassis_number: "CH1234" }),
      update(1876441, 2205893, { purpose: "drop_off_container" }),
    ],
  },
  {
    name: "strangers at interchanges",
    api: "octopi",
    steps: [
      list(123),
      get(123, 12345),
      create(4567, DROP_OFF),
      update(123, 12345, { chassis_number: "CH1234" }),
      remove(123, 353388),
    ].flatMap(fromStrangers),
  },
];
