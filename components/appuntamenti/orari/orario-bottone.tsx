import { useTranslations } from "next-intl";
import { dataDi, type OrarioOfferto, oraDi } from "@/lib/appuntamenti/giorni/rules";
import { formatData } from "@/lib/dates";
import type { Scelta, SedeScelta } from "./scelta";

type Props = { orario: OrarioOfferto; sedi: SedeScelta[]; tenuto: Scelta["tenuto"]; conData?: boolean };

/** One time that can be had; says its day and sede to who hears it, and shows what is not said beside it. */
export function OrarioBottone({ orario, sedi, tenuto, conData = false }: Props) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const { sede, inizio, esperti } = orario;
  const ora = oraDi(inizio);
  const data = formatData(dataDi(inizio), "esteso");
  const mio = tenuto?.sede === sede && tenuto.inizio === inizio;
  const dove = sedi.find(({ codice }) => codice === sede)?.denominazione ?? sede;
  return (
    <button
      type="submit"
      name="orario"
      value={`${sede}/${inizio}/${esperti.join(",")}`}
      aria-label={t("scegli", { data, ora, sede: dove }) + (mio ? `. ${t("mio")}` : "")}
      className={`bottone bottone-secondario min-w-0 flex-col !gap-0.5 text-center ${conData ? "!py-4" : ""}`}
    >
      {conData && <span className="text-base font-semibold first-letter:uppercase">{data}</span>}
      <span className={conData ? "text-2xl font-bold" : "text-xl"}>{ora}</span>
      {(conData || sedi.length > 1) && <span className="text-base font-normal break-words">{dove}</span>}
      {mio && <span className="text-base font-semibold text-slate-20">{t("mio")}</span>}
    </button>
  );
}
