/** The session cookie's name. `__Host-` binds it to this very host, which browsers only accept over https. */
export const sessionCookie = (secure: boolean) => (secure ? "__Host-cassetto" : "cassetto");

/** A hint for proxy.ts: the type of the profile chosen. It opens nothing: the session's row decides. */
export const profiloCookie = (secure: boolean) => (secure ? "__Host-profilo" : "profilo");

export const isSecure = (siteUrl: string) => siteUrl.startsWith("https:");

export const cookieOptions = (secure: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure }) as const;
