import { forbidden } from "next/navigation";
import type { NextRequest } from "next/server";
import { env } from "@/lib/env";

/**
 * Whether a POST to a route handler comes from a page of this site. Server actions have Next's own check;
 * the cookie's SameSite=Lax already keeps most others out.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const host = request.headers.get("host");
  return origin === new URL(env.NEXTAUTH_URL).origin || new URL(origin).host === host;
}

/**
 * A route that hands out a file: not to a page of another site, which asks in a frame, as an image or by a link with
 * the cookie of who looks at it. Who types an address comes from nowhere.
 */
export const ownPagesOnly =
  <Context>(handOut: (request: NextRequest, context: Context) => Promise<Response>) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    if (["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? "")) forbidden();
    return handOut(request, context);
  };
