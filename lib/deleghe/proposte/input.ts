import { z } from "zod";

/** Into which a studio's proposte are divided, each in pages of its own. */
export const PARTI_PROPOSTE = ["ricevute", "chieste", "passate"] as const;
export type ParteProposte = (typeof PARTI_PROPOSTE)[number];

const dopo = z.uuid().nullable().catch(null).default(null);
/** The last proposta of the page before, for each part, as it stands in the address. */
export const pagineProposteInput = z.object({ ricevute: dopo, chieste: dopo, passate: dopo });
