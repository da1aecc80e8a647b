import ical, {
  ICalAlarmType,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { DataIso } from "./dates";

/** Calendar files (RFC 5545) and invitations (RFC 5546): the one way in which the service writes them. */

export type Voce = {
  /** Always the same for the same thing: a calendar then mends the event instead of adding one. */
  uid: string;
  /** One more at each change; a lower one is ignored by whoever has a higher. */
  sequenza?: number;
  titolo: string;
  descrizione?: string;
  luogo?: string;
  /** A whole day, which it leaves free; or from an instant to another. */
  quando: { giorno: DataIso } | { inizio: Date; fine: Date };
  annullata?: boolean;
  /** How long before the alarm rings, in days; none without. */
  preavvisoGiorni?: number;
};

/** Who asks whom to put it into their calendar, or to take it out. */
export type Invito = { mittente: { nome: string; indirizzo: string }; destinatario: string };

type Testata = { nome: string; istante: Date; invito?: Invito };

const CRLF = "\r\n";
const PRODOTTO = { company: "Cassetto del lavoro domestico", product: "Calendario", language: "IT" };

/** One file with all of them. Instants are written in UTC, so that no calendar has to know when clocks change. */
export function icsFile(voci: readonly Voce[], { nome, istante, invito }: Testata): string {
  const annullate = voci.length > 0 && voci.every(({ annullata }) => annullata);
  const file = ical({
    prodId: PRODOTTO,
    name: senzaControlli(nome),
    scale: "gregorian",
    method: invito && (annullate ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST),
  });
  for (const voce of voci) addVoce(file, voce, istante, invito);
  return file.toString() + CRLF;
}

function addVoce(file: ReturnType<typeof ical>, voce: Voce, istante: Date, invito: Invito | undefined): void {
  const { uid, sequenza = 0, quando, annullata, preavvisoGiorni } = voce;
  const giornata = "giorno" in quando;
  const titolo = senzaControlli(voce.titolo);
  const evento = file.createEvent({
    id: uid,
    sequence: sequenza,
    stamp: istante,
    start: giornata ? new Date(`${quando.giorno}T00:00:00Z`) : quando.inizio,
    end: giornata ? null : quando.fine,
    allDay: giornata,
    summary: titolo,
    description: voce.descrizione ? senzaControlli(voce.descrizione) : null,
    location: voce.luogo ? senzaControlli(voce.luogo) : null,
    transparency: giornata ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    status: annullata ? ICalEventStatus.CANCELLED : giornata ? null : ICalEventStatus.CONFIRMED,
  });
  if (preavvisoGiorni && !annullata) {
    evento.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: preavvisoGiorni * 86_400,
      description: titolo,
    });
  }
  if (invito) {
    evento.organizer({ name: invito.mittente.nome, email: invito.mittente.indirizzo });
    // Nobody reads an answer.
    evento.createAttendee({ email: invito.destinatario, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  }
}

// RFC 5545 allows no control character but the tab; line ends become `\n`.
const senzaControlli = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant.
  text.replace(/\r\n|\r/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
