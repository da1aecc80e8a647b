import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssenzaForm } from "@/components/agenda/assenze/assenza-form";
import { ElencoAssenze } from "@/components/agenda/assenze/elenco-assenze";
import { Patrono } from "@/components/agenda/assenze/patrono";
import { FattoInAgenda } from "@/components/agenda/fatto-agenda";
import { SchedeAgenda } from "@/components/agenda/schede-agenda";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { fattoAgendaInput } from "@/lib/appuntamenti/agenda/cambi/input";
import { getPatrono, listAssenze, listEsperti } from "@/lib/appuntamenti/agenda/queries";
import { requireViewer } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.agenda.assenze"))("titolo") };
}

/** When esperti are away and the sede is shut: read by all who work here. */
export default async function Assenze({ searchParams }: Props) {
  const given = await searchParams;
  const { viewer, dati } = await requireViewer("sede", (scope) =>
    Promise.all([listEsperti(scope), listAssenze(scope, currentDate()), getPatrono(scope)]),
  );
  const [esperti, assenze, patrono] = dati;
  const io = esperti.filter(({ id }) => id === viewer.utenteId);
  const responsabile = viewer.profilo?.tipo === "responsabile";
  const t = await getTranslations("appuntamenti.agenda.assenze");
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="agenda" barra>
      <PageTitle titolo={t("titolo")} sommario={t("sommario")} />
      <SchedeAgenda corrente="assenze" esperto={io.length > 0} />
      <FattoInAgenda
        fatto={fattoAgendaInput.parse(given.fatto)}
        avvisati={given.avvisati === "si"}
        restano={given.restano === "si"}
      />
      <ElencoAssenze
        assenze={assenze}
        esperti={esperti}
        puoTogliere={({ esperto }) => responsabile || (io.length > 0 && esperto === viewer.utenteId)}
      />
      {(responsabile || io.length > 0) && (
        <AssenzaForm esperti={responsabile ? esperti : io} responsabile={responsabile} />
      )}
      <Patrono patrono={patrono} responsabile={responsabile} />
    </Shell>
  );
}
