import { useTranslations } from "next-intl";
import { Empty } from "@/components/ui/empty";
import { decidiComeStudioAction } from "@/lib/deleghe/actions";
import { PARTI_PROPOSTE, type ParteProposte } from "@/lib/deleghe/proposte/input";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import { statoProposta } from "@/lib/deleghe/rules";
import { SchedaProposta } from "./scheda-proposta";

/** One page of a part; `altre`: the address of the next one. */
export type PaginaProposte = { righe: PropostaElencata[]; altre: string | null };
type Props = { parti: Record<ParteProposte, PaginaProposte>; decide: boolean; oggi: string };

/** What waits for the studio, what waits for datori, then what was decided. */
export function PropostePerStudio({ parti, decide, oggi }: Props) {
  const t = useTranslations("deleghe.studio");
  const tc = useTranslations("comune");
  if (PARTI_PROPOSTE.every((parte) => parti[parte].righe.length === 0)) {
    return <Empty titolo={t("nessuna")} />;
  }
  return PARTI_PROPOSTE.map((parte) => {
    const { righe, altre } = parti[parte];
    if (righe.length === 0) return null;
    return (
      <section key={parte} className="sezione" aria-labelledby={parte}>
        <h2 id={parte}>{t(parte)}</h2>
        <ul className="mt-4 grid gap-4">
          {righe.map((riga) => (
            <Proposta key={riga.proposta.id} riga={riga} decide={decide} oggi={oggi} />
          ))}
        </ul>
        {altre && (
          <a
            href={altre}
            aria-label={t("altre", { parte: t(parte) })}
            className="collegamento mt-4 non-stampare"
          >
            {tc("precedenti")}
          </a>
        )}
      </section>
    );
  });
}

function Proposta({ riga, decide, oggi }: { riga: PropostaElencata; decide: boolean; oggi: string }) {
  const t = useTranslations("deleghe.studio");
  const { proponente, datoreNome, datoreCodiceFiscale } = riga.proposta;
  const chi = datoreNome ?? datoreCodiceFiscale;
  return (
    <SchedaProposta
      riga={riga}
      titolo={
        proponente === "datore"
          ? t(statoProposta(riga.proposta, oggi) === "proposta" ? "offre" : "haOfferto", { chi })
          : t("chiesta", { codiceFiscale: datoreCodiceFiscale })
      }
      chi={chi}
      parte="delegato"
      oggi={oggi}
      action={decidiComeStudioAction}
      decide={decide}
    />
  );
}
