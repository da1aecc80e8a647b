import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { decidiComeStudioAction } from "@/lib/deleghe/actions";
import type { PropostaElencata } from "@/lib/deleghe/queries";
import { statoProposta } from "@/lib/deleghe/rules";
import { SchedaProposta } from "./scheda-proposta";

type Props = { proposte: PropostaElencata[]; decide: boolean; oggi: string };

/** What waits for the studio, what waits for datori, then what was decided. */
export function PropostePerStudio({ proposte, decide, oggi }: Props) {
  const t = useTranslations("deleghe.studio");
  const aspetta = ({ proposta }: PropostaElencata) => statoProposta(proposta, oggi) === "proposta";
  const parti = [
    ["ricevute", proposte.filter((riga) => aspetta(riga) && riga.proposta.proponente === "datore")],
    ["chieste", proposte.filter((riga) => aspetta(riga) && riga.proposta.proponente === "delegato")],
    ["passate", proposte.filter((riga) => !aspetta(riga) && riga.proposta.stato !== "attiva")],
  ] as const;
  if (!proposte.some(aspetta) && parti[2][1].length === 0) return <Empty titolo={t("nessuna")} />;
  return parti.map(
    ([titolo, righe]) =>
      righe.length > 0 && (
        <section key={titolo} className="sezione">
          <h2>{t(titolo)}</h2>
          <ul className="mt-4 grid gap-4">
            {righe.map((riga) => {
              const { proponente, datoreNome, datoreCodiceFiscale } = riga.proposta;
              const chi = datoreNome ?? datoreCodiceFiscale;
              return (
                <SchedaProposta
                  key={riga.proposta.id}
                  riga={riga}
                  titolo={
                    proponente === "datore"
                      ? t("offre", { chi })
                      : t("chiesta", { codiceFiscale: datoreCodiceFiscale })
                  }
                  chi={chi}
                  parte="delegato"
                  oggi={oggi}
                  action={decidiComeStudioAction}
                  decide={decide}
                />
              );
            })}
          </ul>
        </section>
      ),
  );
}
