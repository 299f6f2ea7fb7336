import type { Release } from "./release.ts";

const OLDEST_NPM = "11.5.1";
const TOKENS = ["NODE_AUTH_TOKEN", "NPM_TOKEN"];

/**
 * Sees to it that nothing is published but by a workflow that the registry trusts, with provenance.
 *
 * @throws Error that says what to change.
 */
export function refuseUntrusted(
  releases: readonly Release[],
  environment: Readonly<Record<string, string | undefined>>,
  npmVersion: string,
): void {
  const token = TOKENS.find((name) => environment[name]);
  if (token !== undefined) {
    throw new Error(
      `${token} is set. We publish by OIDC, and never with a token: take it away (actions/setup-node sets one where it is given "registry-url").`,
    );
  }
  if (!environment.ACTIONS_ID_TOKEN_REQUEST_URL) {
    throw new Error(
      'Only a GitHub workflow publishes, in a job with "permissions: id-token: write". Try --dry-run here.',
    );
  }
  if (isOlder(npmVersion, OLDEST_NPM)) {
    throw new Error(`npm ${npmVersion} cannot publish by OIDC; it takes ${OLDEST_NPM} or newer, which Node 24 brings.`);
  }
  const here = `git+${environment.GITHUB_SERVER_URL}/${environment.GITHUB_REPOSITORY}.git`;
  const other = releases.find(({ manifest }) => manifest.repository?.url !== here);
  if (other === undefined) return;
  const { name, repository } = other.manifest;
  throw new Error(
    `${name} was packed for ${repository?.url ?? "no repository"}, and this is ${here}. Pack it in a workflow of this repository.`,
  );
}

/** Of versions without prereleases. */
function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) < 0;
}
