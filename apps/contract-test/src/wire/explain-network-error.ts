/**
 * Says in words why a fetch failed. Node's own message is always "fetch failed"; the reason hides in its causes.
 *
 * @returns A clause without a full stop, e.g. `nothing listens there (ECONNREFUSED)`.
 */
export function explainNetworkError(error: unknown): string {
  const code = codes(error).find((known) => Object.hasOwn(REASONS, known));
  if (code !== undefined) return `${REASONS[code]} (${code})`;
  const [first] = codes(error);
  return first === undefined ? deepestMessage(error) : `${deepestMessage(error)} (${first})`;
}

const UNTRUSTED = "its certificate is not trusted; if it is yours, name its authority in NODE_EXTRA_CA_CERTS";
const NO_TLS = "it does not speak TLS as asked for; check http or https, and the port";

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "its host name is unknown",
  EAI_AGAIN: "its host name could not be looked up",
  EHOSTUNREACH: "there is no way to its host",
  ENETUNREACH: "there is no way to its network",
  ETIMEDOUT: "it took too long to connect",
  UND_ERR_CONNECT_TIMEOUT: "it took too long to connect",
  ECONNRESET: "it cut the connection",
  UND_ERR_SOCKET: "it cut the connection",
  EPIPE: "it cut the connection",
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
  EPROTO: NO_TLS,
  HTTP: "something answers there, but not in HTTP",
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

/** The codes of an error and of its causes, outermost first. */
function codes(error: unknown): string[] {
  const found: string[] = [];
  for (const cause of causes(error)) {
    if (cause.name === "HTTPParserError") found.push("HTTP");
    else if ("code" in cause && typeof cause.code === "string") found.push(cause.code);
  }
  return found;
}

function deepestMessage(error: unknown): string {
  return causes(error).at(-1)?.message ?? String(error);
}

/** An error and what caused it. Looks no deeper than 8, for a cause may point back. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  let next = error;
  while (next instanceof Error && chain.length < 8) {
    chain.push(next);
    next = next instanceof AggregateError ? next.errors[0] : next.cause;
  }
  return chain;
}
