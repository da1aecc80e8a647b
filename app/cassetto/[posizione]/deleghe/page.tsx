import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PropostePerDatore } from "@/components/deleghe/proposte/proposte-per-datore";
import { SchedaDelega } from "@/components/deleghe/scheda-delega";
import { CassettoShell } from "@/components/layout/cassetto-shell";
import { PageTitle } from "@/components/layout/page-title";
import { AvvisoForm } from "@/components/posizioni/avviso-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Fatto } from "@/components/ui/fatto";
import { Rifiuto } from "@/components/ui/rifiuto";
import { requireCassetto } from "@/lib/auth/session";
import { fattoInput, rifiutoInput } from "@/lib/deleghe/input";
import { listProposteDelDatore } from "@/lib/deleghe/proposte/queries";
import { listDeleghe } from "@/lib/deleghe/queries";
import { statoDelega, statoProposta } from "@/lib/deleghe/rules";
import { currentDate } from "@/lib/oggi";
import { avvisaSeApertoAction } from "@/lib/posizioni/actions";
import { getAnagrafica, getPreferenze } from "@/lib/posizioni/queries";

type Props = {
  params: Promise<{ posizione: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deleghe"))("titolo") };
}

export default async function Deleghe({ params, searchParams }: Props) {
  const given = await searchParams;
  const fatto = fattoInput.parse(given.fatto);
  const esito = rifiutoInput.parse(given.esito);
  const { viewer, cassetto, dati } = await requireCassetto(params, "deleghe", (scope) =>
    Promise.all([
      listDeleghe(scope),
      listProposteDelDatore(scope),
      getPreferenze(scope),
      getAnagrafica(scope),
    ]),
  );
  const [deleghe, proposte, [preferenze], [anagrafica]] = dati;
  const t = await getTranslations("deleghe");
  const tn = await getTranslations("nav");
  const oggi = currentDate();
  const base = `/cassetto/${cassetto.posizioneId}`;
  const inVigore = deleghe.filter(({ delega }) => ["attiva", "futura"].includes(statoDelega(delega, oggi)));
  const passate = deleghe.filter((riga) => !inVigore.includes(riga));
  const aperte = proposte.filter(({ proposta }) => statoProposta(proposta, oggi) === "proposta");
  const chiuse = proposte.filter((riga) => !aperte.includes(riga) && riga.proposta.stato !== "attiva");
  return (
    <CassettoShell viewer={viewer} cassetto={cassetto} corrente="deleghe">
      <PageTitle
        passi={[{ nome: tn("panoramica"), href: base }, { nome: t("titolo") }]}
        titolo={t("titoloPagina")}
        sommario={t("sommario")}
      />
      {fatto && <Fatto testo={t(`fatti.${fatto}`)} />}
      {esito && <Rifiuto testo={t(`rifiuti.${esito}`)} />}
      <ButtonLink href={`${base}/deleghe/nuova`} icon={KeyRound} className="mt-6">
        {t("dai")}
      </ButtonLink>
      <PropostePerDatore
        proposte={aperte}
        deleghe={inVigore}
        posizioneId={cassetto.posizioneId}
        oggi={oggi}
      />
      <section className="sezione" aria-labelledby="in-vigore">
        <h2 id="in-vigore">{t("inVigore")}</h2>
        {inVigore.length === 0 && <Empty titolo={t("nessunaInVigore")}>{t("nessunaInVigoreTesto")}</Empty>}
        <ul className="mt-4 grid gap-4">
          {inVigore.map((riga) => (
            <SchedaDelega key={riga.delega.id} riga={riga} base={base} oggi={oggi} />
          ))}
        </ul>
      </section>
      <AvvisoForm
        spazio="deleghe.avvisi"
        action={avvisaSeApertoAction}
        posizioneId={cassetto.posizioneId}
        attivo={preferenze?.avvisaSeAperto ?? false}
        indirizzo={Boolean(anagrafica?.soggetto.email)}
      />
      {passate.length + chiuse.length > 0 && (
        <section className="sezione" aria-labelledby="passate">
          <h2 id="passate">{t("passate")}</h2>
          <ul className="mt-4 grid gap-4">
            {passate.map((riga) => (
              <SchedaDelega key={riga.delega.id} riga={riga} base={base} oggi={oggi} />
            ))}
          </ul>
          <PropostePerDatore proposte={chiuse} deleghe={[]} posizioneId={cassetto.posizioneId} oggi={oggi} />
        </section>
      )}
    </CassettoShell>
  );
}
