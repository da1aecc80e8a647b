import { Attese } from "@/components/appuntamenti/attese";
import { FiltroOrari } from "@/components/appuntamenti/orari/filtro-orari";
import { NessunOrario } from "@/components/appuntamenti/orari/nessun-orario";
import type { Scelta } from "@/components/appuntamenti/orari/scelta";
import type { AttesaElencata } from "@/lib/appuntamenti/attese/queries";
import { SEDI_IN_ATTESA_MASSIME } from "@/lib/appuntamenti/input";
import type { SedePossibile } from "@/lib/appuntamenti/motivi/queries";
import type { PercheNessuno, PrimoLibero } from "@/lib/appuntamenti/orari/queries";
import { InAttesaForm } from "./in-attesa-form";

type Props = Pick<Scelta, "sede" | "modo" | "qui" | "fissi"> & {
  sedi: SedePossibile[];
  nessuno: PercheNessuno | null;
  /** How far ahead was looked. */
  giorni: number;
  primi: PrimoLibero[];
  /** The place that is taken already. */
  attesa: AttesaElencata | null;
  /** Null: whoever looks cannot wait. */
  campiAttesa: Record<string, string> | null;
  telefono: string;
  posizioneId: string;
};

/** The third step when nothing is free: why, what else there is, and the waiting list. */
export function SenzaOrari(props: Props) {
  const { giorni, nessuno, primi, attesa, campiAttesa, telefono, posizioneId, ...scelta } = props;
  const { sedi, sede, modo, qui, fissi } = scelta;
  const nome = (codice: string) => sedi.find((altra) => altra.codice === codice)?.denominazione ?? codice;
  const alternative = primi.flatMap(({ modo: altro, primo }) =>
    primo
      ? {
          modo: altro,
          inizio: new Date(primo.inizio * 60_000),
          sede: nome(primo.sede),
          href: `${qui}?${new URLSearchParams({ ...fissi, modo: altro })}`,
        }
      : [],
  );
  return (
    <>
      <NessunOrario
        modo={modo}
        giorni={giorni}
        perche={nessuno}
        sedi={sedi}
        sede={sede}
        alternative={alternative}
      />
      <FiltroOrari {...scelta} vista={null} />
      {attesa && <Attese attese={[attesa]} posizioneId={posizioneId} puo={campiAttesa !== null} />}
      {!attesa && campiAttesa && (
        <InAttesaForm
          campi={campiAttesa}
          sedi={sedi.slice(0, SEDI_IN_ATTESA_MASSIME)}
          sede={sede}
          modo={modo}
          telefono={telefono}
        />
      )}
    </>
  );
}
