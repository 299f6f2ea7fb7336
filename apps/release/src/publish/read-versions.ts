/**
 * Reads which versions a registry has of a package.
 *
 * @param registry - Its origin and path, without a slash at the end.
 * @returns `undefined` when it does not know the package.
 * @throws Error when it cannot be asked, or answers anything else.
 */
export async function readVersions(registry: string, name: string): Promise<string[] | undefined> {
  const url = `${registry}/${name.replace("/", "%2f")}`;
  const answer = await ask(url);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}. Nothing was sent; try again later.`);
  const { versions = {} } = (await answer.json()) as { versions?: object };
  return Object.keys(versions);
}

async function ask(url: string): Promise<Response> {
  try {
    // The short form, which says nothing of READMEs and of times.
    return await fetch(url, { headers: { accept: "application/vnd.npm.install-v1+json" } });
  } catch (error) {
    throw new Error(`${url} does not answer. Nothing was sent; try again later.`, { cause: error });
  }
}
