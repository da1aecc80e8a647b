import type { SendMailOptions } from "nodemailer";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { ModelloPosta } from "@/db/schema/posta";
import { appuntamentoIcs, type InCalendario } from "@/lib/appuntamenti/calendario/rules";
import messages from "@/messages/it.json";
import { isMailAddress } from "./address";
import { PostaNonConsegnata } from "./posta-non-consegnata";

/** What of an appuntamento may stand in a mail: no name, no reason. `sede`: its name and address. */
export type AppuntamentoPerPosta = InCalendario & { modo: ModoAppuntamento; sede: string };

export type Mail = {
  id: string;
  destinatario: string;
  modello: ModelloPosta;
  /** As it is now; null: the mail is of something else. */
  appuntamento?: AppuntamentoPerPosta | null;
};

/** One asks for a new time, the other tells of a link: the calendar is as it was. */
const SENZA_CALENDARIO: readonly ModelloPosta[] = ["appuntamento_da_spostare", "appuntamento_collegamento"];

/**
 * The whole mail, in plain text. Mail is read by providers, on lock screens and by whoever shares a mailbox: it
 * says that there is something to see, and nothing of anybody. Of an appuntamento it brings when and where, for the
 * calendar.
 * @throws PostaNonConsegnata if the address is not one
 */
export function composeMail(mail: Mail, serviceUrl: string): SendMailOptions {
  const { id, destinatario, modello, appuntamento } = mail;
  if (!isMailAddress(destinatario)) throw new PostaNonConsegnata("INDIRIZZO", { definitiva: true });
  const { hostname } = new URL(serviceUrl);
  const from = `non-rispondere@${hostname}`;
  const { oggetto, testo, chiusa } = messages.posta[modello];
  const daAllegare = !SENZA_CALENDARIO.includes(modello) && appuntamento;
  return {
    // Always the same for one row: a mailbox that gets it twice can tell.
    messageId: `<${id}@${hostname}>`,
    from: { name: messages.comune.servizio, address: from },
    // As an object it is not parsed again, and so never becomes two.
    to: { name: "", address: destinatario },
    envelope: { from, to: [destinatario] },
    subject: oggetto,
    text: `${[testo, `${messages.posta.servizio}\n${serviceUrl}`, chiusa].join("\n\n")}\n`,
    headers: { "Auto-Submitted": "auto-generated" },
    ...(daAllegare && { icalEvent: invitation(daAllegare, { serviceUrl, from, destinatario }) }),
  };
}

type Quale = { serviceUrl: string; from: string; destinatario: string };

/** Programs that know calendars put it there, move it or take it out; for the others it is a file. */
function invitation(appuntamento: AppuntamentoPerPosta, { serviceUrl, from, destinatario }: Quale) {
  const { numero, modo, sede } = appuntamento;
  const { calendario, modi } = messages.appuntamenti;
  const content = appuntamentoIcs(
    appuntamento,
    {
      nome: calendario.nome,
      titolo: calendario.titoloBreve.replace("{numero}", numero),
      luogo: modo === "in_persona" ? sede : modi[modo],
    },
    {
      servizio: serviceUrl,
      istante: new Date(),
      invito: { mittente: { nome: messages.comune.servizio, indirizzo: from }, destinatario },
    },
  );
  const method = /^METHOD:(\w+)/m.exec(content)?.[1];
  return { method, filename: "appuntamento.ics", content };
}
