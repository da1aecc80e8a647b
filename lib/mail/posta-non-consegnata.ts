import type { NodemailerError } from "nodemailer";

/** One of SMTP's codes or one of the system's; anything longer may be a sentence with an address in it. */
const CODICE = /^[A-Z][A-Z0-9_]{0,39}$/;

/** A mail that did not go out. Its message is a code: the server's words repeat the address. */
export class PostaNonConsegnata extends Error {
  override name = "PostaNonConsegnata";
  /** Whether the server will say the same every time. */
  readonly definitiva: boolean;

  constructor(
    readonly code: string,
    { definitiva, cause }: { definitiva: boolean; cause?: unknown },
  ) {
    super(code, { cause });
    this.definitiva = definitiva;
  }
}

/**
 * A refusal is for good only if it is of this recipient or of this text. A server that refuses us (the login, the
 * sender) will have to be put right by somebody, and then takes what is waiting.
 */
export function faultOf(error: unknown): PostaNonConsegnata {
  if (error instanceof PostaNonConsegnata) return error;
  const { responseCode, permanent, command, originalCode, code } = error as NodemailerError;
  if (responseCode) {
    const definitiva = permanent === true && (command === "RCPT TO" || command === "DATA");
    return new PostaNonConsegnata(`SMTP ${responseCode}`, { definitiva, cause: error });
  }
  const known = [originalCode, code].find((text) => text && CODICE.test(text));
  return new PostaNonConsegnata(known ?? "SCONOSCIUTO", { definitiva: false, cause: error });
}
