import { createCollab } from "@/collab/server";
import { listen } from "@/test/live-client";

// A process that serves live collaboration and nothing else, for tests that kill it.
// Arguments: the port. The database and the secret come from the environment.

const { url } = await listen(createCollab(), Number(process.argv[2]));
process.stdout.write(`${url}\n`);
