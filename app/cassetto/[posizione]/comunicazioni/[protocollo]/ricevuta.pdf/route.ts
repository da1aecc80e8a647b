import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { ricevutaPdf } from "@/components/quesiti/ricevuta/ricevuta-pdf";
import { openRicevuta } from "../open-ricevuta";

type Context = { params: Promise<{ posizione: string; protocollo: string }> };

/** The receipt as a file to keep. */
export async function GET(request: NextRequest, { params }: Context) {
  const { ricevuta } = await openRicevuta(params, request.nextUrl.searchParams.get("messaggio"));
  const pdf = await ricevutaPdf(await getTranslations(), ricevuta, new Date());
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="ricevuta-${ricevuta.protocollo}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
