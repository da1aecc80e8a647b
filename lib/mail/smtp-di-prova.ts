import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server says to a command: nothing, so 250, or a code. */
type Answer = number | undefined;
export type Received = { to: string[]; raw: string };
type Behaviour = { rcpt: Answer; data: Answer; delayMs: number };

/** A real SMTP server on this machine, whose manners a test changes as it goes. */
export async function openSmtpServer(port = 0) {
  const behaviour: Behaviour = { rcpt: undefined, data: undefined, delayMs: 0 };
  const received: Received[] = [];
  const server = new SMTPServer({
    logger: false,
    disabledCommands: ["STARTTLS", "AUTH"],
    // As real servers do, it says the address again.
    onRcptTo: ({ address }, _, answer) => answer(refusal(behaviour.rcpt, address)),
    onData: async (stream, session, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      await new Promise((resolve) => setTimeout(resolve, behaviour.delayMs));
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const refused = refusal(behaviour.data, to.join());
      if (!refused) received.push({ to, raw: Buffer.concat(chunks).toString() });
      answer(refused);
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const chosen = (server.server.address() as AddressInfo).port;
  return {
    port: chosen,
    url: `smtp://127.0.0.1:${chosen}`,
    behaviour,
    received,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
export type SmtpServer = Awaited<ReturnType<typeof openSmtpServer>>;

function refusal(code: Answer, address: string): Error | undefined {
  return code ? Object.assign(new Error(`<${address}> refused`), { responseCode: code }) : undefined;
}
