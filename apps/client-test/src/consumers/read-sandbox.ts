const OCTOPI = "Token token=demo";
const DATALOY = `Basic ${btoa("demo:demo")}`;

/** What `useClients` should give, read from the sandbox without a client. */
export async function readSandbox(origin: string) {
  const orders = (await read(`${origin}/api/v1/service_orders.json?per=100`, OCTOPI)) as {
    service_orders: { id: number }[];
  };
  const disbursements = (await read(`${origin}/ws/rest/ServiceOrder?sort=key(AS)&limit=100`, DATALOY)) as {
    key: number;
  }[];
  return {
    order: "SO123456",
    reply: 'There is no service order "NONE".',
    thrown: ["getServiceOrder", 404],
    ids: orders.service_orders.map(({ id }) => id),
    disbursement: "DA1100",
    dataloyReply: "ServiceOrder with key 1 was not found.",
    keys: disbursements.map(({ key }) => key),
    found: ["DA1234"],
  };
}

async function read(url: string, authorization: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return await response.json();
}
