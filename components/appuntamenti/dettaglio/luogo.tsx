import { CalendarPlus, FileText, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Stampa } from "@/components/ui/stampa";
import type { AppuntamentoIntero } from "@/lib/appuntamenti/queries";
import { Dove } from "../dove";
import { minutiFra } from "../nomi";

type Props = { riga: AppuntamentoIntero; qui: string; concluso: boolean };

/** Where and with whom, and how to take it along: into a calendar, as a file, on paper. */
export function Luogo({ riga, qui, concluso }: Props) {
  const t = useTranslations("appuntamenti.dettaglio");
  const { sede, appuntamento } = riga;
  const { modo, espertoNome, telefono, collegamento, inizioAt, fineAt } = appuntamento;
  return (
    <section className="scheda-evidenza mt-6" aria-labelledby="dove">
      <h2 id="dove">{t(modo === "in_persona" ? "dove" : "come")}</h2>
      <Dove
        modo={modo}
        sede={sede}
        esperto={espertoNome}
        telefono={telefono}
        collegamento={collegamento}
        concluso={concluso}
      />
      {!concluso && (
        <p className="mt-2 ps-9">{t("dura", { minuti: t("minuti", { n: minutiFra(inizioAt, fineAt) }) })}</p>
      )}
      {sede.telefono && (
        <p className="ps-9">
          <a href={`tel:${sede.telefono.replace(/[^+\d]/g, "")}`} className="collegamento">
            <Phone aria-hidden size={18} />
            {t("chiamaSede", { telefono: sede.telefono })}
          </a>
        </p>
      )}
      {!concluso && appuntamento.daSpostareAt === null && (
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink
            href={`${qui}/calendario.ics`}
            icon={CalendarPlus}
            secondario={collegamento !== null}
            download
          >
            {t("calendario")}
          </ButtonLink>
          <ButtonLink href={`${qui}/promemoria.pdf`} icon={FileText} secondario download>
            {t("pdf")}
          </ButtonLink>
          <Stampa>{t("stampa")}</Stampa>
        </div>
      )}
    </section>
  );
}
