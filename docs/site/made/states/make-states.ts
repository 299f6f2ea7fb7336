import { lifecycles } from "@quayside/contract-test/lifecycles";
import { apis } from "../../navigation.ts";
import type { PageMaker } from "../made-page.ts";
import { writeStates } from "./write-states.ts";

/** Makes the page of the states that records can be in. */
export const makeStates: PageMaker = async () => [{ file: "states.md", source: writeStates(lifecycles(), apis) }];
