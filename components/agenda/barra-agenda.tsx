import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/select-field";
import { TUTTI } from "@/lib/appuntamenti/agenda/input";
import type { Esperto } from "@/lib/appuntamenti/agenda/queries";
import { accanto, VISTE_AGENDA } from "@/lib/appuntamenti/agenda/rules";
import type { DataIso } from "@/lib/dates";
import { indirizzoAgenda, type SceltaAgenda } from "./indirizzo-agenda";

type Props = { scelta: SceltaAgenda; oggi: DataIso; esperti: Esperto[] };

/** Whose agenda, of which day or week, and the ones before and after. */
export function BarraAgenda({ scelta, oggi, esperti }: Props) {
  const t = useTranslations("appuntamenti.agenda");
  const { esperto, vista, data } = scelta;
  return (
    <div className="print:hidden">
      <form
        action="/sede/agenda"
        className="mt-6 flex flex-col gap-4 tablet:flex-row tablet:flex-wrap tablet:items-end"
      >
        <SelectField
          name="esperto"
          label={t("filtro.esperto")}
          value={esperto ?? TUTTI}
          options={[[TUTTI, t("filtro.tutti")], ...esperti.map(({ id, nome }) => [id, nome] as const)]}
        />
        <SelectField
          name="vista"
          label={t("vista.nome")}
          value={vista}
          options={VISTE_AGENDA.map((valore) => [valore, t(`vista.${valore}`)] as const)}
        />
        <div>
          <label htmlFor="data" className="block text-base font-semibold">
            {t("filtro.data")}
          </label>
          <input id="data" name="data" type="date" defaultValue={data} className="campo mt-1 tablet:w-48" />
        </div>
        <button type="submit" className="bottone">
          {t("filtro.mostra")}
        </button>
      </form>
      <nav aria-label={t("passi.nome")} className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href={indirizzoAgenda({ ...scelta, data: accanto(vista, data, -1) })} secondario>
          <ChevronLeft aria-hidden size={20} />
          {t(`passi.prima.${vista}`)}
        </ButtonLink>
        <ButtonLink href={indirizzoAgenda({ ...scelta, data: oggi })} secondario>
          {t("passi.oggi")}
        </ButtonLink>
        <ButtonLink href={indirizzoAgenda({ ...scelta, data: accanto(vista, data, 1) })} secondario>
          {t(`passi.dopo.${vista}`)}
          <ChevronRight aria-hidden size={20} />
        </ButtonLink>
      </nav>
    </div>
  );
}
