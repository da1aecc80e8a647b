CREATE TABLE "deleganti" (
	"posizione_id" uuid NOT NULL,
	"delega_id" uuid NOT NULL,
	"delegato" text NOT NULL,
	"dal" date NOT NULL,
	"al" date,
	"ambito" text NOT NULL,
	"cognome" text NOT NULL,
	"nome" text NOT NULL,
	"codice_fiscale" text NOT NULL,
	"comune" text,
	"parole" "tsvector" NOT NULL,
	"prossima_scadenza" date,
	"prossimo_importo" integer NOT NULL,
	"scaduto" integer NOT NULL,
	"anomalie" integer NOT NULL,
	CONSTRAINT "deleganti_posizione_id_delega_id_pk" PRIMARY KEY("posizione_id","delega_id"),
	CONSTRAINT "deleganti_ambito" CHECK ("deleganti"."ambito" in ('consultazione', 'operazioni'))
);
--> statement-breakpoint
ALTER TABLE "deleganti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gruppi" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"intermediario_codice" text NOT NULL,
	"nome" text NOT NULL,
	CONSTRAINT "gruppi_nome" UNIQUE("intermediario_codice","nome"),
	CONSTRAINT "gruppi_nome_scritto" CHECK (length("gruppi"."nome") between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE "gruppi" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gruppi_deleganti" (
	"posizione_id" uuid NOT NULL,
	"intermediario_codice" text NOT NULL,
	"gruppo_id" uuid NOT NULL,
	CONSTRAINT "gruppi_deleganti_posizione_id_intermediario_codice_pk" PRIMARY KEY("posizione_id","intermediario_codice")
);
--> statement-breakpoint
ALTER TABLE "gruppi_deleganti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preferenze" (
	"posizione_id" uuid PRIMARY KEY NOT NULL,
	"avvisa_se_aperto" boolean DEFAULT false NOT NULL,
	"avvisato_il" date
);
--> statement-breakpoint
ALTER TABLE "preferenze" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totali_deleganti" (
	"delegato" text PRIMARY KEY NOT NULL,
	"giorno" date,
	"deleganti" integer DEFAULT 0 NOT NULL,
	"in_scadenza" integer DEFAULT 0 NOT NULL,
	"importo_in_scadenza" bigint DEFAULT 0 NOT NULL,
	"con_scaduto" integer DEFAULT 0 NOT NULL,
	"scaduto" bigint DEFAULT 0 NOT NULL,
	"con_anomalie" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "totali_deleganti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "eventi_delega" (
	"delega_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "eventi_delega_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"evento" text NOT NULL,
	"datore_codice_fiscale" text NOT NULL,
	"intermediario_codice" text,
	"delegato_codice_fiscale" text,
	"utente_id" uuid,
	"chi" text,
	"per_conto" text,
	"motivo" text,
	CONSTRAINT "eventi_delega_delega_id_id_pk" PRIMARY KEY("delega_id","id"),
	CONSTRAINT "eventi_delega_evento" CHECK ("eventi_delega"."evento" in ('proposta', 'accettata', 'rifiutata', 'annullata', 'revocata', 'rinunciata', 'sostituita', 'scaduta', 'registrata', 'attivata_da_archivio', 'chiusa_da_archivio', 'chiusa_da_istituto', 'ripristinata')),
	CONSTRAINT "eventi_delega_motivo" CHECK (length("eventi_delega"."motivo") <= 500)
);
--> statement-breakpoint
ALTER TABLE "eventi_delega" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "proposte" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tipo" text NOT NULL,
	"datore_codice_fiscale" text NOT NULL,
	"datore_nome" text,
	"intermediario_codice" text,
	"delegato_codice_fiscale" text,
	"ambito" text NOT NULL,
	"data_inizio" date NOT NULL,
	"data_fine" date,
	"proponente" text NOT NULL,
	"stato" text DEFAULT 'proposta' NOT NULL,
	"proposta_at" timestamp with time zone DEFAULT now() NOT NULL,
	"termine" date NOT NULL,
	CONSTRAINT "proposte_tipo" CHECK ("proposte"."tipo" in ('professionale', 'personale')),
	CONSTRAINT "proposte_ambito" CHECK ("proposte"."ambito" in ('consultazione', 'operazioni')),
	CONSTRAINT "proposte_proponente" CHECK ("proposte"."proponente" in ('datore', 'delegato')),
	CONSTRAINT "proposte_stato" CHECK ("proposte"."stato" in ('proposta', 'attiva', 'rifiutata', 'annullata', 'scaduta')),
	CONSTRAINT "proposte_fine_non_prima_di_inizio" CHECK ("proposte"."data_fine" >= "proposte"."data_inizio"),
	CONSTRAINT "proposte_un_solo_delegato" CHECK (("proposte"."tipo" = 'professionale' and "proposte"."intermediario_codice" is not null and "proposte"."delegato_codice_fiscale" is null)
        or ("proposte"."tipo" = 'personale' and "proposte"."delegato_codice_fiscale" is not null and "proposte"."intermediario_codice" is null))
);
--> statement-breakpoint
ALTER TABLE "proposte" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nomine" (
	"intermediario_codice" text NOT NULL,
	"codice_fiscale" text NOT NULL,
	"stato" text DEFAULT 'proposta' NOT NULL,
	"nome" text,
	"nominato_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decisa_at" timestamp with time zone,
	CONSTRAINT "nomine_intermediario_codice_codice_fiscale_pk" PRIMARY KEY("intermediario_codice","codice_fiscale"),
	CONSTRAINT "nomine_stato" CHECK ("nomine"."stato" in ('proposta', 'attiva', 'rifiutata', 'revocata'))
);
--> statement-breakpoint
ALTER TABLE "nomine" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deleghe" DROP CONSTRAINT "deleghe_stato";--> statement-breakpoint
DROP INDEX "accessi_utente";--> statement-breakpoint
ALTER TABLE "deleghe" ALTER COLUMN "stato" SET DEFAULT 'revocata';--> statement-breakpoint
ALTER TABLE "accessi" ADD COLUMN "intermediario_codice" text;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "stato_archivio" text;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "ambito" text DEFAULT 'operazioni' NOT NULL;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "titolo" text DEFAULT 'volontaria' NOT NULL;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "ultimo_giorno" date;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "fine" date GENERATED ALWAYS AS (case when least(data_fine, ultimo_giorno) < data_inizio then data_inizio else least(data_fine, ultimo_giorno) end) STORED;--> statement-breakpoint
ALTER TABLE "deleghe" ADD COLUMN "chiusa_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "profili" ADD COLUMN "ruolo" text;--> statement-breakpoint
ALTER TABLE "deleganti" ADD CONSTRAINT "deleganti_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleganti" ADD CONSTRAINT "deleganti_posizione_id_delega_id_deleghe_posizione_id_id_fk" FOREIGN KEY ("posizione_id","delega_id") REFERENCES "public"."deleghe"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gruppi" ADD CONSTRAINT "gruppi_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gruppi_deleganti" ADD CONSTRAINT "gruppi_deleganti_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gruppi_deleganti" ADD CONSTRAINT "gruppi_deleganti_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gruppi_deleganti" ADD CONSTRAINT "gruppi_deleganti_gruppo_id_gruppi_id_fk" FOREIGN KEY ("gruppo_id") REFERENCES "public"."gruppi"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preferenze" ADD CONSTRAINT "preferenze_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_delega" ADD CONSTRAINT "eventi_delega_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_delega" ADD CONSTRAINT "eventi_delega_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposte" ADD CONSTRAINT "proposte_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomine" ADD CONSTRAINT "nomine_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deleganti_da_aggiornare" ON "deleganti" USING btree ("prossima_scadenza");--> statement-breakpoint
CREATE INDEX "gruppi_deleganti_gruppo" ON "gruppi_deleganti" USING btree ("gruppo_id");--> statement-breakpoint
CREATE INDEX "gruppi_deleganti_intermediario" ON "gruppi_deleganti" USING btree ("intermediario_codice");--> statement-breakpoint
CREATE INDEX "eventi_delega_datore" ON "eventi_delega" USING btree ("datore_codice_fiscale","id");--> statement-breakpoint
CREATE INDEX "eventi_delega_intermediario" ON "eventi_delega" USING btree ("intermediario_codice","id");--> statement-breakpoint
CREATE INDEX "eventi_delega_delegato" ON "eventi_delega" USING btree ("delegato_codice_fiscale","id");--> statement-breakpoint
CREATE INDEX "eventi_delega_utente" ON "eventi_delega" USING btree ("utente_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposte_una_in_attesa" ON "proposte" USING btree ("datore_codice_fiscale",coalesce(intermediario_codice, delegato_codice_fiscale),"proponente") WHERE stato = 'proposta';--> statement-breakpoint
CREATE INDEX "proposte_datore" ON "proposte" USING btree ("datore_codice_fiscale","proposta_at");--> statement-breakpoint
CREATE INDEX "proposte_intermediario" ON "proposte" USING btree ("intermediario_codice","proposta_at");--> statement-breakpoint
CREATE INDEX "proposte_delegato" ON "proposte" USING btree ("delegato_codice_fiscale","proposta_at");--> statement-breakpoint
CREATE INDEX "proposte_termine" ON "proposte" USING btree ("termine") WHERE stato = 'proposta';--> statement-breakpoint
CREATE INDEX "nomine_persona" ON "nomine" USING btree ("codice_fiscale");--> statement-breakpoint
ALTER TABLE "accessi" ADD CONSTRAINT "accessi_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accessi_persona" ON "accessi" USING btree ("posizione_id","utente_id","id");--> statement-breakpoint
CREATE INDEX "accessi_intermediario" ON "accessi" USING btree ("intermediario_codice","id");--> statement-breakpoint
CREATE UNIQUE INDEX "profili_un_titolare" ON "profili" USING btree ("intermediario_codice") WHERE ruolo = 'titolare';--> statement-breakpoint
CREATE INDEX "accessi_utente" ON "accessi" USING btree ("utente_id","id");--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_id" UNIQUE("id");--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_stato_archivio" CHECK ("deleghe"."stato_archivio" in ('attiva', 'revocata'));--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_ambito" CHECK ("deleghe"."ambito" in ('consultazione', 'operazioni'));--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_titolo" CHECK ("deleghe"."titolo" in ('volontaria', 'tutore', 'amministratore_di_sostegno'));--> statement-breakpoint
-- What was there before came from an archive, and each intermediario had one person.
UPDATE "deleghe" SET "stato_archivio" = "stato" WHERE "identificativo" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_archivio" CHECK (("deleghe"."identificativo" is null) = ("deleghe"."stato_archivio" is null));--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_titolo_di_persona" CHECK ("deleghe"."titolo" = 'volontaria' or "deleghe"."tipo" = 'personale');--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_stato" CHECK ("deleghe"."stato" in ('attiva', 'revocata', 'scaduta'));--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_ruolo" CHECK ("profili"."ruolo" in ('titolare', 'sub_abilitato'));--> statement-breakpoint
UPDATE "profili" p SET "ruolo" = CASE WHEN p."id" = (
	SELECT min(a."id"::text)::uuid FROM "profili" a WHERE a."intermediario_codice" = p."intermediario_codice"
) THEN 'titolare' ELSE 'sub_abilitato' END WHERE p."tipo" = 'intermediario';--> statement-breakpoint
INSERT INTO "nomine" ("intermediario_codice", "codice_fiscale", "stato", "decisa_at")
SELECT p."intermediario_codice", u."codice_fiscale", 'attiva', now() FROM "profili" p JOIN "utenti" u ON u."id" = p."utente_id"
WHERE p."ruolo" = 'sub_abilitato';--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_ruolo_se_intermediario" CHECK (("profili"."tipo" = 'intermediario') = ("profili"."ruolo" is not null));