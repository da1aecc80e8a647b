CREATE TABLE "accessi" (
	"posizione_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "accessi_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"utente_id" uuid NOT NULL,
	"profilo" text NOT NULL,
	"chi" text NOT NULL,
	"per_conto" text,
	"cosa" text NOT NULL,
	"rapporto" text,
	CONSTRAINT "accessi_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "accessi_profilo" CHECK ("accessi"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore'))
);
--> statement-breakpoint
ALTER TABLE "accessi" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "importazioni" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "importazioni_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"cartella" text NOT NULL,
	"rigoroso" boolean DEFAULT false NOT NULL,
	"iniziata_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finita_at" timestamp with time zone,
	"esito" text DEFAULT 'in_corso' NOT NULL,
	"riepilogo" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"errore" text,
	CONSTRAINT "importazioni_esito" CHECK ("importazioni"."esito" in ('in_corso', 'caricato', 'caricato_con_scarti', 'non_caricato'))
);
--> statement-breakpoint
ALTER TABLE "importazioni" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deleghe" (
	"posizione_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"identificativo" text,
	"tipo" text NOT NULL,
	"intermediario_codice" text,
	"delegato_codice_fiscale" text,
	"data_inizio" date NOT NULL,
	"data_fine" date,
	"stato" text NOT NULL,
	CONSTRAINT "deleghe_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "deleghe_identificativo_unique" UNIQUE("identificativo"),
	CONSTRAINT "deleghe_tipo" CHECK ("deleghe"."tipo" in ('professionale', 'personale')),
	CONSTRAINT "deleghe_stato" CHECK ("deleghe"."stato" in ('attiva', 'revocata')),
	CONSTRAINT "deleghe_fine_non_prima_di_inizio" CHECK ("deleghe"."data_fine" >= "deleghe"."data_inizio"),
	CONSTRAINT "deleghe_un_solo_delegato" CHECK (("deleghe"."tipo" = 'professionale' and "deleghe"."intermediario_codice" is not null and "deleghe"."delegato_codice_fiscale" is null)
        or ("deleghe"."tipo" = 'personale' and "deleghe"."delegato_codice_fiscale" is not null and "deleghe"."intermediario_codice" is null))
);
--> statement-breakpoint
ALTER TABLE "deleghe" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intermediari" (
	"codice" text PRIMARY KEY NOT NULL,
	"denominazione" text NOT NULL,
	"tipo" text NOT NULL,
	"codice_fiscale" text NOT NULL,
	"indirizzo" text,
	"cap" text,
	"comune" text,
	"provincia" text,
	"telefono" text,
	"pec" text
);
--> statement-breakpoint
ALTER TABLE "intermediari" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contributi" (
	"posizione_id" uuid NOT NULL,
	"rapporto" text NOT NULL,
	"anno" smallint NOT NULL,
	"trimestre" smallint NOT NULL,
	"progressivo" smallint NOT NULL,
	"settimane" smallint NOT NULL,
	"ore" numeric(7, 2) NOT NULL,
	"importo" integer NOT NULL,
	"quota_lavoratore" integer NOT NULL,
	"cassacolf" integer NOT NULL,
	"scadenza" date NOT NULL,
	"codice_avviso" text,
	"sospensione" text,
	CONSTRAINT "contributi_posizione_id_rapporto_anno_trimestre_progressivo_pk" PRIMARY KEY("posizione_id","rapporto","anno","trimestre","progressivo"),
	CONSTRAINT "contributi_sospensione" CHECK ("contributi"."sospensione" in ('maternita', 'aspettativa', 'malattia_infortunio')),
	CONSTRAINT "contributi_trimestre" CHECK ("contributi"."trimestre" between 1 and 4),
	CONSTRAINT "contributi_progressivo" CHECK ("contributi"."progressivo" >= 1),
	CONSTRAINT "contributi_settimane" CHECK ("contributi"."settimane" between 0 and 14),
	CONSTRAINT "contributi_importi_non_negativi" CHECK ("contributi"."importo" >= 0 and "contributi"."quota_lavoratore" >= 0 and "contributi"."cassacolf" >= 0 and "contributi"."ore" >= 0)
);
--> statement-breakpoint
ALTER TABLE "contributi" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "versamenti" (
	"posizione_id" uuid NOT NULL,
	"identificativo" text NOT NULL,
	"rapporto" text NOT NULL,
	"anno" smallint NOT NULL,
	"trimestre" smallint NOT NULL,
	"progressivo" smallint NOT NULL,
	"data" date NOT NULL,
	"importo" integer NOT NULL,
	"canale" text NOT NULL,
	"codice_avviso" text,
	CONSTRAINT "versamenti_posizione_id_identificativo_pk" PRIMARY KEY("posizione_id","identificativo"),
	CONSTRAINT "versamenti_identificativo_unique" UNIQUE("identificativo"),
	CONSTRAINT "versamenti_canale" CHECK ("versamenti"."canale" in ('pagopa', 'pagopa_app_io', 'banca', 'mav')),
	CONSTRAINT "versamenti_importo" CHECK ("versamenti"."importo" >= 0)
);
--> statement-breakpoint
ALTER TABLE "versamenti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posizioni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"codice_fiscale" text NOT NULL,
	"sede_codice" text NOT NULL,
	"data_iscrizione" date,
	CONSTRAINT "posizioni_codice_fiscale_unique" UNIQUE("codice_fiscale")
);
--> statement-breakpoint
ALTER TABLE "posizioni" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rapporti" (
	"posizione_id" uuid NOT NULL,
	"codice" text NOT NULL,
	"lavoratore" text NOT NULL,
	"stato" text NOT NULL,
	"data_inizio" date NOT NULL,
	"data_fine" date,
	"motivo_cessazione" text,
	"tipo_contratto" text NOT NULL,
	"data_termine" date,
	"mansione" text NOT NULL,
	"livello" text NOT NULL,
	"convivente" boolean NOT NULL,
	"ore_settimanali" numeric(5, 2) NOT NULL,
	"retribuzione_oraria" integer NOT NULL,
	"cuaf" boolean NOT NULL,
	"indirizzo" text,
	"cap" text,
	"comune" text,
	"provincia" text,
	"sede_codice" text NOT NULL,
	CONSTRAINT "rapporti_posizione_id_codice_pk" PRIMARY KEY("posizione_id","codice"),
	CONSTRAINT "rapporti_codice_unique" UNIQUE("codice"),
	CONSTRAINT "rapporti_stato" CHECK ("rapporti"."stato" in ('attivo', 'cessato', 'sospeso_in_definizione', 'annullato')),
	CONSTRAINT "rapporti_tipo_contratto" CHECK ("rapporti"."tipo_contratto" in ('indeterminato', 'determinato')),
	CONSTRAINT "rapporti_mansione" CHECK ("rapporti"."mansione" in ('colf', 'badante', 'baby_sitter')),
	CONSTRAINT "rapporti_livello" CHECK ("rapporti"."livello" in ('A', 'AS', 'B', 'BS', 'C', 'CS', 'D', 'DS')),
	CONSTRAINT "rapporti_codice_dieci_cifre" CHECK ("rapporti"."codice" ~ '^[0-9]{10}$'),
	CONSTRAINT "rapporti_fine_non_prima_di_inizio" CHECK ("rapporti"."data_fine" >= "rapporti"."data_inizio"),
	CONSTRAINT "rapporti_termine_non_prima_di_inizio" CHECK ("rapporti"."data_termine" >= "rapporti"."data_inizio"),
	CONSTRAINT "rapporti_ore" CHECK ("rapporti"."ore_settimanali" between 0 and 168),
	CONSTRAINT "rapporti_retribuzione" CHECK ("rapporti"."retribuzione_oraria" >= 0)
);
--> statement-breakpoint
ALTER TABLE "rapporti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "variazioni_rapporto" (
	"posizione_id" uuid NOT NULL,
	"rapporto" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "variazioni_rapporto_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"importazione_id" bigint NOT NULL,
	"campo" text NOT NULL,
	"prima" text,
	"dopo" text,
	"rilevata_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "variazioni_rapporto_posizione_id_rapporto_id_pk" PRIMARY KEY("posizione_id","rapporto","id")
);
--> statement-breakpoint
ALTER TABLE "variazioni_rapporto" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sedi" (
	"codice" text PRIMARY KEY NOT NULL,
	"denominazione" text NOT NULL,
	"tipo" text NOT NULL,
	"indirizzo" text,
	"cap" text,
	"comune" text,
	"provincia" text,
	"telefono" text,
	"pec" text,
	CONSTRAINT "sedi_codice_sei_cifre" CHECK ("sedi"."codice" ~ '^[0-9]{6}$')
);
--> statement-breakpoint
CREATE TABLE "soggetti" (
	"codice_fiscale" text PRIMARY KEY NOT NULL,
	"cognome" text NOT NULL,
	"nome" text NOT NULL,
	"sesso" text,
	"data_nascita" date,
	"comune_nascita" text,
	"provincia_nascita" text,
	"cittadinanza" text,
	"indirizzo" text,
	"cap" text,
	"comune" text,
	"provincia" text,
	"telefono" text,
	"cellulare" text,
	"email" text,
	"pec" text,
	CONSTRAINT "soggetti_sesso" CHECK ("soggetti"."sesso" in ('M', 'F'))
);
--> statement-breakpoint
ALTER TABLE "soggetti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "profili" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"utente_id" uuid NOT NULL,
	"tipo" text NOT NULL,
	"sede_codice" text,
	"intermediario_codice" text,
	CONSTRAINT "profili_uno_per_tipo" UNIQUE NULLS NOT DISTINCT("utente_id","tipo","sede_codice","intermediario_codice"),
	CONSTRAINT "profili_tipo" CHECK ("profili"."tipo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "profili_sede_se_di_sede" CHECK (("profili"."tipo" in ('operatore', 'responsabile')) = ("profili"."sede_codice" is not null)),
	CONSTRAINT "profili_intermediario_se_tale" CHECK (("profili"."tipo" = 'intermediario') = ("profili"."intermediario_codice" is not null))
);
--> statement-breakpoint
ALTER TABLE "profili" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessioni" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"chiave" "bytea" NOT NULL,
	"utente_id" uuid NOT NULL,
	"profilo_id" uuid,
	"dispositivo" text,
	"creata_at" timestamp with time zone DEFAULT now() NOT NULL,
	"vista_at" timestamp with time zone DEFAULT now() NOT NULL,
	"chiusa_at" timestamp with time zone,
	CONSTRAINT "sessioni_chiave_unique" UNIQUE("chiave")
);
--> statement-breakpoint
ALTER TABLE "sessioni" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tentativi" (
	"chiave" "bytea" PRIMARY KEY NOT NULL,
	"istanti" timestamp with time zone[] DEFAULT '{}' NOT NULL,
	"visto_at" timestamp with time zone DEFAULT now() NOT NULL,
	"bloccato_fino_at" timestamp with time zone,
	"blocchi" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tentativi" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "utenti" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"codice_fiscale" text NOT NULL,
	"pin_hash" text NOT NULL,
	"pin_iniziale" boolean DEFAULT true NOT NULL,
	"creato_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabilitato_at" timestamp with time zone,
	CONSTRAINT "utenti_codice_fiscale_unique" UNIQUE("codice_fiscale")
);
--> statement-breakpoint
ALTER TABLE "utenti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accessi" ADD CONSTRAINT "accessi_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accessi" ADD CONSTRAINT "accessi_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleghe" ADD CONSTRAINT "deleghe_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributi" ADD CONSTRAINT "contributi_posizione_id_rapporto_rapporti_posizione_id_codice_fk" FOREIGN KEY ("posizione_id","rapporto") REFERENCES "public"."rapporti"("posizione_id","codice") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "versamenti" ADD CONSTRAINT "versamenti_posizione_id_rapporto_anno_trimestre_progressivo_contributi_posizione_id_rapporto_anno_trimestre_progressivo_fk" FOREIGN KEY ("posizione_id","rapporto","anno","trimestre","progressivo") REFERENCES "public"."contributi"("posizione_id","rapporto","anno","trimestre","progressivo") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "posizioni" ADD CONSTRAINT "posizioni_codice_fiscale_soggetti_codice_fiscale_fk" FOREIGN KEY ("codice_fiscale") REFERENCES "public"."soggetti"("codice_fiscale") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posizioni" ADD CONSTRAINT "posizioni_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporti" ADD CONSTRAINT "rapporti_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporti" ADD CONSTRAINT "rapporti_lavoratore_soggetti_codice_fiscale_fk" FOREIGN KEY ("lavoratore") REFERENCES "public"."soggetti"("codice_fiscale") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporti" ADD CONSTRAINT "rapporti_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variazioni_rapporto" ADD CONSTRAINT "variazioni_rapporto_importazione_id_importazioni_id_fk" FOREIGN KEY ("importazione_id") REFERENCES "public"."importazioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variazioni_rapporto" ADD CONSTRAINT "variazioni_rapporto_posizione_id_rapporto_rapporti_posizione_id_codice_fk" FOREIGN KEY ("posizione_id","rapporto") REFERENCES "public"."rapporti"("posizione_id","codice") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessioni" ADD CONSTRAINT "sessioni_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessioni" ADD CONSTRAINT "sessioni_profilo_id_profili_id_fk" FOREIGN KEY ("profilo_id") REFERENCES "public"."profili"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accessi_utente" ON "accessi" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "accessi_quando" ON "accessi" USING btree ("posizione_id","quando_at");--> statement-breakpoint
CREATE INDEX "deleghe_intermediario" ON "deleghe" USING btree ("intermediario_codice","posizione_id");--> statement-breakpoint
CREATE INDEX "deleghe_delegato" ON "deleghe" USING btree ("delegato_codice_fiscale","posizione_id");--> statement-breakpoint
CREATE INDEX "versamenti_contributo" ON "versamenti" USING btree ("posizione_id","rapporto","anno","trimestre","progressivo");--> statement-breakpoint
CREATE INDEX "posizioni_sede" ON "posizioni" USING btree ("sede_codice");--> statement-breakpoint
CREATE INDEX "rapporti_lavoratore" ON "rapporti" USING btree ("lavoratore");--> statement-breakpoint
CREATE INDEX "rapporti_sede" ON "rapporti" USING btree ("sede_codice");--> statement-breakpoint
CREATE INDEX "variazioni_rapporto_importazione" ON "variazioni_rapporto" USING btree ("importazione_id");--> statement-breakpoint
CREATE INDEX "soggetti_cognome" ON "soggetti" USING btree ("cognome","nome");--> statement-breakpoint
CREATE INDEX "profili_sede" ON "profili" USING btree ("sede_codice");--> statement-breakpoint
CREATE INDEX "profili_intermediario" ON "profili" USING btree ("intermediario_codice");--> statement-breakpoint
CREATE INDEX "sessioni_utente" ON "sessioni" USING btree ("utente_id","creata_at");--> statement-breakpoint
CREATE INDEX "sessioni_profilo" ON "sessioni" USING btree ("profilo_id");--> statement-breakpoint
CREATE INDEX "tentativi_visto" ON "tentativi" USING btree ("visto_at");