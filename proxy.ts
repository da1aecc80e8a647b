import { type NextRequest, NextResponse } from "next/server";
import type { TipoProfilo } from "@/db/schema/utenti";
import { profiloCookie, sessionCookie } from "@/lib/auth/cookies";
import { areaOf, isPublic, mayEnter } from "@/lib/auth/route-access";

/**
 * The door: sends away early whoever will not be let in anyway, and sets the Content-Security-Policy.
 * It looks at cookies only and is no protection: pages, actions and the database decide (lib/auth/session.ts).
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const secure = request.cookies.has(sessionCookie(true));
  const area = areaOf(pathname);
  // A form is left to its own gate: sent on from here, its fields would go along.
  if (area && !isPublic(area) && request.method !== "POST") {
    if (!request.cookies.has(sessionCookie(secure))) {
      const login = new URL("/accesso", request.url);
      login.searchParams.set("da", pathname + search);
      return NextResponse.redirect(login);
    }
    const profilo = request.cookies.get(profiloCookie(secure))?.value as TipoProfilo | undefined;
    // As what one acts in a drawer, the drawer says: only its page can know.
    if (profilo && !pathname.startsWith("/cassetto/") && !mayEnter(area, profilo)) {
      return NextResponse.rewrite(new URL("/non-consentito", request.url), { status: 403 });
    }
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Overwritten, never added to: an inbound value must not reach the page (CVE-2026-44581).
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-percorso", pathname + search);
  const response = NextResponse.next({ request: { headers } });
  // What somebody sent is no page: it gets nothing, not even scripts of ours.
  response.headers.set("content-security-policy", ALLEGATO.test(pathname) ? CHIUSA : policy);
  return response;
}

const ALLEGATO = /^\/(?:cassetto\/[^/]+|sede)\/allegati\//;
const CHIUSA = "sandbox; default-src 'none'";

function contentSecurityPolicy(nonce: string) {
  const dev = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: "/((?!_next/static|icon.svg).*)" };
