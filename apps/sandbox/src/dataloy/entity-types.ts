import type { EntityRow } from "../store/tables.js";

/** A type of object that others refer to. */
export type EntityType = EntityRow["type"];

/** What an object of each type shows beside key and address, and where it is stored (D-94). */
export const ENTITY_TYPES: Readonly<Record<EntityType, Readonly<Record<string, "code" | "name">>>> = {
  PortCall: {},
  BusinessPartner: { businessPartnerCode: "code", businessPartnerName: "name" },
  Currency: { currencyCode: "code" },
  StatusType: { statusTypeCode: "code", statusTypeDesc: "name" },
  ServiceCode: { serviceCode: "code" },
  User: { userCode: "code" },
};
