import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { cents, oneOf } from "./columns";
import { rapporti } from "./rapporti";

export const SOSPENSIONI = ["maternita", "aspettativa", "malattia_infortunio"] as const;
export const CANALI = ["pagopa", "pagopa_app_io", "banca", "mav"] as const;

/** What is owed for one rapporto, one quarter, one notice (progressivo). Its stato is computed, never stored. */
export const contributi = pgTable(
  "contributi",
  {
    posizioneId: uuid("posizione_id").notNull(),
    rapporto: text("rapporto").notNull(),
    anno: smallint("anno").notNull(),
    trimestre: smallint("trimestre").notNull(),
    progressivo: smallint("progressivo").notNull(),
    settimane: smallint("settimane").notNull(),
    ore: numeric("ore", { precision: 7, scale: 2, mode: "number" }).notNull(),
    importo: cents("importo").notNull(),
    quotaLavoratore: cents("quota_lavoratore").notNull(),
    cassacolf: cents("cassacolf").notNull(),
    scadenza: date("scadenza").notNull(),
    codiceAvviso: text("codice_avviso"),
    /** Why nothing is owed for the quarter (msg 1643/2016); null: it is owed. */
    sospensione: text("sospensione", { enum: SOSPENSIONI }),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.rapporto, t.anno, t.trimestre, t.progressivo] }),
    foreignKey({
      columns: [t.posizioneId, t.rapporto],
      foreignColumns: [rapporti.posizioneId, rapporti.codice],
    }).onUpdate("cascade"),
    oneOf("contributi_sospensione", t.sospensione, SOSPENSIONI),
    check("contributi_trimestre", sql`${t.trimestre} between 1 and 4`),
    check("contributi_progressivo", sql`${t.progressivo} >= 1`),
    check("contributi_settimane", sql`${t.settimane} between 0 and 14`),
    check(
      "contributi_importi_non_negativi",
      sql`${t.importo} >= 0 and ${t.quotaLavoratore} >= 0 and ${t.cassacolf} >= 0 and ${t.ore} >= 0`,
    ),
  ],
).enableRLS();

/** What was paid, for which contributo, when and how. */
export const versamenti = pgTable(
  "versamenti",
  {
    posizioneId: uuid("posizione_id").notNull(),
    identificativo: text("identificativo").notNull().unique(),
    rapporto: text("rapporto").notNull(),
    anno: smallint("anno").notNull(),
    trimestre: smallint("trimestre").notNull(),
    progressivo: smallint("progressivo").notNull(),
    data: date("data").notNull(),
    importo: cents("importo").notNull(),
    canale: text("canale", { enum: CANALI }).notNull(),
    codiceAvviso: text("codice_avviso"),
  },
  (t) => [
    primaryKey({ columns: [t.posizioneId, t.identificativo] }),
    index("versamenti_contributo").on(t.posizioneId, t.rapporto, t.anno, t.trimestre, t.progressivo),
    foreignKey({
      columns: [t.posizioneId, t.rapporto, t.anno, t.trimestre, t.progressivo],
      foreignColumns: [
        contributi.posizioneId,
        contributi.rapporto,
        contributi.anno,
        contributi.trimestre,
        contributi.progressivo,
      ],
    }).onUpdate("cascade"),
    oneOf("versamenti_canale", t.canale, CANALI),
    check("versamenti_importo", sql`${t.importo} >= 0`),
  ],
).enableRLS();

export type Contributo = typeof contributi.$inferSelect;
export type Versamento = typeof versamenti.$inferSelect;
