import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { codiceFiscaleFault, normalizeCodiceFiscale } from "@/lib/codice-fiscale";
import { env } from "@/lib/env";
import { logError } from "@/lib/log";
import { cookieOptions, isSecure, sessionCookie } from "./cookies";
import { logIn } from "./login";
import { DURATA_MASSIMA_ORE } from "./rules";

/**
 * next-auth carries one thing: the secret of a session row. What the row says is read at each request
 * (lib/auth/session.ts), so nothing else goes into the token, and `session.update()` changes nothing.
 * A second provider is a second entry in `providers`, whose user id is again such a secret.
 * @param onFault hears what went wrong (a database that is away): next-auth would put its text into an address.
 */
export function authOptions(onFault: (error: unknown) => void = logError): NextAuthOptions {
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
          if (codiceFiscaleFault(codiceFiscale) || !pin || pin.length > 16) return null;
          const header = (name: string) => String(request.headers?.[name] ?? "");
          const indirizzo = header("x-forwarded-for");
          const dispositivo = header("user-agent").slice(0, 300);
          try {
            const secret = await logIn({ codiceFiscale, pin, indirizzo, dispositivo });
            return secret ? { id: secret } : null;
          } catch (error) {
            onFault(error);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ chiave: user ? user.id : token.chiave }),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
