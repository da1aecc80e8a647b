import { z } from "zod";

/** PostgreSQL holds no NUL, and refuses a text that has one. */
const testo = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);
const cursore = z.tuple([testo(200), testo(200), z.uuid()]);

/** The list's search and place as they stand in the address; what makes no sense is left out. */
export const filtroDelegantiInput = z.object({
  cerca: testo(100).trim().catch("").default(""),
  /** The last row of the page before, as JSON in base64url. */
  dopo: z
    .string()
    .max(1_000)
    .transform((text) => {
      try {
        return cursore.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      } catch {
        return null;
      }
    })
    .nullable()
    .catch(null)
    .default(null),
});

export const encodeCursore = (dopo: readonly string[]) =>
  Buffer.from(JSON.stringify(dopo), "utf8").toString("base64url");
