import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/lib/env";
import { cookieOptions, isSecure, sessionCookie } from "./cookies";
import { authOptions } from "./options";
import { DURATA_MASSIMA_ORE } from "./rules";
import { currentViewer, setProfiloHint } from "./session";

/**
 * Logs in through next-auth's own handler, from a server action: a form that works without JavaScript has
 * no way to fetch the handler's CSRF token first, and the action has already checked the origin.
 * @returns whether a session began; its cookie is then set.
 * @throws DatabaseNonDisponibile
 */
export async function signInWithPin(codiceFiscale: string, pin: string): Promise<boolean> {
  const secure = isSecure(env.NEXTAUTH_URL);
  const jar = await cookies();
  const csrfToken = randomBytes(32).toString("hex");
  const csrfHash = createHash("sha256").update(`${csrfToken}${env.NEXTAUTH_SECRET}`).digest("hex");
  const csrfCookie = secure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token";
  jar.set(csrfCookie, `${csrfToken}|${csrfHash}`, cookieOptions(secure));
  const request = new NextRequest(new URL("/api/auth/callback/pin", env.NEXTAUTH_URL), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, codiceFiscale, pin, json: "true" }).toString(),
  });
  const faults: unknown[] = [];
  const handler = NextAuth(authOptions((error) => faults.push(error)));
  const response: Response = await handler(request, {
    params: Promise.resolve({ nextauth: ["callback", "pin"] }),
  });
  jar.delete(csrfCookie);
  if (faults.length > 0) throw faults[0];
  const name = sessionCookie(secure);
  const set = response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
  const value = set?.slice(name.length + 1).split(";")[0];
  if (!response.ok || !value) return false;
  jar.set(name, decodeURIComponent(value), { ...cookieOptions(secure), maxAge: DURATA_MASSIMA_ORE * 3600 });
  const viewer = await currentViewer();
  if (viewer?.profilo) setProfiloHint(jar, viewer.profilo.tipo);
  return true;
}
