/**
 * How changesets become lines of a package's CHANGELOG.md: their own words, and nothing else. The default adds commits, and the versions
 * of dependencies, which are the package's own here.
 *
 * @type {import("@changesets/types").ChangelogFunctions}
 */
export default {
  getReleaseLine: ({ summary }) => `- ${summary.split("\n").join("\n  ")}`,
  getDependencyReleaseLine: () => "",
};
