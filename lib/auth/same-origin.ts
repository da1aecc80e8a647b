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

/** Whether another site's page asks for this, in a frame, as an image or a link. Who types an address comes from nowhere. */
export const isCrossSite = (request: Request): boolean =>
  ["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? "");
