import type { SendMailOptions } from "nodemailer";
import type { ModelloPosta } from "@/db/schema/posta";
import messages from "@/messages/it.json";
import { isMailAddress } from "./address";
import { PostaNonConsegnata } from "./posta-non-consegnata";

export type Mail = { id: string; destinatario: string; modello: ModelloPosta };

/**
 * The whole mail, in plain text. Mail is read by providers, on lock screens and by whoever shares a mailbox: it
 * says that there is something to see, and nothing of anybody.
 * @throws PostaNonConsegnata if the address is not one
 */
export function composeMail({ id, destinatario, modello }: Mail, serviceUrl: string): SendMailOptions {
  if (!isMailAddress(destinatario)) throw new PostaNonConsegnata("INDIRIZZO", { definitiva: true });
  const { hostname } = new URL(serviceUrl);
  const from = `non-rispondere@${hostname}`;
  const { oggetto, testo, chiusa } = messages.posta[modello];
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
  };
}
