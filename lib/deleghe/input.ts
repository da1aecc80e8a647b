import { z } from "zod";

const cursore = z.tuple([z.string().max(200), z.string().max(200), z.uuid()]);

/** The list's search and place as they stand in the address; what makes no sense is left out. */
export const filtroDelegantiInput = z.object({
  cerca: z.string().trim().max(100).catch("").default(""),
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
