import { useTranslations } from "next-intl";
import { ActionForm, FormChoices } from "@/components/ui/action-form";
import { scegliArgomentoAction } from "@/lib/quesiti/actions";
import type { ArgomentoElencato } from "@/lib/quesiti/bozze/queries";
import { POSIZIONE } from "@/lib/quesiti/input";
import type { Spunto } from "@/lib/quesiti/spunti/rules";
import type { RapportoElencato } from "@/lib/rapporti/queries";

type Props = {
  posizioneId: string;
  /** Made by the page when it is shown first: the key under which the quesito will be sent once. */
  bozzaId: string;
  rapporti: RapportoElencato[];
  argomenti: ArgomentoElencato[];
  spunto: Spunto & { posizione?: boolean };
};

/** About whom, and about what. */
export function ArgomentoForm({ posizioneId, bozzaId, rapporti, argomenti, spunto }: Props) {
  const t = useTranslations("quesiti");
  const tp = useTranslations("pagamenti");
  const tr = useTranslations("rapporti");
  const { contributo, argomento } = spunto;
  const scelto = rapporti.find(({ codice }) => codice === spunto.rapporto);
  return (
    <ActionForm action={scegliArgomentoAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="posizione" value={posizioneId} />
      <input type="hidden" name="bozza" value={bozzaId} />
      {scelto && contributo && (
        <label className="scelta mt-6">
          <input
            type="checkbox"
            name="contributo"
            value={`${scelto.codice}/${contributo.anno}/${contributo.trimestre}/${contributo.progressivo}`}
            defaultChecked
          />
          <span className="min-w-0">
            <span className="block font-semibold">
              {t("nuova.contributo", {
                trimestre: tp("trimestreAnno", { n: contributo.trimestre, anno: String(contributo.anno) }),
              })}
            </span>
            <span className="minore block">{t("nuova.contributoTesto")}</span>
          </span>
        </label>
      )}
      <FormChoices
        name="rapporto"
        legend={t("nuova.rapporto")}
        choices={[
          ...rapporti.map(({ codice, nome, cognome, stato }) => ({
            value: codice,
            label: `${nome} ${cognome}`,
            hint: `${tr(`stati.${stato}`)}. ${t("rapportoCodice", { codice })}`,
          })),
          { value: POSIZIONE, label: t("tuttaLaPosizione"), hint: t("nuova.tuttaLaPosizioneTesto") },
        ]}
        defaultValue={scelto?.codice ?? (spunto.posizione || rapporti.length === 0 ? POSIZIONE : undefined)}
      />
      <FormChoices
        name="argomento"
        legend={t("nuova.argomento")}
        groups={byCategoria(argomenti).map(([label, delGruppo]) => ({
          label,
          choices: delGruppo.map(({ codice, nome, aiuto }) => ({ value: codice, label: nome, hint: aiuto })),
        }))}
        defaultValue={argomento}
      />
      <button type="submit" className="bottone mt-8">
        {t("nuova.continua")}
      </button>
    </ActionForm>
  );
}

/** They come in the order of the categorie: each is a run of them. */
function byCategoria(argomenti: ArgomentoElencato[]): [string, ArgomentoElencato[]][] {
  const gruppi = new Map<string, ArgomentoElencato[]>();
  for (const argomento of argomenti) {
    const delGruppo = gruppi.get(argomento.categoria);
    if (delGruppo) delGruppo.push(argomento);
    else gruppi.set(argomento.categoria, [argomento]);
  }
  return [...gruppi];
}
