import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { ChiediPrima } from "@/components/ui/chiedi-prima";
import type { FormState } from "@/lib/actions/form-state";
import { dataInRome, formatData } from "@/lib/dates";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import { attiSuProposta, type Parte, statoPropostaVisto } from "@/lib/deleghe/rules";
import { Periodo } from "../periodo";
import { StatoDelega } from "../stato-delega";

type StatoProposta = ReturnType<typeof statoPropostaVisto>;
type Props = {
  riga: PropostaElencata;
  titolo: string;
  /** The other side's name, for the words of the buttons. */
  chi: string;
  parte: Parte;
  oggi: string;
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  /** What the action needs besides the proposta. */
  campi?: Record<string, string>;
  /** False: may look only (a sub-abilitato). */
  decide?: boolean;
  /** Which words say how far it reaches, to whoever decides. */
  spiega?: "ambitiTesto" | "ambitiTuoi";
  /** In place of the line that says how far it reaches and for how long. */
  dettagli?: ReactNode;
  /** What follows from accepting; there, it is asked before. */
  domanda?: string;
};

/** A proposta, and what this side may do with it. */
export function SchedaProposta({
  riga,
  titolo,
  chi,
  parte,
  oggi,
  action,
  campi,
  decide = true,
  spiega,
  dettagli,
  domanda,
}: Props) {
  const t = useTranslations("deleghe");
  const { proposta } = riga;
  const atti = decide ? attiSuProposta(proposta, parte, oggi) : [];
  const stato = statoPropostaVisto(proposta, parte, oggi);
  return (
    <li className="scheda flex flex-col gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 break-words">{titolo}</h3>
        <StatoDelega stato={stato} />
      </div>
      {dettagli ?? (
        <p>
          {t(`ambiti.${proposta.ambito}`)}. <Periodo dal={proposta.dataInizio} al={proposta.dataFine} />.
        </p>
      )}
      {spiega && stato === "proposta" && <p className="max-w-text">{t(`${spiega}.${proposta.ambito}`)}</p>}
      <Quando riga={riga} stato={stato} />
      {atti.length > 0 && (
        <ActionForm action={action} titolo={t("errori.riepilogo")} className="mt-2 flex flex-wrap gap-3">
          <input type="hidden" name="proposta" value={proposta.id} />
          {Object.entries(campi ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {atti.map((atto) =>
            atto === "accetta" && domanda ? (
              <ChiediPrima key={atto} titolo={t(atto)} etichetta={t("accettaDi", { chi })} bottone>
                <p className="mt-3 max-w-text">{domanda}</p>
                <button type="submit" name="decisione" value={atto} className="bottone mt-3">
                  {t("accettaConferma")}
                </button>
              </ChiediPrima>
            ) : (
              <button
                key={atto}
                type="submit"
                name="decisione"
                value={atto}
                aria-label={t(`${atto}Di`, { chi })}
                className={`bottone ${atto === "accetta" ? "" : "bottone-secondario"}`}
              >
                {t(atto)}
              </button>
            ),
          )}
        </ActionForm>
      )}
    </li>
  );
}

/** By when it is to be decided on, or when it was over. */
function Quando({ riga: { proposta, chiusaAt }, stato }: { riga: PropostaElencata; stato: StatoProposta }) {
  const t = useTranslations("deleghe");
  const termine = formatData(proposta.termine, "lungo");
  if (stato === "proposta") return <p className="minore">{t("entro", { data: termine })}</p>;
  if (stato === "scaduta") return <p className="minore">{t("scadutaIl", { data: termine })}</p>;
  if (!chiusaAt || (stato !== "rifiutata" && stato !== "annullata")) return null;
  return <p className="minore">{t(`${stato}Il`, { data: formatData(dataInRome(chiusaAt), "lungo") })}</p>;
}
