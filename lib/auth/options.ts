import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { normalizeCodiceFiscale } from "@/lib/codice-fiscale";
import { env } from "@/lib/env";
import { cookieOptions, isSecure, sessionCookie } from "./cookies";
import { logIn } from "./login";
import { DURATA_MASSIMA_ORE } from "./rules";

/**
 * next-auth carries one thing: the secret of a session row. What the row says is read at each request
 * (lib/auth/session.ts), so nothing else goes into the token, and `session.update()` changes nothing.
 * A second provider is a second entry in `providers`, whose user id is again such a secret.
 */
export function authOptions(): NextAuthOptions {
  const secure = isSecure(env.NEXTAUTH_URL);
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: DURATA_MASSIMA_ORE * 3600 },
    pages: { signIn: "/accesso", signOut: "/", error: "/accesso" },
    cookies: { sessionToken: { name: sessionCookie(secure), options: cookieOptions(secure) } },
    providers: [
      Credentials({
        id: "pin",
        credentials: { codiceFiscale: {}, pin: {} },
        authorize: async (credentials, request) => {
          const codiceFiscale = normalizeCodiceFiscale(String(credentials?.codiceFiscale ?? ""));
          const pin = String(credentials?.pin ?? "").trim();
          if (!codiceFiscale || codiceFiscale.length > 16 || !pin || pin.length > 16) return null;
          const header = (name: string) => String(request.headers?.[name] ?? "");
          const secret = await logIn({
            codiceFiscale,
            pin,
            indirizzo: header("x-forwarded-for"),
            dispositivo: header("user-agent").slice(0, 300),
          });
          return secret ? { id: secret } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ chiave: user ? user.id : token.chiave }),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
