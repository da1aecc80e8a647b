import { getTranslations } from "next-intl/server";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { appuntamentoIcs } from "@/lib/appuntamenti/calendario/rules";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { download } from "@/lib/download";
import { env } from "@/lib/env";
import { openAppuntamento } from "../open-appuntamento";

type Context = { params: Promise<{ posizione: string; numero: string }> };

/** The appuntamento for a calendar. Others look into calendars: number, reason and sede, nobody's name. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const { riga } = await openAppuntamento(params);
  const { appuntamento, motivo, sede } = riga;
  const { numero, modo } = appuntamento;
  const t = await getTranslations("appuntamenti");
  const inPersona = [sede.denominazione, formatIndirizzo(sede)].filter(Boolean).join(", ");
  const parole = {
    nome: t("calendario.nome"),
    titolo: t("calendario.titolo", { numero, motivo: motivo.nome }),
    luogo: modo === "in_persona" ? inPersona : t(`modi.${modo}`),
    descrizione: [
      motivo.daPortare,
      sede.telefono && t("calendario.descrizioneTelefono", { telefono: sede.telefono }),
    ]
      .filter(Boolean)
      .join("\n"),
  };
  const ics = appuntamentoIcs(appuntamento, parole, { servizio: env.NEXTAUTH_URL, istante: new Date() });
  return download(ics, "text/calendar; charset=utf-8", `appuntamento-${numero}.ics`);
});
