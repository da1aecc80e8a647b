import { CalendarPlus, Repeat } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FattoInAgenda } from "@/components/agenda/fatto-agenda";
import { Durate } from "@/components/agenda/orari/durate";
import { ElencoOrari } from "@/components/agenda/orari/elenco-orari";
import { FineRegola } from "@/components/agenda/orari/fine-regola";
import { GiornoForm, RegolaForm } from "@/components/agenda/orari/regola-form";
import { ScegliEsperto } from "@/components/agenda/scegli-esperto";
import { SchedeAgenda } from "@/components/agenda/schede-agenda";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { fattoAgendaInput, moduloOrariInput } from "@/lib/appuntamenti/agenda/cambi/input";
import { inOrdine, isUnSoloGiorno } from "@/lib/appuntamenti/agenda/cambi/rules";
import { agendaInput } from "@/lib/appuntamenti/agenda/input";
import { listDurate, listEsperti, listRegole } from "@/lib/appuntamenti/agenda/queries";
import { requireViewer } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.agenda.orari"))("titolo") };
}

/** When an esperto receives: read by their colleagues, changed by themselves and the responsabile. */
export default async function Orari({ searchParams }: Props) {
  const given = await searchParams;
  const chiesto = agendaInput.parse(given).esperto;
  const modulo = moduloOrariInput.parse(given);
  const oggi = currentDate();
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    Promise.all([listEsperti(scope), listRegole(scope, { dal: oggi, al: null }), listDurate(scope)]),
  );
  const [esperti, regole, durate] = dati;
  const t = await getTranslations("appuntamenti.agenda");
  const di = (id: string | null) => esperti.find((altro) => altro.id === id);
  const io = di(viewer.utenteId);
  const esperto = di(chiesto) ?? io ?? esperti[0];
  const mio = esperto !== undefined && (esperto === io || viewer.profilo?.tipo === "responsabile");
  const sue = inOrdine(regole.filter((regola) => regola.esperto === esperto?.id));
  const pagina = `/sede/agenda/orari?esperto=${esperto?.id}`;
  const cambiata = mio ? sue.find(({ id }) => id === modulo.cambia) : undefined;
  const nuovo = mio && !cambiata ? modulo.nuovo : null;
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="agenda" barra>
      <PageTitle titolo={t("orari.titolo")} sommario={t("orari.sommario")} />
      <SchedeAgenda corrente="orari" esperto={io !== undefined} />
      <FattoInAgenda
        fatto={fattoAgendaInput.parse(given.fatto)}
        avvisati={given.avvisati === "si"}
        restano={given.restano === "si"}
      />
      {!esperto && <Empty titolo={t("vuoto.senzaEsperti")}>{t("vuoto.senzaEspertiTesto")}</Empty>}
      {esperto && cambiata && (
        <section className="mt-8" aria-labelledby="modifica">
          <h2 id="modifica">{t("orari.modifica")}</h2>
          {isUnSoloGiorno(cambiata) ? (
            <GiornoForm esperto={esperto.id} torna={pagina} regola={cambiata} />
          ) : (
            <RegolaForm esperto={esperto.id} oggi={oggi} torna={pagina} regola={cambiata} />
          )}
          <FineRegola regola={cambiata} torna={pagina} />
        </section>
      )}
      {esperto && nuovo && (
        <section className="mt-8" aria-labelledby="nuovo">
          <h2 id="nuovo">{nuovo === "giorno" ? t("orari.nuovoGiorno") : t("orari.nuovoSettimana")}</h2>
          {nuovo === "giorno" && <GiornoForm esperto={esperto.id} torna={pagina} />}
          {nuovo === "settimana" && <RegolaForm esperto={esperto.id} oggi={oggi} torna={pagina} />}
        </section>
      )}
      {esperto && !cambiata && !nuovo && (
        <>
          <ScegliEsperto azione="/sede/agenda/orari" esperti={esperti} scelto={esperto.id} />
          <section className="mt-8" aria-labelledby="orari">
            <h2 id="orari">{t("orari.di", { nome: esperto.nome })}</h2>
            <ElencoOrari regole={sue} cambia={mio ? pagina : null} />
            {mio && (
              <div className="mt-6 flex flex-wrap gap-3">
                <ButtonLink href={`${pagina}&nuovo=settimana`} icon={Repeat}>
                  {t("orari.aggiungiSettimana")}
                </ButtonLink>
                <ButtonLink href={`${pagina}&nuovo=giorno`} icon={CalendarPlus} secondario>
                  {t("orari.aggiungiGiorno")}
                </ButtonLink>
              </div>
            )}
          </section>
          <Durate durate={durate} />
        </>
      )}
    </Shell>
  );
}
