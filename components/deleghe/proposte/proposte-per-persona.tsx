import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { decidiComePersonaAction } from "@/lib/deleghe/actions";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import { decidiNominaAction } from "@/lib/intermediari/actions";
import type { NominaRicevuta } from "@/lib/intermediari/queries";
import { SchedaProposta } from "./scheda-proposta";

type Props = { proposte: PropostaElencata[]; nomine: NominaRicevuta[]; oggi: string };

export function PropostePerPersona({ proposte, nomine, oggi }: Props) {
  const t = useTranslations("deleghe");
  if (nomine.length + proposte.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby="da-decidere">
      <h2 id="da-decidere">{t("persona.daDecidere")}</h2>
      <ul className="mt-4 grid gap-4">
        {nomine.map((riga) => (
          <SchedaNomina key={riga.intermediario.codice} riga={riga} />
        ))}
        {proposte.map((riga) => {
          const chi = riga.proposta.datoreNome ?? "";
          return (
            <SchedaProposta
              key={riga.proposta.id}
              riga={riga}
              titolo={t("persona.offre", { chi })}
              chi={chi}
              parte="delegato"
              oggi={oggi}
              action={decidiComePersonaAction}
            />
          );
        })}
      </ul>
    </section>
  );
}

function SchedaNomina({ riga: { nomina, intermediario } }: { riga: NominaRicevuta }) {
  const t = useTranslations("deleghe");
  const ts = useTranslations("intermediari.studio.stati");
  const studio = intermediario.denominazione;
  return (
    <li className="scheda">
      <h3>{t("persona.nomina", { studio })}</h3>
      <p className="mt-1 max-w-text">{t("persona.nominaTesto")}</p>
      {nomina.stato !== "proposta" && <p className="minore mt-2">{ts(nomina.stato)}</p>}
      {nomina.stato === "proposta" && (
        <ActionForm
          action={decidiNominaAction}
          titolo={t("errori.riepilogo")}
          className="mt-4 flex flex-wrap gap-3"
        >
          <input type="hidden" name="intermediario" value={intermediario.codice} />
          <button
            type="submit"
            name="decisione"
            value="accetta"
            aria-label={t("accettaDi", { chi: studio })}
            className="bottone"
          >
            {t("accetta")}
          </button>
          <button
            type="submit"
            name="decisione"
            value="rifiuta"
            aria-label={t("rifiutaDi", { chi: studio })}
            className="bottone bottone-secondario"
          >
            {t("rifiuta")}
          </button>
        </ActionForm>
      )}
    </li>
  );
}
