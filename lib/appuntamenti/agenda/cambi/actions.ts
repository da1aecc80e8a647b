"use server";
import { redirect } from "next/navigation";
import { type FormOutcome, formAction } from "@/lib/actions/form-action";
import { currentContesto, requireViewer } from "@/lib/auth/session";
import { formatIstante } from "@/lib/dates";
import { currentDate } from "@/lib/oggi";
import { istanteDi } from "../rules";
import { assenzeInput, type FattoAgenda, orariInput, patronoInput } from "./input";
import { type Cambio, type Colpito, changeAgenda } from "./mutations";
import type { Mostrati } from "./types";

const FATTI: Record<Cambio["tipo"], FattoAgenda> = {
  ...{ apri: "aperta", cambia: "cambiata", termina: "terminata", togli: "tolta" },
  ...{ assenta: "assente", torna: "tornato", patrono: "patrono", senza_patrono: "senza_patrono" },
};

const MODI = ["in_persona", "telefono", "video"];
const ORARIO = ["cosa", "esperto", "id", "giorno", "data", "dalle", "alle", "ogni", "dal", "al", "ultimo"];

export const orariAction = formAction({
  input: orariInput,
  keep: [...ORARIO, ...MODI],
  run: (given) => run(given, `/sede/agenda/orari?esperto=${given.esperto}&`),
});

export const assenzeAction = formAction({
  input: assenzeInput,
  keep: ["cosa", "esperto", "dal", "dalle", "al", "alle", "motivo"],
  run: (given) => run(given, "/sede/agenda/assenze?"),
});

export const patronoAction = formAction({
  input: patronoInput,
  keep: ["cosa", "nome", "mese", "giorno"],
  run: (given) => run(given, "/sede/agenda/assenze?"),
});

type Richiesta = { cambio: Cambio; visti: string | null };

/** Changes the agenda, or shows first whom that hits: the second time the form says that they were seen. */
async function run({ cambio, visti }: Richiesta, pagina: string): Promise<FormOutcome<Mostrati>> {
  await requireViewer("sede");
  const esito = await changeAgenda(await currentContesto(), cambio, visti, currentDate());
  if (esito.esito === "ok") {
    const query = new URLSearchParams({ fatto: FATTI[cambio.tipo] });
    if (esito.avvisati > 0) query.set("avvisati", "si");
    if (esito.restano > 0) query.set("restano", "si");
    return redirect(`${pagina}${query}`);
  }
  if (esito.esito !== "colpiti") {
    return { ok: false, reason: `appuntamenti.agenda.rifiuti.${esito.esito}` };
  }
  const dati = { visti: esito.visti, cambiato: visti !== null, colpiti: esito.colpiti.map(toMostrato) };
  return { ok: true, dati };
}

const toMostrato = ({ numero, datoreNome, espertoNome, inizioAt, proposte }: Colpito) => ({
  ...{ numero, datore: datoreNome, esperto: espertoNome, quando: formatIstante(inizioAt, "esteso") },
  proposte: proposte.map(({ inizio }) => formatIstante(istanteDi(inizio), "esteso")),
});
