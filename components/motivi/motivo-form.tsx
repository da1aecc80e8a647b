import { useTranslations } from "next-intl";
import { ActionForm, FormChoices, FormField } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import { FormSelect } from "@/components/ui/form-select";
import type { MotivoAppuntamento } from "@/db/schema/agenda";
import { cambiaMotivoAction, creaMotivoAction } from "@/lib/appuntamenti/motivi/gestione/actions";
import type { CategoriaElencata } from "@/lib/argomenti/queries";

type Props = { motivo: MotivoAppuntamento; categorie: CategoriaElencata[] };

/** All that an amministratore may change of one; its codice stays. */
export function MotivoForm({ motivo, categorie }: Props) {
  const t = useTranslations("appuntamenti.motivi");
  return (
    <ActionForm action={cambiaMotivoAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="codice" value={motivo.codice} />
      <Campi motivo={motivo} categorie={categorie} />
      <FormField
        name="ordine"
        label={t("ordine")}
        hint={t("ordineAiuto")}
        defaultValue={motivo.ordine}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        className="max-w-28"
      />
      <FormChoices
        name="attivo"
        legend={t("attivo")}
        defaultValue={motivo.attivo ? "si" : "no"}
        choices={[
          { value: "si", label: t("attivoSi") },
          { value: "no", label: t("attivoNo"), hint: t("attivoNoAiuto") },
        ]}
      />
      <button type="submit" className="bottone mt-7">
        {t("salva")}
      </button>
    </ActionForm>
  );
}

export function NuovoMotivoForm({ categorie }: { categorie: CategoriaElencata[] }) {
  const t = useTranslations("appuntamenti.motivi");
  return (
    <section className="sezione print:hidden" aria-labelledby="nuovo">
      <h2 id="nuovo">{t("nuovo")}</h2>
      <ActionForm action={creaMotivoAction} titolo={t("errori.riepilogo")} className="max-w-text">
        <Campi categorie={categorie} />
        <button type="submit" className="bottone mt-7">
          {t("crea")}
        </button>
      </ActionForm>
    </section>
  );
}

/** What a new reason begins with: as the table would have it. */
const NUOVO = {
  durataMinuti: 30,
  pausaMinuti: 0,
  preavvisoOre: 24,
  orizzonteGiorni: 60,
  richiedeQuesito: true,
};
const NUMERI = [
  ["durata", "durataMinuti"],
  ["pausa", "pausaMinuti"],
  ["preavviso", "preavvisoOre"],
  ["orizzonte", "orizzonteGiorni"],
] as const;

function Campi({ motivo, categorie }: { motivo?: MotivoAppuntamento; categorie: CategoriaElencata[] }) {
  const t = useTranslations("appuntamenti.motivi");
  const di = motivo ?? NUOVO;
  return (
    <>
      <FormField
        name="nome"
        label={t("nome")}
        hint={t("nomeAiuto")}
        defaultValue={motivo?.nome}
        maxLength={100}
        autoComplete="off"
      />
      <FormArea
        name="daPortare"
        label={t("daPortare")}
        hint={t("daPortareAiuto")}
        defaultValue={motivo?.daPortare}
        rows={3}
        maxLength={500}
      />
      {NUMERI.map(([name, colonna]) => (
        <FormField
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}Aiuto`)}
          defaultValue={di[colonna]}
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          className="max-w-28"
        />
      ))}
      <FormChoices
        name="richiedeQuesito"
        legend={t("richiedeQuesito")}
        defaultValue={di.richiedeQuesito ? "si" : "no"}
        choices={[
          { value: "si", label: t("quesitoSi"), hint: t("quesitoSiAiuto") },
          { value: "no", label: t("quesitoNo"), hint: t("quesitoNoAiuto") },
        ]}
      />
      <FormSelect
        name="categoria"
        label={t("categoria")}
        hint={t("categoriaAiuto")}
        vuoto={t("tutteCategorie")}
        defaultValue={motivo?.categoriaCodice ?? ""}
        options={categorie.map(({ codice, nome }) => [codice, nome] as const)}
      />
    </>
  );
}
