import { Refusal } from "@quayside/serve";
import type { CreateWebhookSubscriptionRequest, WebhookSubscription } from "@quayside/types/sandbox";
import type { Entities } from "../../store/entities.js";
import type { SubscriptionRow } from "../../store/tables.js";
import { openRefer, writeEntity } from "../entity.js";
import { type FieldTree, readFields } from "../fields.js";
import { openReferences } from "../references.js";
import type { Tenant } from "../tenants.js";

/** What a new subscription needs beside the request. */
export type SubscriptionPlace = {
  readonly copy: number;
  /** Taken from the sequence `dataloy`. */
  readonly key: number;
  readonly tenant: Tenant;
  /** What `mentionedIn([request.user])` found. */
  readonly entities: Entities;
};

/**
 * Reads a subscription, which is then in force.
 *
 * @throws Refusal - 400 for an address that is not `http` or `https` or has credentials, an unknown user, or a broken `json`.
 */
export function readSubscription(
  request: CreateWebhookSubscriptionRequest,
  { copy, key, tenant, entities }: SubscriptionPlace,
): SubscriptionRow {
  const { user, channelInfo, eventType, dataloyObject = null, json = null, doNotUnsubscribe = false } = request;
  if (json !== null) readChosenFields(json);
  return {
    copy,
    owner: tenant.id,
    key,
    user_key: user === undefined ? tenant.userKey : openReferences(entities)("User", user),
    url: readAddress(request.url ?? channelInfo?.url ?? ""),
    event_type: eventType,
    dataloy_object: dataloyObject,
    json,
    do_not_unsubscribe: Number(doNotUnsubscribe),
    is_active: 1,
    unsubscription_date: null,
  };
}

/** Credentials in an address would be shown to everybody who reads the subscription, and no client sends them. */
function readAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !["http:", "https:"].includes(parsed.protocol))
    throw new Refusal(400, "url must be an http or https address.");
  if (parsed.username !== "" || parsed.password !== "")
    throw new Refusal(400, "url must not hold a user or a password. Put a secret into its path instead.");
  return url;
}

/**
 * Reads the fields that a subscription chose.
 *
 * @param json - A `fields` tree in Base64.
 * @throws Refusal - 400 that says what is wrong with it.
 */
export function readChosenFields(json: string): FieldTree {
  if (!/^[A-Za-z0-9+/\s]*={0,2}$/.test(json)) throw new Refusal(400, "json must be in Base64.");
  return readFields(Buffer.from(json, "base64").toString(), "json, decoded from Base64,");
}

/**
 * Writes a subscription.
 *
 * @param entities - Its user is shown with its code where it is among them.
 */
export function writeSubscription(row: SubscriptionRow, origin: string, entities: Entities): WebhookSubscription {
  return {
    ...writeEntity(origin, "WebhookSubscription", row.key),
    isSubscriptionActive: row.is_active === 1,
    url: row.url,
    eventType: row.event_type,
    objectType: "ServiceOrder",
    dataloyObject: row.dataloy_object,
    json: row.json,
    doNotUnsubscribe: row.do_not_unsubscribe === 1,
    unsubscriptionDate: row.unsubscription_date,
    user: openRefer(entities, origin)("User", row.user_key),
  };
}
