import { clientHints } from "./client-hints.ts";
import { described } from "./described.ts";
import { dialect } from "./dialect.ts";
import { evidence } from "./evidence.ts";
import { operationIds } from "./operation-ids.ts";
import { ownWords } from "./own-words.ts";
import { refusals } from "./refusals.ts";
import { soundSchemas } from "./sound-schemas.ts";
import { wholePaths } from "./whole-paths.ts";

/** The house rules as a Redocly plugin; `redocly.yaml` switches them on as `quayside/<name>`. */
export default function plugin() {
  return {
    id: "quayside",
    rules: {
      oas3: {
        "client-hints": clientHints,
        described,
        dialect,
        evidence,
        "operation-ids": operationIds,
        "own-words": ownWords,
        refusals,
        "sound-schemas": soundSchemas,
        "whole-paths": wholePaths,
      },
    },
  };
}
