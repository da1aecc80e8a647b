import type { TipoProfilo } from "@/db/schema/utenti";

/**
 * The one table of who may enter which part of the site. `proxy.ts` reads it out of courtesy, every page
 * and action proves it again (lib/auth/session.ts), the policies in PostgreSQL a third time.
 * `chiunque`: no login needed; `con_accesso`: any profile, also none chosen yet.
 */
export const AREE = {
  pubblico: { percorsi: ["/", "/accesso", "/informazioni", "/accessibilita", "/privacy"], chi: "chiunque" },
  /** What answers for itself: in words of its own, not by sending to the login. */
  servizio: {
    percorsi: ["/api", "/esci", "/misura", "/non-consentito", "/deleganti/cerca", "/calendario", "/ricerca"],
    chi: "chiunque",
  },
  profilo: { percorsi: ["/profilo"], chi: "con_accesso" },
  /** Where one lands after the login: leads each profile to its own part. */
  ingresso: { percorsi: ["/cassetto"], chi: "con_accesso" },
  /** Whoever is of a sede opens a drawer first, with a reason, at /sede/posizioni. */
  cassetto: {
    percorsi: ["/cassetto/*"],
    chi: ["datore", "delegato", "intermediario", "operatore", "responsabile"],
  },
  comunicazioni: {
    percorsi: ["/cassetto/*/comunicazioni", "/cassetto/*/allegati"],
    chi: ["datore", "delegato", "intermediario"],
  },
  /** The sede books for whom it has before it, from the drawer it opened. */
  appuntamenti: {
    percorsi: ["/cassetto/*/appuntamenti"],
    chi: ["datore", "delegato", "intermediario", "operatore", "responsabile"],
  },
  accessi: { percorsi: ["/cassetto/*/accessi"], chi: ["datore"] },
  deleghe: { percorsi: ["/cassetto/*/deleghe"], chi: ["datore"] },
  /** The delega by which somebody else is in the drawer. */
  delega: { percorsi: ["/cassetto/*/delega"], chi: ["delegato", "intermediario"] },
  deleganti: { percorsi: ["/deleganti"], chi: ["delegato", "intermediario"] },
  /** What goes on inside an intermediario; each page looks who is its titolare. */
  studio: { percorsi: ["/deleganti/proposte", "/deleganti/studio"], chi: ["intermediario"] },
  sede: { percorsi: ["/sede"], chi: ["operatore", "responsabile"] },
  /** Whoever answers for a sede. */
  andamento: { percorsi: ["/sede/andamento", "/sede/modelli"], chi: ["responsabile"] },
  amministrazione: { percorsi: ["/amministrazione"], chi: ["amministratore"] },
} as const satisfies Record<
  string,
  { percorsi: readonly string[]; chi: "chiunque" | "con_accesso" | readonly TipoProfilo[] }
>;

export type Area = keyof typeof AREE;

/** The area a path belongs to: the longest entry that matches; null: no such place. */
export function areaOf(pathname: string): Area | null {
  let found: { area: Area; length: number } | null = null;
  for (const [area, { percorsi }] of Object.entries(AREE) as [Area, (typeof AREE)[Area]][]) {
    for (const percorso of percorsi) {
      if (matches(pathname, percorso) && (!found || percorso.length > found.length)) {
        found = { area, length: percorso.length };
      }
    }
  }
  return found?.area ?? null;
}

/** May somebody with this profile (null: none chosen) enter? Knows nothing of single records. */
export function mayEnter(area: Area, profilo: TipoProfilo | null): boolean {
  const { chi } = AREE[area];
  if (typeof chi === "string") return true;
  return profilo !== null && (chi as readonly TipoProfilo[]).includes(profilo);
}

export const isPublic = (area: Area) => AREE[area].chi === "chiunque";

function matches(pathname: string, percorso: string): boolean {
  if (percorso === "/") return pathname === "/";
  const wanted = percorso.split("/");
  const given = pathname.split("/");
  return wanted.every((part, index) => (part === "*" ? Boolean(given[index]) : part === given[index]));
}
