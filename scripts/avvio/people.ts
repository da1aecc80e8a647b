import { seedPersoneDemo } from "@/db/seed/utenti";
import { env } from "@/lib/env";

// A process of its own: the hashing pulls in what only runs under --conditions=react-server.
await seedPersoneDemo(env.DATABASE_OWNER_URL ?? "", env.PIN_PEPPER);
process.exit(0);
