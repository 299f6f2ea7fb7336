import { inRequest, type Json } from "../../change.ts";
import { octopi } from "../../define.ts";
import type { Mutant } from "../../mutant.ts";
import { reading, showing } from "./orders.ts";
import { withOffset, writeTime } from "./time.ts";

/** What service orders get wrong about time. */
export const TIMES_OF_SERVICE_ORDERS: readonly Mutant[] = [
  octopi("time-zone", "getServiceOrder", "due times have no offset", showing(due((text) => text.slice(0, 19)))),
  octopi(
    "time-zone",
    "getServiceOrder",
    "an order is due an hour later when it is read again",
    reading(due((text) => withOffset(Date.parse(text) + 3_600_000, text.slice(19)))),
  ),
  octopi(
    "time-zone",
    "updateServiceOrder",
    "due times in summer come with the offset of winter",
    showing(due((text) => (text.endsWith("-04:00") ? `${text.slice(0, 19)}-05:00` : text))),
  ),
  octopi(
    "time-zone",
    "updateServiceOrder",
    "due times come in UTC, and not in the terminal's zone",
    showing(due((text) => writeTime(Date.parse(text), "UTC").replace("+00:00", "Z"))),
  ),
  octopi("time-zone", "createServiceOrder", "the offset of a due time is not heeded", {
    createServiceOrder: inRequest(dueIn((text) => text.replace(/(Z|[+-]\d\d:\d\d)$/, "Z"))),
    updateServiceOrder: inRequest(dueIn((text) => text.replace(/(Z|[+-]\d\d:\d\d)$/, "Z"))),
  }),
  octopi(
    "time-zone",
    "createServiceOrder",
    "the time of day of a due time is forgotten",
    inRequest(dueIn((text) => text.replace(/T\d\d:\d\d:\d\d/, "T00:00:00"))),
  ),
  octopi("precision", "createServiceOrder", "the seconds of a due time are forgotten", {
    createServiceOrder: inRequest(dueIn((text) => text.replace(/(T\d\d:\d\d):\d\d(\.\d+)?/, "$1:00"))),
    updateServiceOrder: inRequest(dueIn((text) => text.replace(/(T\d\d:\d\d):\d\d(\.\d+)?/, "$1:00"))),
  }),
  octopi(
    "precision",
    "updateServiceOrder",
    "a due time with fractions of a second is refused",
    inRequest(dueIn((text) => text.replace(/\.\d+/, " "))),
  ),
  octopi(
    "time-zone",
    "updateServiceOrder",
    "31 April is 30 April",
    inRequest(dueIn((text) => text.replace(/-(04|06|09|11)-31T/, "-$1-30T"))),
  ),
  octopi(
    "time-zone",
    "createServiceOrder",
    "a new order was created an hour ago",
    showing((order) => ({
      ...order,
      created_at: withOffset(Date.parse(order.created_at) - 3_600_000, order.created_at.slice(19)),
    })),
  ),
];

function due(change: (text: string) => string): (order: Json) => Json {
  return (order) => ({ ...order, due_at: order.due_at === null ? null : change(order.due_at) });
}

function dueIn(change: (text: string) => string): (body: Json) => Json {
  return ({ service_order: { due_at, ...rest } }) => ({
    service_order: due_at === undefined ? rest : { ...rest, due_at: change(due_at) },
  });
}
