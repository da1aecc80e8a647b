import { chmod, chown, mkdir, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { composeMail, type Mail } from "./compose";
import { faultOf } from "./posta-non-consegnata";

/** Delivers one mail, or throws a PostaNonConsegnata. */
export type Deliver = (mail: Mail) => Promise<void>;

type Options = {
  /** Absent: each mail becomes a file of `folder`. */
  smtpUrl: string | undefined;
  folder: string;
  /** The service's own address: it is in the texts, and its host is the sender's. */
  serviceUrl: string;
};

/** For each of the steps of SMTP. */
const ATTESA_MS = 10_000;
/** For all of them: a server that sends a byte now and then never runs out of the single waits. */
export const SCADENZA_MS = 60_000;

export function openDelivery({ smtpUrl, folder, serviceUrl }: Options): Deliver {
  const deliver = smtpUrl ? bySmtp(smtpUrl, serviceUrl) : intoFolder(folder, serviceUrl);
  return (mail) =>
    deliver(mail).catch((error) => {
      throw faultOf(error);
    });
}

function bySmtp(smtpUrl: string, serviceUrl: string): Deliver {
  const url = new URL(smtpUrl);
  // What stands in the address wins over the options below; nodemailer's own log would name the recipients.
  url.searchParams.set("logger", "false");
  const transport = createTransport({
    url: url.href,
    name: new URL(serviceUrl).hostname,
    connectionTimeout: ATTESA_MS,
    greetingTimeout: ATTESA_MS,
    socketTimeout: ATTESA_MS,
    dnsTimeout: ATTESA_MS,
    // Whoever on the way hides the offer of TLS would get the password.
    requireTLS: url.username !== "",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    await transport.sendMail({
      ...composeMail(mail, serviceUrl),
      signal: AbortSignal.timeout(SCADENZA_MS),
    });
  };
}

function intoFolder(folder: string, serviceUrl: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (mail) => {
    const { message } = await transport.sendMail(composeMail(mail, serviceUrl));
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o700);
    // Delivered twice it is still one file.
    const file = path.join(folder, `${mail.id}.eml`);
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, message as Buffer, { mode: 0o600 });
    await leaveToOwner([folder, draft], path.dirname(folder));
    await rename(draft, file);
  };
}

/** Root must leave no files that whoever owns the service's data cannot use later. */
async function leaveToOwner(files: string[], above: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(above);
  for (const file of files) await chown(file, uid, gid);
}
