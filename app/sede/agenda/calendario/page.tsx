import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CalendarioForm } from "@/components/agenda/calendario-form";
import { SchedeAgenda } from "@/components/agenda/schede-agenda";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ActionForm } from "@/components/ui/action-form";
import { Fatto } from "@/components/ui/fatto";
import { listEsperti } from "@/lib/appuntamenti/agenda/queries";
import { calendarioAction } from "@/lib/appuntamenti/feed/actions";
import { fattoCalendarioInput } from "@/lib/appuntamenti/feed/input";
import { getRinnovo } from "@/lib/appuntamenti/feed/queries";
import { requireViewer } from "@/lib/auth/session";
import { formatIstante } from "@/lib/dates";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.agenda.calendario"))("titolo") };
}

/** The secret address of an esperto's own calendar: made, made anew, taken away. */
export default async function Calendario({ searchParams }: Props) {
  const fatto = fattoCalendarioInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    Promise.all([listEsperti(scope), getRinnovo(scope)]),
  );
  const [esperti, rinnovato] = dati;
  if (!esperti.some(({ id }) => id === viewer.utenteId)) notFound();
  const t = await getTranslations("appuntamenti.agenda");
  const tc = await getTranslations("appuntamenti.agenda.calendario");
  const testi = {
    ...{ riepilogo: t("errori.riepilogo"), crea: rinnovato ? tc("rinnova") : tc("crea"), fatto: tc("fatto") },
    ...{ unaVolta: tc("unaVolta"), apri: tc("apri"), indirizzo: tc("indirizzo") },
  };
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="agenda" barra>
      <PageTitle titolo={tc("titolo")} sommario={tc("sommario")} />
      <SchedeAgenda corrente="calendario" esperto />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <div className="mt-7 grid max-w-text gap-3">
        <p>{tc("cosa")}</p>
        <p>{tc("segreto")}</p>
      </div>
      <section className="scheda mt-7" aria-labelledby="indirizzo-ora">
        <h2 id="indirizzo-ora">
          {rinnovato ? tc("attivo", { data: formatIstante(rinnovato, "lungo") }) : tc("nessuno")}
        </h2>
        {rinnovato && <p className="mt-1 max-w-text">{tc("attivoTesto")}</p>}
        <CalendarioForm testi={testi} />
        {rinnovato && (
          <ActionForm action={calendarioAction} titolo={t("errori.riepilogo")}>
            <input type="hidden" name="cosa" value="elimina" />
            <button type="submit" className="bottone bottone-secondario mt-3">
              {tc("elimina")}
            </button>
          </ActionForm>
        )}
      </section>
    </Shell>
  );
}
