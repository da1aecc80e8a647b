import { useTranslations } from "next-intl";
import { decidiComeDatoreAction } from "@/lib/deleghe/actions";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import type { DelegaElencata } from "@/lib/deleghe/queries";
import { statoProposta } from "@/lib/deleghe/rules";
import { DatiRichiesta } from "./dati-richiesta";
import { SchedaProposta } from "./scheda-proposta";

type Props = {
  proposte: PropostaElencata[];
  /** What the drawer has, among which somebody new may take a place. */
  deleghe: DelegaElencata[];
  posizioneId: string;
  oggi: string;
};

/** What waits for the datore, then what waits for others; the decided ones without a heading of their own. */
export function PropostePerDatore({ proposte, deleghe, posizioneId, oggi }: Props) {
  const t = useTranslations("deleghe");
  const aspetta = ({ proposta }: PropostaElencata) => statoProposta(proposta, oggi) === "proposta";
  const parti = [
    ["daDecidere", proposte.filter((riga) => aspetta(riga) && riga.proposta.proponente === "delegato")],
    ["inAttesa", proposte.filter((riga) => aspetta(riga) && riga.proposta.proponente === "datore")],
    [null, proposte.filter((riga) => !aspetta(riga))],
  ] as const;
  return parti.map(
    ([titolo, righe]) =>
      righe.length > 0 && (
        <section key={titolo} className={titolo ? "sezione" : "mt-4"}>
          {titolo && <h2>{t(titolo)}</h2>}
          <ul className={titolo ? "mt-4 grid gap-4" : "grid gap-4"}>
            {righe.map((riga) => {
              const chi = riga.intermediario?.denominazione ?? riga.proposta.delegatoCodiceFiscale ?? "";
              const chiesta = riga.proposta.proponente === "delegato";
              return (
                <SchedaProposta
                  key={riga.proposta.id}
                  riga={riga}
                  titolo={t(titoloDi(chiesta, aspetta(riga)), { chi })}
                  chi={chi}
                  parte="datore"
                  oggi={oggi}
                  action={decidiComeDatoreAction}
                  campi={{ posizione: posizioneId }}
                  dettagli={
                    chiesta && aspetta(riga) ? (
                      <DatiRichiesta riga={riga} deleghe={deleghe} oggi={oggi} />
                    ) : undefined
                  }
                  domanda={t("accettaTesto", { chi })}
                />
              );
            })}
          </ul>
        </section>
      ),
  );
}

function titoloDi(chiesta: boolean, aspetta: boolean) {
  if (!chiesta) return "offerta";
  return aspetta ? "chiede" : "haChiesto";
}
