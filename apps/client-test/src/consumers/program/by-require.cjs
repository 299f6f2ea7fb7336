const dataloy = require("@quayside/client/dataloy");
const octopi = require("@quayside/client/octopi");

async function main() {
  const { useClients } = await import("./use-clients.js");
  console.log(JSON.stringify(await useClients(process.argv[2], octopi, dataloy)));
}

main();
