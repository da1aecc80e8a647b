import { seedAppuntamentiDemo } from "@/db/seed/appuntamenti";
import { seedQuesitiDemo } from "@/db/seed/quesiti";
import { seedPersoneDemo } from "@/db/seed/utenti";
import { env } from "@/lib/env";
import { currentDate } from "@/lib/oggi";

// A process of its own: the hashing pulls in what only runs under --conditions=react-server.
await seedPersoneDemo(env.DATABASE_OWNER_URL ?? "", env.PIN_PEPPER);
await seedQuesitiDemo(env.DATABASE_OWNER_URL ?? "", currentDate());
await seedAppuntamentiDemo(env.DATABASE_OWNER_URL ?? "", currentDate());
process.exit(0);
