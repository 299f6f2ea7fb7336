import { Refusal } from "@quayside/serve";
import { issueAccessToken } from "../dataloy/access-tokens.js";
import type { ControlHandler } from "./context.js";

/** Gives a client of Dataloy a token. */
export const createAccessToken: ControlHandler<"createAccessToken"> = async ({ body }, { db, now }) => {
  const issued = await issueAccessToken(db, body, now);
  if (issued === undefined) throw new Refusal(401, "The client is unknown, or its secret is wrong.");
  return { status: 200, body: { ...issued, token_type: "Bearer" } };
};
