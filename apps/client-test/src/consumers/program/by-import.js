import * as dataloy from "@quayside/client/dataloy";
import * as octopi from "@quayside/client/octopi";
import { useClients } from "./use-clients.js";

console.log(JSON.stringify(await useClients(process.argv[2], octopi, dataloy)));
