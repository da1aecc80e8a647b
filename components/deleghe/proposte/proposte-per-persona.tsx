import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SchedaNomina } from "@/components/intermediari/scheda-nomina";
import { decidiComePersonaAction } from "@/lib/deleghe/actions";
import type { PropostaElencata } from "@/lib/deleghe/proposte/queries";
import { statoProposta } from "@/lib/deleghe/rules";
import type { NominaRicevuta } from "@/lib/intermediari/queries";
import { esitoNomina } from "@/lib/intermediari/rules";
import { SchedaProposta } from "./scheda-proposta";

type Props = {
  proposte: PropostaElencata[];
  nomine: NominaRicevuta[];
  oggi: string;
  /** What is given and has not begun, between what is in force and what is over. */
  children: ReactNode;
};

/** What waits for a person's answer, for whom they work, then what is over; a part without anything is not there. */
export function PropostePerPersona({ proposte, nomine, oggi, children }: Props) {
  const aspetta = ({ proposta }: PropostaElencata) => statoProposta(proposta, oggi) === "proposta";
  const esito = ({ nomina }: NominaRicevuta) => esitoNomina(nomina);
  const finita = (riga: NominaRicevuta) => !["in_attesa", "in_corso"].includes(esito(riga));
  return (
    <>
      <Parte
        parte="daDecidere"
        nomine={nomine.filter((riga) => esito(riga) === "in_attesa")}
        proposte={proposte.filter(aspetta)}
        oggi={oggi}
      />
      <Parte
        parte="inCorso"
        nomine={nomine.filter((riga) => esito(riga) === "in_corso")}
        proposte={[]}
        oggi={oggi}
      />
      {children}
      <Parte
        parte="passate"
        nomine={nomine.filter(finita)}
        proposte={proposte.filter((riga) => !aspetta(riga))}
        oggi={oggi}
      />
    </>
  );
}

type ParteProps = Omit<Props, "children"> & { parte: "daDecidere" | "inCorso" | "passate" };

function Parte({ parte, proposte, nomine, oggi }: ParteProps) {
  const t = useTranslations("deleghe.persona");
  if (nomine.length + proposte.length === 0) return null;
  return (
    <section className="sezione" aria-labelledby={parte}>
      <h2 id={parte}>{t(parte)}</h2>
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
              titolo={t(parte === "passate" ? "haOfferto" : "offre", { chi })}
              chi={chi}
              parte="delegato"
              oggi={oggi}
              action={decidiComePersonaAction}
              spiega="ambitiTuoi"
            />
          );
        })}
      </ul>
    </section>
  );
}
