import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageTitle } from "@/components/layout/page-title";
import { Shell } from "@/components/layout/shell";
import { vociServizio } from "@/components/layout/voci";
import { Fatto } from "@/components/ui/fatto";
import { AttiUtente } from "@/components/utenti/gestione/atti-utente";
import { DatiUtente } from "@/components/utenti/gestione/dati-utente";
import { nomeUtente } from "@/components/utenti/gestione/nomi";
import { ProfiliUtente } from "@/components/utenti/gestione/profili-utente";
import { StoriaUtente } from "@/components/utenti/gestione/storia-utente";
import { requireViewer } from "@/lib/auth/session";
import { sealCerca } from "@/lib/ricerca";
import { fattoUtenteInput } from "@/lib/utenti/gestione/input";
import { getUtente, listEventiDiUtente, listSedi } from "@/lib/utenti/gestione/queries";

type Props = {
  params: Promise<{ utente: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("utenti.gestione"))("titolo") };
}

/** One user: as what they may act, what may be done about them, and what was. */
export default async function Utente({ params, searchParams }: Props) {
  const utenteId = z.uuid().safeParse((await params).utente).data;
  const fatto = fattoUtenteInput.parse((await searchParams).fatto);
  const { viewer, dati } = await requireViewer("amministrazione", async (scope) =>
    utenteId
      ? Promise.all([getUtente(scope, utenteId), listEventiDiUtente(scope, utenteId), listSedi(scope)])
      : undefined,
  );
  const [utente, eventi = [], sedi = []] = dati ?? [];
  if (!utente) notFound();
  const t = await getTranslations("utenti.gestione");
  const chi = nomeUtente(utente);
  const seStesso = utente.id === viewer.utenteId;
  return (
    <Shell viewer={viewer} voci={vociServizio(viewer)} corrente="utenti" barra>
      <PageTitle
        passi={[{ nome: t("titolo"), href: "/amministrazione/utenti" }, { nome: chi }]}
        titolo={chi}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      <DatiUtente utente={utente} />
      <ProfiliUtente utente={utente} fisso={seStesso} />
      {seStesso ? (
        <section className="scheda-evidenza sezione">
          <h2>{t("seiTu")}</h2>
          <p className="mt-1 max-w-text">{t("seiTuTesto")}</p>
        </section>
      ) : (
        <AttiUtente utente={utente} sedi={sedi} eventi={eventi} />
      )}
      <StoriaUtente eventi={eventi} />
      <a
        href={`/amministrazione/registro?${new URLSearchParams({ cerca: sealCerca(utente.codiceFiscale) })}`}
        className="collegamento mt-4 non-stampare"
      >
        {t("nelRegistro")}
      </a>
    </Shell>
  );
}
