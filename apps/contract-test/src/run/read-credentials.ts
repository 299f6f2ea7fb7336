import { CannotRun } from "../cannot-run.js";

/** Who sends the requests: an API key or access token, or a user with a password. */
export type Credentials =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "user"; readonly username: string; readonly password: string };

/** Credentials as they are written on a command line. */
export type CredentialsText = {
  /** Octopi's API key, or a bearer token of Dataloy; without a scheme in front. */
  readonly token?: string | undefined;
  /** `name:password`, for Dataloy tenants with HTTP Basic. The password may hold further colons. */
  readonly user?: string | undefined;
};

/**
 * Reads credentials.
 *
 * @throws CannotRun when there are none, or both, or they cannot be sent. No message holds them.
 */
export function readCredentials({ token, user }: CredentialsText): Credentials {
  if (token !== undefined && user !== undefined) throw new CannotRun("Give a token or a user, not both.");
  if (user !== undefined) return readUser(user);
  if (token === undefined || token === "") {
    throw new CannotRun(
      "A token is missing: pass --token <token> or set QUAYSIDE_TOKEN (Dataloy also takes --user <name:password>). The mock takes any.",
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CannotRun("The token holds spaces or other characters that no header can carry; copy it again.");
  return { kind: "token", token };
}

function readUser(user: string): Credentials {
  const colon = user.indexOf(":");
  if (colon < 1 || colon === user.length - 1) throw new CannotRun("The user is not of the form name:password.");
  return { kind: "user", username: user.slice(0, colon), password: user.slice(colon + 1) };
}

/** The value of an `Authorization` header for HTTP Basic, in UTF-8. */
export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}

/**
 * Reads the credentials of another tenant.
 *
 * @throws CannotRun when they are the run's own, or cannot be sent.
 */
export function readOther({ token, user }: CredentialsText, own: Credentials): Credentials | undefined {
  if (token === undefined && user === undefined) return undefined;
  const other = readCredentials({ token, user });
  if (JSON.stringify(other) !== JSON.stringify(own)) return other;
  throw new CannotRun(
    "The other tenant's credentials are those of the run itself; leave them out, or give another tenant's.",
  );
}

/** Texts that must be in no output. */
export function secretsOf({
  credentials,
  other,
}: {
  credentials: Credentials;
  other?: Credentials | undefined;
}): string[] {
  return [credentials, ...(other === undefined ? [] : [other])].flatMap((one) => {
    if (one.kind === "token") return [one.token];
    return [basic(one.username, one.password).slice("Basic ".length), one.password];
  });
}
