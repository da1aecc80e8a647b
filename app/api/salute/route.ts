import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";

/** For load balancers and for people on call: no session, no personal data. */
export async function GET() {
  const headers = { "Cache-Control": "no-store" };
  try {
    await inTransaction({ sessione: null, posizione: null }, (tx) =>
      tx.execute(sql`select 1 from sedi limit 1`),
    );
    return Response.json({ stato: "ok" }, { headers });
  } catch {
    return Response.json({ stato: "errore", componente: "database" }, { status: 503, headers });
  }
}
