import { describe, expect, it, test } from "vitest";
import { MODELLI_POSTA } from "@/db/schema/posta";
import messages from "@/messages/it.json";
import { isMailAddress, LUNGHEZZA_MASSIMA } from "./address";
import { composeMail } from "./compose";

const SERVIZIO = "https://cassetto.esempio.it";
const mail = {
  id: "018f3c3e-0000-7000-8000-000000000001",
  destinatario: "anna.rossi@esempio.it",
  modello: "delegato_ha_aperto",
} as const;

const domain = (length: number) => "d".repeat(length - "a@".length);

describe("an address", () => {
  test.each([
    "a@b",
    "anna.rossi+cassetto@posta.esempio.it",
    "o'brien@esempio.it",
    `a@${domain(LUNGHEZZA_MASSIMA)}`,
  ])("%s is one", (address) => expect(isMailAddress(address)).toBe(true));

  test.each([
    "",
    "anna",
    "@esempio.it",
    "anna@",
    "anna@esempio.it\r\nBcc: altri@esempio.it",
    "anna@esempio.it\n",
    "anna@esempio.it\r",
    "anna@esempio.it, altri@esempio.it",
    "anna@esempio.it;altri@esempio.it",
    "anna@esempio.it altri@esempio.it",
    "anna@altri@esempio.it",
    "Anna <anna@esempio.it>",
    '"anna rossi"@esempio.it',
    "gruppo:anna@esempio.it;",
    "anna@esempio.it\0",
    `a@${domain(LUNGHEZZA_MASSIMA + 1)}`,
  ])("%j is refused, once and for all", (destinatario) => {
    expect(isMailAddress(destinatario)).toBe(false);
    expect(() => composeMail({ ...mail, destinatario }, SERVIZIO)).toThrow(
      expect.objectContaining({ message: "INDIRIZZO", definitiva: true }),
    );
  });
});

describe.each(MODELLI_POSTA)("the mail %s", (modello) => {
  const composed = composeMail({ ...mail, modello }, SERVIZIO);
  const written = `${composed.subject}\n${composed.text}`;

  it("has every text, the address of the service, and what to do with such mails", () => {
    const { oggetto, testo, chiusa } = messages.posta[modello];
    expect(composed.subject).toBe(oggetto);
    for (const part of [testo, SERVIZIO, chiusa]) expect(composed.text).toContain(part);
    expect(composed.html).toBeUndefined();
  });

  it("names nobody, has no id, no codice fiscale, and nothing left to fill in", () => {
    expect(written).not.toMatch(/\b(anna|rossi)\b|@/i);
    expect(written).not.toContain(mail.id);
    expect(written).not.toMatch(/[A-Z]{6}\d{2}|\d|[{}]/);
  });

  it("sends people to the page by the name it has in the menu", () => {
    const { accessi, appuntamenti, comunicazioni, pagamenti, profilo } = messages.nav;
    const voci = { delegato: accessi, scadenza: pagamenti, quesito: comunicazioni, pin: profilo };
    const voce = voci[modello.split("_")[0] as keyof typeof voci] ?? appuntamenti;
    expect(written).toContain(`«${voce}»`);
  });
});

test("a mail says who sends it, to one recipient, and that no person wrote it", () => {
  expect(composeMail(mail, SERVIZIO)).toMatchObject({
    messageId: `<${mail.id}@cassetto.esempio.it>`,
    from: { name: "Cassetto del lavoro domestico", address: "non-rispondere@cassetto.esempio.it" },
    envelope: { to: [mail.destinatario] },
    headers: { "Auto-Submitted": "auto-generated" },
  });
  const { from } = composeMail(mail, "http://localhost:3000");
  expect(from).toMatchObject({ address: "non-rispondere@localhost" });
});
