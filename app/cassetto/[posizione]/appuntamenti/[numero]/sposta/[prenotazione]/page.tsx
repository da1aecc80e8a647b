import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { voceDi } from "@/components/appuntamenti/prenota/nomi";
import { RiepilogoPrenotazione } from "@/components/appuntamenti/prenota/riepilogo-prenotazione";
import { Scadenza } from "@/components/appuntamenti/prenota/scadenza";
import { ConfermaSpostamentoForm } from "@/components/appuntamenti/sposta/conferma-spostamento-form";
import { PaginaSposta } from "@/components/appuntamenti/sposta/pagina-sposta";
import { getSpostato } from "@/lib/appuntamenti/bozze/queries";
import { idInput } from "@/lib/appuntamenti/input";
import { getPrenotazione } from "@/lib/appuntamenti/queries";
import { secondiRimasti } from "@/lib/appuntamenti/rules";
import { getAnagrafica } from "@/lib/posizioni/queries";
import { openSposta, type ParamsSposta } from "../open-sposta";

type Props = { params: Promise<ParamsSposta & { prenotazione: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("spostaConferma") };
}

/** The new time is held, and waits to be confirmed. */
export default async function ConfermaSpostamento({ params }: Props) {
  const id = idInput.parse((await params).prenotazione);
  const { viewer, cassetto, base, riga, altro } = await openSposta(params, async (scope) =>
    id ? Promise.all([getPrenotazione(scope, id), getSpostato(scope, id), getAnagrafica(scope)]) : null,
  );
  const [[trovata], [spostato], [anagrafica]] = altro ?? [[], [], []];
  if (spostato) redirect(`${base}?fatto=spostato`);
  const nuova = trovata?.appuntamento;
  const adesso = new Date();
  if (
    !id ||
    !trovata ||
    !nuova?.scadeAt ||
    nuova.spostaId !== riga.appuntamento.id ||
    nuova.utenteId !== viewer.utenteId ||
    secondiRimasti(nuova, adesso) === 0
  ) {
    redirect(`${base}/sposta?esito=scaduto`);
  }
  const t = await getTranslations("appuntamenti.sposta");
  const { cellulare, telefono } = anagrafica?.soggetto ?? {};
  return (
    <PaginaSposta viewer={viewer} cassetto={cassetto} riga={riga} base={base} titolo={t("conferma")}>
      <Scadenza
        posizioneId={cassetto.posizioneId}
        prenotazione={id}
        scadeAt={nuova.scadeAt}
        adesso={adesso}
        indirizzo={`${base}/sposta`}
      />
      <RiepilogoPrenotazione riga={trovata} />
      <ConfermaSpostamentoForm
        campi={{
          posizione: cassetto.posizioneId,
          prenotazione: id,
          numero: riga.appuntamento.numero,
          modo: nuova.modo,
        }}
        voce={voceDi(cassetto)}
        modo={nuova.modo}
        telefono={riga.appuntamento.telefono ?? cellulare ?? telefono ?? ""}
      />
    </PaginaSposta>
  );
}
