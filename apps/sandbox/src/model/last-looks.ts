import type { ModelCall } from "./call.js";

const BOTH = ["demo", "demo2"] as const;

/** All service orders. */
export const ORDER_LOOKS = BOTH.map(
  (as): ModelCall => octopi({ operation: "listServiceOrders", as, query: { per: 100 } }),
);

/** All line items, holds and interchanges of those that the random calls are about; and on which chassis containers stand. */
export const CARGO_LOOKS: readonly ModelCall[] = [
  ...[1001, 1003].map((bill) => lineItems(bill)),
  lineItems(1101, "demo2"),
  octopi({ operation: "listHolds", path: holdsOf("2018010126", "TSCW12924362") }),
  octopi({ operation: "listHolds", path: holdsOf("OSL-24-01", "OSLB0001"), as: "demo2" }),
  { api: "sandbox", operation: "listHoldEvents" },
  ...[1876441, 123].map((visit) => octopi({ operation: "listInterchanges", path: { truck_visit_id: visit } })),
  octopi({ operation: "listInterchanges", path: { truck_visit_id: 9001 }, as: "demo2" }),
  ...["NEW1", "NEW2", "CONZ1234674"].map(comesAgain),
];

const FIELDS = {
  ...{
    portCall: "*",
    currency: { currencyCode: "*" },
    status: { statusTypeCode: "*" },
    amount: "*",
    modifiedDate: "*",
  },
  ...{ externalReferenceNo: "*", exchangeRate: "*", amountAdvanced: "*", nominationEmail: "*", emailSentDate: "*" },
  serviceOrderLines: { serviceCode: "*", description: "*", amountFinal: "*", isOwnersCost: "*", changedById: "*" },
};

/** All of Dataloy's service orders. */
export const DISBURSEMENT_LOOKS = BOTH.map((as): ModelCall => {
  return { api: "dataloy", operation: "listServiceOrders", as, header: { fields: JSON.stringify(FIELDS) } };
});

function octopi(call: Omit<ModelCall, "api">): ModelCall {
  return { api: "octopi", ...call };
}

function lineItems(bill_of_lading_id: number, as: ModelCall["as"] = "demo"): ModelCall {
  return octopi({ operation: "listLineItems", as, path: { bill_of_lading_id }, query: { per: 100 } });
}

function holdsOf(manifest_client_identifier: string, bill_of_lading_number: string) {
  return { manifest_client_identifier, bill_of_lading_number };
}

/** Answers the chassis that the container stands on; it comes without one. */
function comesAgain(container_number: string): ModelCall {
  const body = { purpose: "drop_off_container", container_number, completed_at: "2024-01-29T10:33:55Z" };
  return octopi({ operation: "createInterchange", path: { truck_visit_id: 4567 }, body });
}
