import { references } from "../navigation.ts";
import { buildReference } from "./build-reference.ts";

for (const { id } of references) await buildReference(id);
