import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FiltroOrari } from "@/components/appuntamenti/orari/filtro-orari";
import { NessunOrario } from "@/components/appuntamenti/orari/nessun-orario";
import { Rifiuto } from "@/components/appuntamenti/orari/rifiuto";
import { SceltaOrario } from "@/components/appuntamenti/orari/scelta-orario";
import { NonSpostabile } from "@/components/appuntamenti/sposta/non-spostabile";
import { PaginaSposta } from "@/components/appuntamenti/sposta/pagina-sposta";
import { bloccaSpostamentoAction } from "@/lib/appuntamenti/actions";
import { listTenuti } from "@/lib/appuntamenti/bozze/queries";
import { quandoInput } from "@/lib/appuntamenti/input";
import { listSediPossibili } from "@/lib/appuntamenti/motivi/queries";
import { percheDi } from "@/lib/appuntamenti/motivi/rules";
import { readOrari } from "../../nuovo/quando/read-orari";
import { openSposta, type ParamsSposta } from "./open-sposta";

type Props = {
  params: Promise<ParamsSposta>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("appuntamenti.titoli"))("sposta") };
}

/** Another time for an appuntamento; the one it has stays until the new one is confirmed. */
export default async function Sposta({ params, searchParams }: Props) {
  const quando = quandoInput.parse(await searchParams);
  const { viewer, cassetto, base, riga, rifiuto, altro } = await openSposta(
    params,
    async (scope, { appuntamento, quesito }) => {
      const sedi = await listSediPossibili(scope, appuntamento.rapporto);
      const perche = percheDi(appuntamento, quesito?.protocollo ?? null);
      const modo = quando.modo ?? appuntamento.modo;
      const orari = await readOrari(scope, { perche }, sedi, { ...quando, modo });
      const [tenuto] = await listTenuti(scope, appuntamento.id);
      return { sedi, modo, orari, tenuto };
    },
  );
  const { appuntamento, sede, motivo } = riga;
  if (rifiuto) {
    return (
      <PaginaSposta viewer={viewer} cassetto={cassetto} riga={riga} base={base}>
        <NonSpostabile rifiuto={rifiuto} sede={sede} base={base} />
      </PaginaSposta>
    );
  }
  const { sedi, modo, orari, tenuto } = altro;
  const scelta = { sedi, modo, sede: orari?.sede ?? null, qui: `${base}/sposta`, fissi: {} };
  const nome = (codice: string) => sedi.find((altra) => altra.codice === codice)?.denominazione ?? codice;
  const campi = {
    posizione: cassetto.posizioneId,
    prenotazione: randomUUID(),
    appuntamento: appuntamento.id,
    numero: appuntamento.numero,
    modo,
    ...(scelta.sede && { filtro: scelta.sede }),
  };
  return (
    <PaginaSposta viewer={viewer} cassetto={cassetto} riga={riga} base={base}>
      <Rifiuto esito={quando.esito} />
      {orari?.vista ? (
        <SceltaOrario
          {...scelta}
          vista={orari.vista}
          prossimi={orari.prossimi}
          tenuto={tenuto && { sede: tenuto.sedeCodice, inizio: tenuto.inizioAt.getTime() / 60_000 }}
          azione={bloccaSpostamentoAction}
          campi={campi}
        />
      ) : (
        <>
          <NessunOrario
            modo={modo}
            giorni={motivo.orizzonteGiorni}
            perche={orari?.nessuno ?? null}
            sedi={sedi}
            sede={scelta.sede}
            alternative={(orari?.primi ?? []).flatMap(({ modo: altroModo, primo }) =>
              primo
                ? {
                    modo: altroModo,
                    inizio: new Date(primo.inizio * 60_000),
                    sede: nome(primo.sede),
                    href: `${base}/sposta?modo=${altroModo}`,
                  }
                : [],
            )}
          />
          <FiltroOrari {...scelta} vista={null} />
        </>
      )}
    </PaginaSposta>
  );
}
