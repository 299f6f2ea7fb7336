import { added } from "./added.ts";
import { clientHintRemoved } from "./client-hint-removed.ts";
import { defaultChanged } from "./default-changed.ts";
import { deprecated } from "./deprecated.ts";
import { discriminatorChanged } from "./discriminator-changed.ts";
import { exampleRemoved } from "./example-removed.ts";
import { headerBecameOptional } from "./header-became-optional.ts";
import { oneWayOnly } from "./one-way-only.ts";
import { otherwiseConstrained } from "./otherwise-constrained.ts";
import { pathParameterRenamed } from "./path-parameter-renamed.ts";
import { requestBodyAdded } from "./request-body-added.ts";
import { requestPropertyRemoved } from "./request-property-removed.ts";
import { schemaNameRemoved } from "./schema-name-removed.ts";
import { securityInherited } from "./security-inherited.ts";
import { signInChanged } from "./sign-in-changed.ts";
import { successAdded } from "./success-added.ts";
import { webhookRenamed } from "./webhook-renamed.ts";

/** The house's diff rules as a Redocly plugin; `diff.yaml` rates them as `quayside/<name>`. */
export default function plugin() {
  return {
    id: "quayside",
    diff: {
      oas3: {
        added,
        "client-hint-removed": clientHintRemoved,
        "default-changed": defaultChanged,
        deprecated,
        "discriminator-changed": discriminatorChanged,
        "example-removed": exampleRemoved,
        "header-became-optional": headerBecameOptional,
        "one-way-only": oneWayOnly,
        "otherwise-constrained": otherwiseConstrained,
        "path-parameter-renamed": pathParameterRenamed,
        "request-body-added": requestBodyAdded,
        "request-property-removed": requestPropertyRemoved,
        "schema-name-removed": schemaNameRemoved,
        "security-inherited": securityInherited,
        "sign-in-changed": signInChanged,
        "success-added": successAdded,
        "webhook-renamed": webhookRenamed,
      },
    },
  };
}
