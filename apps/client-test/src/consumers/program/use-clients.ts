import type * as Dataloy from "@quayside/client/dataloy";
import type * as Octopi from "@quayside/client/octopi";

/**
 * What a program of another team does with the two entries of the client, however it came to them. It is compiled as it stands by each
 * compiler, and runs on each Node and in a browser.
 *
 * @returns Only what JSON can say.
 */
export async function useClients(
  origin: string,
  { ApiError, createOctopiClient }: typeof Octopi,
  { createDataloyClient, where }: typeof Dataloy,
) {
  const octopi = createOctopiClient({ token: "demo", origin });
  const dataloy = createDataloyClient({ origin, auth: { username: "demo", password: "demo" } });
  const missing = { path: { order_number: "NONE" } };

  const order: Octopi.ServiceOrder = await octopi.getServiceOrder({ path: { order_number: "SO123456" } });
  const reply = await octopi.getServiceOrder.reply(missing);
  const thrown: unknown = await octopi.getServiceOrder(missing).catch((error: unknown) => error);
  const ids: number[] = [];
  for await (const { id } of octopi.listServiceOrders.each({ query: { per: 5 } })) ids.push(id);

  const disbursement: Dataloy.ServiceOrder = await dataloy.getServiceOrder({ path: { key: 1116526 } });
  const dataloyReply = await dataloy.getServiceOrder.reply({ path: { key: 1 } });
  const keys: number[] = [];
  for await (const { key } of dataloy.listServiceOrders.each({ query: { limit: 2 } })) keys.push(key);
  const filter = [where.externalReferenceNo.eq("DA1234")];
  const found = await dataloy.listServiceOrders({ query: { filter } });

  return {
    order: order.order_number,
    reply: reply.status === 404 ? reply.body.error : reply.status,
    thrown: thrown instanceof ApiError ? [thrown.operationId, thrown.status] : String(thrown),
    ids,
    disbursement: disbursement.externalReferenceNo,
    dataloyReply: dataloyReply.status === 404 ? dataloyReply.body.message : dataloyReply.status,
    keys,
    found: found.map(({ externalReferenceNo }) => externalReferenceNo),
  };
}
