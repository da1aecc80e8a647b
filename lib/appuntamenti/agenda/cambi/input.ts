import { z } from "zod";
import { MODI_APPUNTAMENTO } from "@/db/schema/agenda";
import { orologioOf } from "@/lib/appuntamenti/orari/rules";
import { riga, testoLeggibile } from "@/lib/campi";
import { type DataIso, dayOfWeek, parseDataIso } from "@/lib/dates";
import type { Messaggio } from "@/lib/messaggi";
import { istanteDi } from "../rules";
import { SETTIMANE_MASSIME } from "./rules";

const m = (key: Messaggio) => key;
const e = (nome: string) => `appuntamenti.agenda.errori.${nome}` as Messaggio;

const intero = (max: number, wrong: Messaggio) =>
  z
    .string({ error: wrong })
    .regex(/^[0-9]{1,2}$/, wrong)
    .transform(Number)
    .pipe(z.number().min(1, wrong).max(max, wrong));
/** No agenda is made for another century, and a mistyped year is noticed. */
const data = z
  .string({ error: m("appuntamenti.agenda.errori.data") })
  // What is no date must not reach what reckons with it.
  .refine((testo) => isSensata(testo), { error: m("appuntamenti.agenda.errori.data"), abort: true });
const isSensata = (testo: string) =>
  parseDataIso(testo) !== null && testo >= "2000-01-01" && testo <= "2099-12-31";
const dataOVuota = z
  .union([z.literal(""), data], { error: m("appuntamenti.agenda.errori.data") })
  .default("")
  .transform((testo): DataIso | null => testo || null);
const ORA = /^([01]\d|2[0-3]):[0-5]\d$/;
const ora = z
  .string({ error: m("appuntamenti.agenda.errori.ora") })
  .regex(ORA, { error: m("appuntamenti.agenda.errori.ora"), abort: true });
const oraOVuota = z
  .union([z.literal(""), ora], { error: m("appuntamenti.agenda.errori.ora") })
  .default("")
  .transform((testo) => testo || null);
const spunta = z.string().optional();

/** Which appuntamenti were shown before the button was pressed; null: none. */
const visti = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable()
  .catch(null)
  .default(null);

const orario = {
  dalle: ora,
  alle: ora,
  in_persona: spunta,
  telefono: spunta,
  video: spunta,
  visti,
};
const settimana = {
  ...orario,
  giorno: intero(7, m("appuntamenti.agenda.errori.giorno")),
  ogni: intero(SETTIMANE_MASSIME, m("appuntamenti.agenda.errori.ogni")),
  dal: data,
  al: dataOVuota,
};

type Orario = { dalle: string; alle: string } & Partial<Record<(typeof MODI_APPUNTAMENTO)[number], string>>;
/** Each way has a box of its own: a form hands on one value of a name. */
const modiDi = (given: Orario) => MODI_APPUNTAMENTO.filter((modo) => given[modo] === "si");

function checkOrario(given: Orario, context: z.RefinementCtx): void {
  if (given.dalle >= given.alle) context.addIssue({ code: "custom", path: ["alle"], message: e("ore") });
  if (modiDi(given).length === 0) context.addIssue({ code: "custom", path: ["modi"], message: e("modi") });
}

function checkSettimana(
  given: Orario & { dal: DataIso; al: DataIso | null },
  context: z.RefinementCtx,
): void {
  checkOrario(given, context);
  if (given.al !== null && given.al < given.dal) {
    context.addIssue({ code: "custom", path: ["al"], message: e("date") });
  }
}

type Settimana = Orario & { giorno: number; ogni: number; dal: DataIso; al: DataIso | null };
const regolaDi = (given: Settimana) => {
  const { giorno, dalle, alle, ogni: ogniSettimane, dal, al } = given;
  return { giorno, dalle, alle, ogniSettimane, dal, al, modi: modiDi(given) };
};

const unGiorno = ({ data: dal, ...given }: Orario & { data: DataIso }) =>
  regolaDi({ ...given, giorno: dayOfWeek(dal), ogni: 1, dal, al: dal });

