import { useTranslations } from "next-intl";
import { CambioForm } from "@/components/agenda/cambio-form";
import { useTestiColpiti } from "@/components/agenda/testi-colpiti";
import { FormField } from "@/components/ui/action-form";
import { FormChecks } from "@/components/ui/form-checks";
import { FormSelect } from "@/components/ui/form-select";
import { orariAction } from "@/lib/appuntamenti/agenda/cambi/actions";
import { type Regola, SETTIMANE_MASSIME } from "@/lib/appuntamenti/agenda/cambi/rules";
import type { DataIso } from "@/lib/dates";
import { GIORNI } from "./giorni";

type Props = {
  esperto: string;
  oggi: DataIso;
  torna: string;
  /** Given, it is changed; otherwise a new one is made. */
  regola?: Regola;
};

/** An opening that comes back. */
export function RegolaForm({ esperto, oggi, torna, regola }: Props) {
  const t = useTranslations("appuntamenti.agenda.orari");
  const te = useTranslations("appuntamenti.agenda.errori");
  const settimane = Array.from({ length: SETTIMANE_MASSIME }, (_, index) => index + 1);
  return (
    <CambioForm action={orariAction} titolo={te("riepilogo")} testi={useTestiColpiti()} torna={torna}>
      <input type="hidden" name="cosa" value={regola ? "cambia" : "apri"} />
      <input type="hidden" name="esperto" value={esperto} />
      {regola && <input type="hidden" name="id" value={regola.id} />}
      <div className="grid gap-x-6 tablet:grid-cols-3">
        <FormSelect
          name="giorno"
          label={t("giorno")}
          vuoto={t("scegliGiorno")}
          defaultValue={regola && String(regola.giorno)}
          options={GIORNI.map((nome, index) => [String(index + 1), nome] as const)}
        />
        <Ore regola={regola} />
      </div>
      <div className="grid items-end gap-x-6 tablet:grid-cols-3">
        <FormSelect
          name="ogni"
          label={t("ogni")}
          vuoto={t("scegliOgni")}
          defaultValue={String(regola?.ogniSettimane ?? 1)}
          options={settimane.map((n) => [String(n), t("ogniScelta", { n })] as const)}
        />
        <FormField name="dal" type="date" label={t("dal")} defaultValue={regola?.dal ?? oggi} />
        <FormField name="al" type="date" label={t("al")} defaultValue={regola?.al ?? undefined} />
      </div>
      <p className="minore mt-2">{t("ogniAiuto")}</p>
      <Modi regola={regola} />
      <Bottoni torna={torna} testo={regola ? t("salva") : t("aggiungi")} lascia={t("lascia")} />
    </CambioForm>
  );
}

/** An exception: one day more. */
export function GiornoForm({ esperto, torna, regola }: Omit<Props, "oggi">) {
  const t = useTranslations("appuntamenti.agenda.orari");
  const te = useTranslations("appuntamenti.agenda.errori");
  return (
    <CambioForm action={orariAction} titolo={te("riepilogo")} testi={useTestiColpiti()} torna={torna}>
      <input type="hidden" name="cosa" value={regola ? "cambia_giorno" : "giorno"} />
      <input type="hidden" name="esperto" value={esperto} />
      {regola && <input type="hidden" name="id" value={regola.id} />}
      <div className="grid gap-x-6 tablet:grid-cols-3">
        <FormField name="data" type="date" label={t("data")} defaultValue={regola?.dal} />
        <Ore regola={regola} />
      </div>
      <Modi regola={regola} />
      <Bottoni torna={torna} testo={regola ? t("salva") : t("aggiungi")} lascia={t("lascia")} />
    </CambioForm>
  );
}

function Ore({ regola }: { regola?: Regola }) {
  const t = useTranslations("appuntamenti.agenda.orari");
  return (
    <>
      <FormField name="dalle" type="time" label={t("dalle")} defaultValue={regola?.dalle} />
      <FormField name="alle" type="time" label={t("alle")} defaultValue={regola?.alle} />
    </>
  );
}

function Modi({ regola }: { regola?: Regola }) {
  const t = useTranslations("appuntamenti");
  const boxes = (["in_persona", "telefono", "video"] as const).map((modo) => ({
    ...{ name: modo, label: t(`modi.${modo}`) },
    defaultChecked: regola?.modi.includes(modo) ?? false,
  }));
  return <FormChecks name="modi" legend={t("agenda.orari.modi")} boxes={boxes} />;
}

function Bottoni({ torna, testo, lascia }: { torna: string; testo: string; lascia: string }) {
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      <button type="submit" className="bottone">
        {testo}
      </button>
      <a href={torna} className="bottone bottone-secondario">
        {lascia}
      </a>
    </div>
  );
}
