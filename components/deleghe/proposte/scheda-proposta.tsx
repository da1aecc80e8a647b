import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormState } from "@/lib/actions/form-state";
import { formatData } from "@/lib/dates";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import { attiSuProposta, type Parte, statoPropostaVisto } from "@/lib/deleghe/rules";
import { Periodo } from "../periodo";
import { StatoDelega } from "../stato-delega";

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
  nota?: string;
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
  nota,
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
      <p>
        {t(`ambiti.${proposta.ambito}`)}. <Periodo dal={proposta.dataInizio} al={proposta.dataFine} />.
      </p>
      {stato === "proposta" && (
        <p className="minore">{t("entro", { data: formatData(proposta.termine, "lungo") })}</p>
      )}
      {nota && atti.includes("accetta") && <p className="minore max-w-text">{nota}</p>}
      {atti.length > 0 && (
        <ActionForm action={action} titolo={t("errori.riepilogo")} className="mt-2 flex flex-wrap gap-3">
          <input type="hidden" name="proposta" value={proposta.id} />
          {Object.entries(campi ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {atti.map((atto, index) => (
            <button
              key={atto}
              type="submit"
              name="decisione"
              value={atto}
              aria-label={t(`${atto}Di`, { chi })}
              className={`bottone ${index > 0 || atto === "ritira" ? "bottone-secondario" : ""}`}
            >
              {t(atto)}
            </button>
          ))}
        </ActionForm>
      )}
    </li>
  );
}
