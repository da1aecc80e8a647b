import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { elenco, oraBreve } from "@/components/agenda/elenco";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { isUnSoloGiorno, type Regola } from "@/lib/appuntamenti/agenda/cambi/rules";
import { formatData } from "@/lib/dates";
import { GIORNI } from "./giorni";

type Props = {
  regole: Regola[];
  /** Where each is changed; null: the viewer only reads. */
  cambia: string | null;
};

/** The openings of one esperto: those that come back, then the single days. */
export function ElencoOrari({ regole, cambia }: Props) {
  const t = useTranslations("appuntamenti.agenda.orari");
  const soli = regole.filter(isUnSoloGiorno);
  const ripetuti = regole.filter((regola) => !isUnSoloGiorno(regola));
  if (regole.length === 0) return <Empty titolo={t("nessuno")}>{t("nessunoTesto")}</Empty>;
  return (
    <>
      <Righe regole={ripetuti} cambia={cambia} />
      {soli.length > 0 && <h3 className="mt-6">{t("soloGiorni")}</h3>}
      <Righe regole={soli} cambia={cambia} />
    </>
  );
}

function Righe({ regole, cambia }: Props) {
  const t = useTranslations("appuntamenti.agenda.orari");
  const tm = useTranslations("appuntamenti.modi");
  if (regole.length === 0) return null;
  return (
    <ul className="mt-3">
      {regole.map((regola) => {
        const { id, giorno, dalle, alle, modi } = regola;
        const quale = isUnSoloGiorno(regola) ? formatData(regola.dal, "esteso") : (GIORNI[giorno - 1] ?? "");
        const quando = t("quando", { giorno: quale, dalle: oraBreve(dalle), alle: oraBreve(alle) });
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-slate-85 py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold first-letter:uppercase">{quando}</p>
              <p className="minore">
                {elenco(modi.map((modo) => tm(modo)))}
                <Periodo regola={regola} />
              </p>
            </div>
            {cambia && (
              <ButtonLink
                href={`${cambia}&cambia=${id}`}
                icon={Pencil}
                secondario
                etichetta={t("cambiaDi", { quando })}
              >
                {t("cambia")}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Periodo({ regola }: { regola: Regola }) {
  const t = useTranslations("appuntamenti.agenda.orari");
  if (isUnSoloGiorno(regola)) return null;
  const dal = formatData(regola.dal, "lungo");
  const al = regola.al && formatData(regola.al, "lungo");
  const parti = [
    regola.ogniSettimane > 1 && t("ogniSettimane", { n: regola.ogniSettimane }),
    al ? t("dalAl", { dal, al }) : t("dalBreve", { data: dal }),
  ];
  return <span className="block">{parti.filter(Boolean).join(", ")}</span>;
}
