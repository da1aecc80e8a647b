import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { appuntamenti } from "./appuntamenti";
import { instant, oneOf } from "./columns";
import { bozze, messaggi } from "./messaggi";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const TIPI_ALLEGATO = ["pdf", "jpeg", "png", "tiff"] as const;
/** `non_prevista`: this installation has no antivirus. Only `pulito` and `non_prevista` may be opened. */
export const SCANSIONI = ["in_attesa", "pulito", "infetto", "errore", "non_prevista"] as const;
/** msg 2749/2018: at most three files, 3 MB in all. */
export const ALLEGATI_MASSIMI = 3;
export const BYTE_MASSIMI = 3 * 1024 * 1024;
/** Pages of an image shown in the browser. */
export const ANTEPRIME_MASSIME = 10;

/** A file, as it was sent; of a bozza first, then of the messaggio or appuntamento. */
export const allegati = pgTable(
  "allegati",
  {
    posizioneId: uuid("posizione_id").notNull(),
    id: uuid("id").notNull().defaultRandom(),
    bozzaId: uuid("bozza_id"),
    messaggioId: uuid("messaggio_id"),
    appuntamentoId: uuid("appuntamento_id"),
    /** As the sender called it: shown, and offered when it is downloaded, never a path. */
    nome: text("nome").notNull(),
    /** What its content is, whatever it was called. */
    tipo: text("tipo", { enum: TIPI_ALLEGATO }).notNull(),
    byte: integer("byte").notNull(),
    sha256: text("sha256").notNull(),
    pagine: smallint("pagine").notNull(),
    scansione: text("scansione", { enum: SCANSIONI }).notNull().default("in_attesa"),
    scansionatoAt: instant("scansionato_at"),
    caricatoAt: instant("caricato_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.id] }),
    unique("allegati_id").on(t.id),
    index("allegati_bozza").on(t.posizioneId, t.bozzaId),
    index("allegati_messaggio").on(t.posizioneId, t.messaggioId),
    foreignKey({ columns: [t.posizioneId, t.bozzaId], foreignColumns: [bozze.posizioneId, bozze.id] }),
    foreignKey({
      columns: [t.posizioneId, t.messaggioId],
      foreignColumns: [messaggi.posizioneId, messaggi.id],
    }),
    foreignKey({
      columns: [t.posizioneId, t.appuntamentoId],
      foreignColumns: [appuntamenti.posizioneId, appuntamenti.id],
    }),
    index("allegati_appuntamento").on(t.posizioneId, t.appuntamentoId),
    oneOf("allegati_tipo", t.tipo, TIPI_ALLEGATO),
    oneOf("allegati_scansione", t.scansione, SCANSIONI),
    check("allegati_di_uno", sql`num_nonnulls(${t.bozzaId}, ${t.messaggioId}, ${t.appuntamentoId}) = 1`),
    check("allegati_nome", sql`length(${t.nome}) between 1 and 120 and ${t.nome} !~ '[[:cntrl:]/\\\\]'`),
    check("allegati_byte", sql`${t.byte} between 1 and ${sql.raw(String(BYTE_MASSIMI))}`),
    check("allegati_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("allegati_pagine", sql`${t.pagine} >= 1`),
  ],
).enableRLS();

/** The bytes of an allegato: a row of its own, which is not there for who may know of the file but not open it. */
export const contenutiAllegato = pgTable(
  "contenuti_allegato",
  {
    posizioneId: uuid("posizione_id").notNull(),
    allegatoId: uuid("allegato_id").notNull(),
    contenuto: bytea("contenuto").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.allegatoId] }),
    foreignKey({
      columns: [t.posizioneId, t.allegatoId],
      foreignColumns: [allegati.posizioneId, allegati.id],
    }).onDelete("cascade"),
  ],
).enableRLS();

/** An image drawn anew for the browser, page by page: what of the file could be more than a picture is gone. */
export const anteprime = pgTable(
  "anteprime",
  {
    posizioneId: uuid("posizione_id").notNull(),
    allegatoId: uuid("allegato_id").notNull(),
    pagina: smallint("pagina").notNull(),
    larghezza: smallint("larghezza").notNull(),
    altezza: smallint("altezza").notNull(),
    /** JPEG. */
    contenuto: bytea("contenuto").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.allegatoId, t.pagina] }),
    foreignKey({
      columns: [t.posizioneId, t.allegatoId],
      foreignColumns: [allegati.posizioneId, allegati.id],
    }).onDelete("cascade"),
    check("anteprime_pagina", sql`${t.pagina} between 1 and ${sql.raw(String(ANTEPRIME_MASSIME))}`),
    check("anteprime_byte", sql`octet_length(${t.contenuto}) between 1 and ${sql.raw(String(BYTE_MASSIMI))}`),
  ],
).enableRLS();

export type TipoAllegato = (typeof TIPI_ALLEGATO)[number];
export type Scansione = (typeof SCANSIONI)[number];
