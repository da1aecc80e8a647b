import { isSameOrigin } from "@/lib/auth/same-origin";
import { currentViewer, remainingSeconds } from "@/lib/auth/session";

const headers = { "Cache-Control": "private, no-store" };

/** How long the session still lasts; asking does not prolong it. */
export async function GET() {
  const secondi = await remainingSeconds();
  return secondi > 0 ? Response.json({ secondi }, { headers }) : new Response(null, { status: 401, headers });
}

/** The person is still here. */
export async function POST(request: Request) {
  if (!isSameOrigin(request)) return new Response(null, { status: 403, headers });
  await currentViewer();
  return GET();
}
