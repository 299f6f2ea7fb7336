import { expect, test } from "vitest";
import { refuseUntrusted } from "./refuse-untrusted.ts";

const WORKFLOW = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "some-fork/quayside",
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://token.example",
};
const NPM = "11.5.1";
const OWN = "git+https://github.com/some-fork/quayside.git";

test.each(["11.5.1", "11.10.0", "12.0.0"])("a job with id-token: write publishes with npm %s", (version) => {
  expect(() => refuse({}, version)).not.toThrow();
});

test.each(["NODE_AUTH_TOKEN", "NPM_TOKEN"])("a long-lived token in %s is refused", (name) => {
  expect(() => refuse({ [name]: "npm_secret" })).toThrow(`${name} is set. We publish by OIDC, and never with a token`);
  expect(() => refuse({ [name]: "npm_secret" })).not.toThrow("npm_secret");
});

test("another place than a job with id-token: write is refused", () => {
  expect(() => refuse({ ACTIONS_ID_TOKEN_REQUEST_URL: undefined })).toThrow(
    'in a job with "permissions: id-token: write"',
  );
});

test.each(["10.9.3", "11.5.0", "9.11.0"])("npm %s is refused", (version) => {
  expect(() => refuse({}, version)).toThrow(`npm ${version} cannot publish by OIDC; it takes 11.5.1 or newer`);
});

test.each([
  [{ url: "git+https://github.com/another/quayside.git" }, "git+https://github.com/another/quayside.git"],
  [undefined, "no repository"],
])("a tarball that was packed for %j is refused", (repository, told) => {
  expect(() => refuse({}, NPM, { repository })).toThrow(`@quayside/a was packed for ${told}, and this is ${OWN}.`);
});

function refuse(
  change: Record<string, string | undefined>,
  version = NPM,
  packed: object = { repository: { url: OWN } },
) {
  const manifest = { name: "@quayside/a", version: "1.0.0", ...packed };
  refuseUntrusted([{ file: "a.tgz", manifest }], { ...WORKFLOW, ...change }, version);
}
