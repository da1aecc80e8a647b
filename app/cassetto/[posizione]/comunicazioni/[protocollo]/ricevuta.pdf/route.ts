import { getTranslations } from "next-intl/server";
import { ricevutaPdf } from "@/components/quesiti/ricevuta/ricevuta-pdf";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { download } from "@/lib/download";
import { openRicevuta } from "../open-ricevuta";

type Context = { params: Promise<{ posizione: string; protocollo: string }> };

/** The receipt as a file to keep. */
export const GET = ownPagesOnly(async (request, { params }: Context) => {
  const { ricevuta } = await openRicevuta(params, request.nextUrl.searchParams.get("messaggio"));
  const pdf = await ricevutaPdf(await getTranslations(), ricevuta, new Date());
  return download(pdf, "application/pdf", `ricevuta-${ricevuta.protocollo}.pdf`);
});
