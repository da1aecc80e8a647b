import { isDatabaseReachable } from "@/lib/salute";

/** For load balancers and for people on call: no session, no personal data. */
export async function GET() {
  const headers = { "Cache-Control": "no-store" };
  if (await isDatabaseReachable()) return Response.json({ stato: "ok" }, { headers });
  return Response.json({ stato: "errore", componente: "database" }, { status: 503, headers });
}
