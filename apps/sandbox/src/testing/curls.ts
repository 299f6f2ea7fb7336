/** A command of a vendor's page, as it is printed but for its typing errors, and the status that it is answered. */
export type Curl = { readonly operationId: string; readonly command: string; readonly status: number };

/**
 * Every curl of Octopi's four pages, in their order. Mended are: stray backslashes in bodies, a trailing comma, a quote that is never
 * closed and one too many, missing tokens, and the names in colons that stand for a value.
 */
export const OCTOPI_CURLS: readonly Curl[] = [
  {
    operationId: "listServiceOrders",
    status: 200,
    command: `curl 'https://app.octopi.co/api/v1/service_orders' \\
      -X 'GET' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN'`,
  },
  {
    operationId: "getServiceOrder",
    status: 200,
    command: `curl 'https://app.octopi.co/api/v1/service_orders/ORDER_NUMBER.json' \\
      -X 'GET' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN'`,
  },
  {
    operationId: "createServiceOrder",
    status: 201,
    command: `curl 'https://app.octopi.co/api/v1/service_orders' \\
      -X 'POST' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN' \\
      -d '{
        "service_order": {
          "order_number": "API_TEST_002",
          "cargo_type": "container",
          "due_at": "2024-05-20T00:00:00Z",
          "comment": "New SO",
          "container_ids": [
            4337700
          ],
          "service_ids": [
            "cleaning",
            721
          ]
        }
      }'`,
  },
  {
    operationId: "updateServiceOrder",
    status: 200,
    command: `curl 'https://app.octopi.co/api/v1/service_orders/ORDER_NUMBER.json' \\
      -X 'PUT' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN' \\
      -d '{
        "service_order": {
          "order_number": "API_TEST_002_UPDATED",
          "due_at": "2024-04-31T00:00:00Z",
          "comment": "Updating order number and due at"
        }
      }'`,
  },
  {
    operationId: "deleteServiceOrder",
    status: 200,
    command: `curl 'https://app.octopi.co/api/v1/service_orders/ORDER_NUMBER.json' \\
      -X 'DELETE' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN'`,
  },
  {
    operationId: "cancelServiceOrder",
    status: 200,
    command: `curl 'https://app.octopi.co/api/v1/service_orders/ORDER_NUMBER/cancel.json' \\
      -X 'PUT' \\
      -H 'Accept: application/json' \\
      -H 'Content-Type: application/json' \\
      -H 'Authorization: Token token=YOURTOKEN' \\
      -d '{
        "service_order": {
          "cancellation_reason": "Lorem Ipsum"
        }
      }'`,
  },
  {
    operationId: "listInterchanges",
    status: 200,
    command: `curl --location \\
      --request GET 'https://app.octopi.co/api/v1/truck_visits/1876441/interchanges.json' \\
      --header 'Content-Type: application/json' --header 'Authorization: Token token=YOURTOKEN' \\
      --data-raw '{}'`,
  },
  {
    operationId: "getInterchange",
    status: 200,
    command: `curl --location --request GET 'https://app.octopi.co/api/v1/truck_visits/34234/interchanges/123.json' \\
      --header 'Content-Type: application/json' --header 'Authorization: Token token=YOURTOKEN'`,
  },
  {
    operationId: "deleteInterchange",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/truck_visits/123/interchanges/353388.json" -X DELETE -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOUR TOKEN HERE"`,
  },
  {
    operationId: "createInterchange",
    status: 201,
    command: `curl --location --request POST 'https://app.octopi.co/api/v1/truck_visits/1876441/interchanges.json' \\
      --header 'Content-Type: application/json' --header 'Authorization: Token token=YOURTOKEN' \\
      --data-raw '{
        "purpose": "drop_off_container",
        "container_number": "CAIU2340022",
        "container_status": "full",
        "booking_number": "10543688",
        "chassis_number": "SEFZ104186"
      }'`,
  },
  {
    operationId: "updateInterchange",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/truck_visits/123/interchanges/12345.json" -X PATCH -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=ADD TOKEN HERE" \\
      -d '{
        "container_number": "CON123456",
        "booking_number": "BOOK1234",
        "chassis_number": "CH1234",
        "genset_number": "GEN123",
        "export_release_number": "EXP123",
        "bill_of_lading_number":  null,
        "delivery_order_number":  null,
        "completed_at": "2023-06-28T21:12:29.128+09:00"
      }'`,
  },
  {
    operationId: "listLineItems",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/bill_of_ladings/1001/line_items.json" -X GET -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=ADD TOKEN HERE"`,
  },
  {
    operationId: "createLineItem",
    status: 201,
    command: `curl "https://app.octopi.co/api/v1/bill_of_ladings/1001/line_items.json" -d '{ "line_item": { "container_id": 123456789, "container_type_label": "40DV", "container_weight": 4000.0, "container_weight_unit": "kg", "flex_fields": [{ "label": "flex_field_label", "value": "flex_field_value"}] } }' -X POST -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOUR TOKEN HERE"`,
  },
  {
    operationId: "updateLineItem",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/bill_of_ladings/1001/line_items/38.json" -d '{ "line_item": { "container_id": 123456789, "container_type_label": "40DV", "container_weight": 4200.0, "container_weight_unit": "kg", "flex_fields": [{ "label": "flex_field_label", "value": "flex_field_value"}] } }' -X PATCH -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOUR TOKEN HERE"`,
  },
  {
    operationId: "deleteLineItem",
    status: 204,
    command: `curl "https://app.octopi.co/api/v1/bill_of_ladings/1001/line_items/38.json" -X DELETE -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOUR TOKEN HERE"`,
  },
  {
    operationId: "listHolds",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/manifests/MANIFEST_CLIENT_IDENTIFIER/bill_of_ladings/BILL_OF_LADING_NUMBER/holds.json" -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOURTOKEN"`,
  },
  {
    operationId: "liftHold",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds/36.json" -X DELETE -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOURTOKEN" -d '{"hold": { "reference_number": "Your Reference Number", "lift_until": "2019-10-10" } }'`,
  },
  {
    operationId: "applyHold",
    status: 200,
    command: `curl "https://app.octopi.co/api/v1/manifests/2018010126/bill_of_ladings/TSCW12924362/holds/34.json" -X PUT -H "Accept: application/json" -H "Content-Type: application/json" -H "Authorization: Token token=YOURTOKEN"`,
  },
];

