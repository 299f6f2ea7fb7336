import type { Context, Difference } from "./rule.ts";

/** A webhook's name is a key of the types, `webhooks["serviceOrderCreated"]`. */
export function webhookRenamed() {
  return {
    WebhooksMap: {
      PathItem(difference: Difference, { report }: Context) {
        if (difference.kind !== "modified" || difference.property !== "key") return;
        report({ message: `Webhook \`${difference.base.value}\` was renamed to \`${difference.revision.value}\`.` });
      },
    },
  };
}
