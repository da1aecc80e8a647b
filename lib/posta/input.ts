import { z } from "zod";

export const riprovaInput = z.object({ lettera: z.uuid() });
export const riprovaTutteInput = z.object({});

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoPostaInput = z.enum(["riprovata", "riprovate"]).nullable().catch(null).default(null);