/** The forms of the openings: their button says what is to be done. `esperto` is where the page goes on. */
export const orariInput = z.discriminatedUnion("cosa", [
  z
    .object({ cosa: z.literal("apri"), esperto: z.uuid(), ...settimana })
    .superRefine(checkSettimana)
    .transform((given) => ({
      ...{ esperto: given.esperto, visti: given.visti },
      cambio: { tipo: "apri" as const, regola: { ...regolaDi(given), esperto: given.esperto } },
    })),
  z
    .object({ cosa: z.literal("giorno"), esperto: z.uuid(), ...orario, data })
    .superRefine(checkOrario)
    .transform((given) => ({
      ...{ esperto: given.esperto, visti: given.visti },
      cambio: { tipo: "apri" as const, regola: { ...unGiorno(given), esperto: given.esperto } },
    })),
  z
    .object({ cosa: z.literal("cambia_giorno"), esperto: z.uuid(), id: z.uuid(), ...orario, data })
    .superRefine(checkOrario)
    .transform((given) => ({
      ...{ esperto: given.esperto, visti: given.visti },
      cambio: { tipo: "cambia" as const, id: given.id, regola: unGiorno(given) },
    })),
  z
    .object({ cosa: z.literal("cambia"), esperto: z.uuid(), id: z.uuid(), ...settimana })
    .superRefine(checkSettimana)
    .transform((given) => ({
      ...{ esperto: given.esperto, visti: given.visti },
      cambio: { tipo: "cambia" as const, id: given.id, regola: regolaDi(given) },
    })),
  z
    .object({ cosa: z.literal("termina"), esperto: z.uuid(), id: z.uuid(), ultimo: data, visti })
    .transform(({ esperto, id, ultimo, visti }) => ({
      ...{ esperto, visti },
      cambio: { tipo: "termina" as const, id, al: ultimo },
    })),
  z
    .object({ cosa: z.literal("togli"), esperto: z.uuid(), id: z.uuid(), visti })
    .transform(({ esperto, id, visti }) => ({ esperto, visti, cambio: { tipo: "togli" as const, id } })),
]);

/** In the form of an assenza: the whole sede. */
export const TUTTA_LA_SEDE = "sede";
const ANNI_MASSIMI = 2;

/** From whole days or hours by the clock in Rome to instants; `fine` is null when the two are not in order. */
function periodoDi(given: { dal: DataIso; dalle: string | null; al: DataIso | null; alle: string | null }) {
  const inizioAt = istanteDi(orologioOf(given.dal)(given.dalle ?? "00:00"));
  const fineAt = istanteDi(orologioOf(given.al ?? given.dal)(given.alle ?? "24:00"));
  return { inizioAt, fineAt };
}

export const assenzeInput = z.discriminatedUnion("cosa", [
  z
    .object({
      cosa: z.literal("assenta"),
      esperto: z.union([z.literal(TUTTA_LA_SEDE), z.uuid(m("appuntamenti.agenda.errori.chi"))]),
      dal: data,
      dalle: oraOVuota,
      al: dataOVuota,
      alle: oraOVuota,
      motivo: z
        .string()
        .default("")
        .pipe(
          z
            .string()
            .regex(testoLeggibile, m("appuntamenti.agenda.errori.motivo"))
            .trim()
            .max(200, m("appuntamenti.agenda.errori.motivo")),
        ),
      visti,
    })
    .superRefine((given, context) => {
      const { inizioAt, fineAt } = periodoDi(given);
      const wrong = (path: string, nome: string) =>
        context.addIssue({ code: "custom", path: [path], message: e(nome) });
      if (given.al !== null && given.al < given.dal) wrong("al", "date");
      else if (fineAt <= inizioAt) wrong("alle", "fine");
      else if (fineAt.getTime() - inizioAt.getTime() > ANNI_MASSIMI * 366 * 86_400_000) wrong("al", "lunga");
    })
    .transform((given) => ({
      visti: given.visti,
      cambio: {
        ...{ tipo: "assenta" as const, motivo: given.motivo },
        ...{ esperto: given.esperto === TUTTA_LA_SEDE ? null : given.esperto, ...periodoDi(given) },
      },
    })),
  z
    .object({ cosa: z.literal("torna"), id: z.uuid() })
    .transform(({ id }) => ({ visti: null, cambio: { tipo: "torna" as const, id } })),
]);

export const patronoInput = z.discriminatedUnion("cosa", [
  z
    .object({
      cosa: z.literal("patrono"),
      nome: riga(3, 80, m("appuntamenti.agenda.errori.patronoNome")),
      mese: intero(12, m("appuntamenti.agenda.errori.mese")),
      giorno: intero(31, m("appuntamenti.agenda.errori.patronoGiorno")),
      visti,
    })
    .superRefine(({ mese, giorno }, context) => {
      // A leap year: a saint of 29 February is one.
      const testo = `2028-${String(mese).padStart(2, "0")}-${String(giorno).padStart(2, "0")}`;
      if (parseDataIso(testo) === null) {
        context.addIssue({ code: "custom", path: ["giorno"], message: e("patronoGiorno") });
      }
    })
    .transform(({ nome, mese, giorno, visti }) => ({
      visti,
      cambio: { tipo: "patrono" as const, patrono: { nome, mese, giorno } },
    })),
  z
    .object({ cosa: z.literal("senza_patrono") })
    .transform(() => ({ visti: null, cambio: { tipo: "senza_patrono" as const } })),
]);

/** What was just done, as the address says it after the redirect; anything else says nothing. */
export const fattoAgendaInput = z
  .enum(["aperta", "cambiata", "terminata", "tolta", "assente", "tornato", "patrono", "senza_patrono"])
  .nullable()
  .catch(null)
  .default(null);
export type FattoAgenda = NonNullable<z.infer<typeof fattoAgendaInput>>;

/** Which form of the openings is open: a new one, or that of the opening with this id. */
export const moduloOrariInput = z.object({
  nuovo: z.enum(["settimana", "giorno"]).nullable().catch(null).default(null),
  cambia: z.uuid().nullable().catch(null).default(null),
});
