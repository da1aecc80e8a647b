import { getTranslations } from "next-intl/server";
import { readCalendario } from "@/lib/appuntamenti/feed/queries";
import { versioneDi, vociDi } from "@/lib/appuntamenti/feed/rules";
import { env } from "@/lib/env";
import { icsFile } from "@/lib/ics";

type Context = { params: Promise<{ segreto: string }> };

const PRIVATO = { "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer" };

/** An esperto's calendar, for a program that asks again and again; without its secret there is nothing here. */
export async function GET(request: Request, { params }: Context) {
  const righe = await readCalendario((await params).segreto);
  if (righe === null) return new Response(null, { status: 404, headers: PRIVATO });
  const t = await getTranslations("appuntamenti");
  const voci = vociDi(righe, new URL(env.NEXTAUTH_URL).hostname, {
    titolo: ({ numero, motivo }) => t("agenda.calendario.voce", { numero, motivo }),
    modo: (modo) => t(`modi.${modo}`),
  });
  const headers = { ...PRIVATO, ETag: versioneDi(voci) };
  if (isKnown(request.headers.get("if-none-match"), headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(icsFile(voci, { nome: t("agenda.calendario.nome"), istante: new Date() }), {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="appuntamenti.ics"',
    },
  });
}

/** A proxy that packs the answer marks its tag as weak. */
const isKnown = (given: string | null, versione: string): boolean =>
  (given ?? "").split(",").some((tag) => [versione, "*"].includes(tag.trim().replace(/^W\//, "")));