/** Dataloy's page prints addresses, bodies and a header; here they are commands. */
export const DATALOY_CURLS: readonly Curl[] = [
  {
    operationId: "getServiceOrder",
    status: 200,
    command: `curl 'http://platform-dev.dataloy.com/ws/rest/ServiceOrder/36647845' -H 'fields: {"amountAdvanced":"*","amountAdvancedCurrency":{"currencyCode":"*"},"businessPartner":{"businessPartnerCode":"*"},"exchangeRate":"*","portCall":"*","orderDate":"*","externalReferenceNo":"*","currency":{"currencyCode":"*"},"status":{"statusTypeCode":"*"},"serviceOrderLines": { "description":"*", "isCharterersCost":"*", "isOwnersCost":"*", "amountEstimate":"*", "amountFinal":"*", "amountRevised":"*", "serviceCode":{"serviceCode":"*"}}}'`,
  },
  {
    operationId: "listServiceOrders",
    status: 200,
    command: `curl 'http://platform-dev.dataloy.com/ws/rest/ServiceOrder'`,
  },
  {
    operationId: "createServiceOrder",
    status: 201,
    command: `curl 'http://platform-dev.dataloy.com/ws/rest/ServiceOrder' -X POST -H 'Content-Type: application/json' -d '{ "portCall": 36344213, "businessPartner": "100131", "externalReferenceNo": "DA1234", "exchangeRate": 1.2345, "currency": "USD", "orderDate": "2020-10-01T00:00:00", "status": "EST", "amountAdvanced": 10000.0, "amountAdvancedCurrency": "EUR", "serviceOrderLines": [ { "amountEstimate": 10000.0, "amountRevised": 0.0, "amountFinal": 0.0, "description": "", "isOwnersCost": false, "isCharterersCost": true, "serviceCode": "TOW" } ] }'`,
  },
  {
    operationId: "updateServiceOrder",
    status: 200,
    command: `curl 'http://localhost/ws/rest/ServiceOrder/1116526' -X PUT -H 'Content-Type: application/json' -d '{ "status":"FIN", "serviceOrderLines":[ { "key":1116527, "amountFinal":11000.0 } ] }'`,
  },
];
