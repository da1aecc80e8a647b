import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { dataInRome, formatData } from "@/lib/dates";
import { decidiNominaAction } from "@/lib/intermediari/actions";
import type { NominaRicevuta } from "@/lib/intermediari/queries";
import { esitoNomina } from "@/lib/intermediari/rules";

const TITOLI = {
  in_attesa: "nomina",
  in_corso: "lavori",
  rifiutata: "haNominato",
  ritirata: "haNominato",
  finita: "haiLavorato",
} as const;

/** A nomina to the person it names: what waits for them, what is in force, and what is over. */
export function SchedaNomina({ riga: { nomina, intermediario } }: { riga: NominaRicevuta }) {
  const t = useTranslations("deleghe.persona");
  const studio = intermediario.denominazione;
  const esito = esitoNomina(nomina);
  const data = nomina.decisaAt && formatData(dataInRome(nomina.decisaAt), "lungo");
  return (
    <li className="scheda">
      <h3 className="break-words">{t(TITOLI[esito], { studio })}</h3>
      {esito === "in_attesa" && <p className="mt-1 max-w-text">{t("nominaTesto")}</p>}
      {esito === "in_corso" && <p className="mt-1 max-w-text">{t("lavoriTesto")}</p>}
      {data && esito !== "in_attesa" && (
        <p className="minore mt-1">
          {esito === "in_corso" ? t("lavoriDal", { data }) : t(`esiti.${esito}`, { data })}
        </p>
      )}
      {esito === "in_attesa" && <Risposta codice={intermediario.codice} studio={studio} />}
    </li>
  );
}

function Risposta({ codice, studio }: { codice: string; studio: string }) {
  const t = useTranslations("deleghe");
  return (
    <ActionForm
      action={decidiNominaAction}
      titolo={t("errori.riepilogo")}
      className="mt-4 flex flex-wrap gap-3"
    >
      <input type="hidden" name="intermediario" value={codice} />
      {(["accetta", "rifiuta"] as const).map((atto) => (
        <button
          key={atto}
          type="submit"
          name="decisione"
          value={atto}
          aria-label={t(`${atto}Di`, { chi: studio })}
          className={`bottone ${atto === "rifiuta" ? "bottone-secondario" : ""}`}
        >
          {t(atto)}
        </button>
      ))}
    </ActionForm>
  );
}
