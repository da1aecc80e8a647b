CREATE TABLE "assenze" (
	"sede_codice" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"esperto" uuid,
	"inizio_at" timestamp with time zone NOT NULL,
	"fine_at" timestamp with time zone NOT NULL,
	"motivo" text DEFAULT '' NOT NULL,
	CONSTRAINT "assenze_sede_codice_id_pk" PRIMARY KEY("sede_codice","id"),
	CONSTRAINT "assenze_fine_dopo_inizio" CHECK ("assenze"."fine_at" > "assenze"."inizio_at"),
	CONSTRAINT "assenze_motivo" CHECK (length("assenze"."motivo") <= 200)
);
--> statement-breakpoint
ALTER TABLE "assenze" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendari" (
	"sede_codice" text NOT NULL,
	"esperto" uuid NOT NULL,
	"segreto" text NOT NULL,
	"rinnovato_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendari_sede_codice_esperto_pk" PRIMARY KEY("sede_codice","esperto"),
	CONSTRAINT "calendari_segreto" UNIQUE("segreto")
);
--> statement-breakpoint
ALTER TABLE "calendari" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disponibilita" (
	"sede_codice" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"esperto" uuid NOT NULL,
	"giorno" smallint NOT NULL,
	"dalle" time NOT NULL,
	"alle" time NOT NULL,
	"ogni_settimane" smallint DEFAULT 1 NOT NULL,
	"dal" date NOT NULL,
	"al" date,
	"modi" text[] NOT NULL,
	CONSTRAINT "disponibilita_sede_codice_id_pk" PRIMARY KEY("sede_codice","id"),
	CONSTRAINT "disponibilita_giorno" CHECK ("disponibilita"."giorno" between 1 and 7),
	CONSTRAINT "disponibilita_ore" CHECK ("disponibilita"."dalle" < "disponibilita"."alle"),
	CONSTRAINT "disponibilita_ogni" CHECK ("disponibilita"."ogni_settimane" between 1 and 8),
	CONSTRAINT "disponibilita_fine_non_prima_di_inizio" CHECK ("disponibilita"."al" >= "disponibilita"."dal"),
	CONSTRAINT "disponibilita_modi" CHECK (cardinality("disponibilita"."modi") between 1 and 3 and "disponibilita"."modi" <@ array['in_persona', 'telefono', 'video'])
);
--> statement-breakpoint
ALTER TABLE "disponibilita" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "motivi_appuntamento" (
	"codice" text PRIMARY KEY NOT NULL,
	"nome" text NOT NULL,
	"da_portare" text DEFAULT '' NOT NULL,
	"durata_minuti" smallint DEFAULT 30 NOT NULL,
	"pausa_minuti" smallint DEFAULT 0 NOT NULL,
	"preavviso_ore" smallint DEFAULT 24 NOT NULL,
	"orizzonte_giorni" smallint DEFAULT 60 NOT NULL,
	"richiede_quesito" boolean NOT NULL,
	"categoria_codice" text,
	"attivo" boolean DEFAULT true NOT NULL,
	"ordine" smallint NOT NULL,
	CONSTRAINT "motivi_appuntamento_codice" CHECK ("motivi_appuntamento"."codice" ~ '^[a-z][a-z_]{1,39}$'),
	CONSTRAINT "motivi_appuntamento_nome" CHECK (length("motivi_appuntamento"."nome") between 3 and 100),
	CONSTRAINT "motivi_appuntamento_da_portare" CHECK (length("motivi_appuntamento"."da_portare") <= 500),
	CONSTRAINT "motivi_appuntamento_durata" CHECK ("motivi_appuntamento"."durata_minuti" between 5 and 180),
	CONSTRAINT "motivi_appuntamento_pausa" CHECK ("motivi_appuntamento"."pausa_minuti" between 0 and 60),
	CONSTRAINT "motivi_appuntamento_preavviso" CHECK ("motivi_appuntamento"."preavviso_ore" between 0 and 720),
	CONSTRAINT "motivi_appuntamento_orizzonte" CHECK ("motivi_appuntamento"."orizzonte_giorni" between 1 and 180)
);
--> statement-breakpoint
ALTER TABLE "motivi_appuntamento" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "patroni" (
	"sede_codice" text PRIMARY KEY NOT NULL,
	"mese" smallint NOT NULL,
	"giorno" smallint NOT NULL,
	"nome" text NOT NULL,
	CONSTRAINT "patroni_giorno" CHECK ("patroni"."mese" between 1 and 12 and "patroni"."giorno" between 1 and 31)
);
--> statement-breakpoint
ALTER TABLE "patroni" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appuntamenti" (
	"posizione_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"numero" text NOT NULL,
	"sede_codice" text NOT NULL,
	"esperto" uuid NOT NULL,
	"esperto_nome" text NOT NULL,
	"motivo_codice" text NOT NULL,
	"rapporto" text,
	"quesito_id" uuid,
	"anno" smallint,
	"trimestre" smallint,
	"progressivo" smallint,
	"datore_nome" text NOT NULL,
	"modo" text NOT NULL,
	"inizio_at" timestamp with time zone NOT NULL,
	"fine_at" timestamp with time zone NOT NULL,
	"impegno" "tstzrange" NOT NULL,
	"stato" text DEFAULT 'in_prenotazione' NOT NULL,
	"scade_at" timestamp with time zone,
	"sposta_id" uuid,
	"utente_id" uuid NOT NULL,
	"profilo" text NOT NULL,
	"chi" text NOT NULL,
	"per_conto" text,
	"nota" text DEFAULT '' NOT NULL,
	"telefono" text,
	"collegamento" text,
	"nota_sede" text,
	"spostamenti" smallint DEFAULT 0 NOT NULL,
	"da_spostare_at" timestamp with time zone,
	"sequenza" integer DEFAULT 0 NOT NULL,
	"creato_at" timestamp with time zone DEFAULT now() NOT NULL,
	"arrivato_at" timestamp with time zone,
	"iniziato_at" timestamp with time zone,
	"chiuso_at" timestamp with time zone,
	"annullato_da" text,
	CONSTRAINT "appuntamenti_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "appuntamenti_numero_unique" UNIQUE("numero"),
	CONSTRAINT "appuntamenti_id" UNIQUE("id"),
	CONSTRAINT "appuntamenti_modo" CHECK ("appuntamenti"."modo" in ('in_persona', 'telefono', 'video')),
	CONSTRAINT "appuntamenti_stato" CHECK ("appuntamenti"."stato" in ('in_prenotazione', 'confermato', 'tenuto', 'non_presentato', 'chiuso_e_definito', 'annullato')),
	CONSTRAINT "appuntamenti_profilo" CHECK ("appuntamenti"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "appuntamenti_annullato_da" CHECK ("appuntamenti"."annullato_da" in ('cittadino', 'sede')),
	CONSTRAINT "appuntamenti_fine_dopo_inizio" CHECK ("appuntamenti"."fine_at" > "appuntamenti"."inizio_at"),
	CONSTRAINT "appuntamenti_impegno" CHECK (lower("appuntamenti"."impegno") = "appuntamenti"."inizio_at" and upper("appuntamenti"."impegno") >= "appuntamenti"."fine_at"),
	CONSTRAINT "appuntamenti_scade_se_tenuto" CHECK (("appuntamenti"."stato" = 'in_prenotazione') = ("appuntamenti"."scade_at" is not null)),
	CONSTRAINT "appuntamenti_annullato_da_qualcuno" CHECK (("appuntamenti"."stato" = 'annullato') = ("appuntamenti"."annullato_da" is not null)),
	CONSTRAINT "appuntamenti_spostamenti" CHECK ("appuntamenti"."spostamenti" >= 0),
	CONSTRAINT "appuntamenti_nota" CHECK (length("appuntamenti"."nota") <= 500 and length("appuntamenti"."nota_sede") <= 1000),
	CONSTRAINT "appuntamenti_telefono" CHECK ("appuntamenti"."telefono" ~ '^[+]?[0-9 ]{6,20}$'),
	CONSTRAINT "appuntamenti_collegamento" CHECK ("appuntamenti"."collegamento" is null or "appuntamenti"."modo" = 'video' and length("appuntamenti"."collegamento") <= 500 and "appuntamenti"."collegamento" ~ '^https://[a-z0-9-]+([.][a-z0-9-]+)+(:[0-9]+)?/[!-~]*$'),
	CONSTRAINT "appuntamenti_trimestre" CHECK ("appuntamenti"."trimestre" between 1 and 4)
);
--> statement-breakpoint
ALTER TABLE "appuntamenti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attese" (
	"posizione_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"utente_id" uuid NOT NULL,
	"profilo" text NOT NULL,
	"chi" text NOT NULL,
	"per_conto" text,
	"motivo_codice" text NOT NULL,
	"rapporto" text,
	"quesito_id" uuid,
	"anno" smallint,
	"trimestre" smallint,
	"progressivo" smallint,
	"sedi" text[] NOT NULL,
	"modi" text[] NOT NULL,
	"telefono" text,
	"creata_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stato" text DEFAULT 'attiva' NOT NULL,
	"appuntamento_id" uuid,
	CONSTRAINT "attese_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "attese_id" UNIQUE("id"),
	CONSTRAINT "attese_stato" CHECK ("attese"."stato" in ('attiva', 'offerta', 'accettata', 'scaduta', 'ritirata')),
	CONSTRAINT "attese_profilo" CHECK ("attese"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "attese_sedi" CHECK (cardinality("attese"."sedi") between 1 and 10),
	CONSTRAINT "attese_modi" CHECK (cardinality("attese"."modi") between 1 and 3 and "attese"."modi" <@ array['in_persona', 'telefono', 'video'])
);
--> statement-breakpoint
ALTER TABLE "attese" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "eventi_appuntamento" (
	"posizione_id" uuid NOT NULL,
	"appuntamento_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "eventi_appuntamento_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"evento" text NOT NULL,
	"utente_id" uuid,
	"profilo" text,
	"chi" text,
	"per_conto" text,
	"intermediario_codice" text,
	"dettaglio" text,
	"motivo" text,
	CONSTRAINT "eventi_appuntamento_posizione_id_appuntamento_id_id_pk" PRIMARY KEY("posizione_id","appuntamento_id","id"),
	CONSTRAINT "eventi_appuntamento_evento" CHECK ("eventi_appuntamento"."evento" in ('confermato', 'spostato', 'da_spostare', 'annullato', 'arrivato', 'iniziato', 'tenuto', 'non_presentato', 'definito', 'corretto', 'collegamento', 'resta', 'senza_esito', 'avvisato')),
	CONSTRAINT "eventi_appuntamento_profilo" CHECK ("eventi_appuntamento"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "eventi_appuntamento_motivo" CHECK (length("eventi_appuntamento"."motivo") <= 500)
);
--> statement-breakpoint
ALTER TABLE "eventi_appuntamento" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "allegati" DROP CONSTRAINT "allegati_di_uno";--> statement-breakpoint
ALTER TABLE "posta" DROP CONSTRAINT "posta_modello";--> statement-breakpoint
ALTER TABLE "allegati" ADD COLUMN "appuntamento_id" uuid;--> statement-breakpoint
ALTER TABLE "bozze" ADD COLUMN "motivo_codice" text;--> statement-breakpoint
ALTER TABLE "bozze" ADD COLUMN "modo" text;--> statement-breakpoint
ALTER TABLE "posta" ADD COLUMN "appuntamento_id" uuid;--> statement-breakpoint
ALTER TABLE "assenze" ADD CONSTRAINT "assenze_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assenze" ADD CONSTRAINT "assenze_esperto_utenti_id_fk" FOREIGN KEY ("esperto") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendari" ADD CONSTRAINT "calendari_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendari" ADD CONSTRAINT "calendari_esperto_utenti_id_fk" FOREIGN KEY ("esperto") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disponibilita" ADD CONSTRAINT "disponibilita_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disponibilita" ADD CONSTRAINT "disponibilita_esperto_utenti_id_fk" FOREIGN KEY ("esperto") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motivi_appuntamento" ADD CONSTRAINT "motivi_appuntamento_categoria_codice_categorie_quesito_codice_fk" FOREIGN KEY ("categoria_codice") REFERENCES "public"."categorie_quesito"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patroni" ADD CONSTRAINT "patroni_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_esperto_utenti_id_fk" FOREIGN KEY ("esperto") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_motivo_codice_motivi_appuntamento_codice_fk" FOREIGN KEY ("motivo_codice") REFERENCES "public"."motivi_appuntamento"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_rapporto_rapporti_codice_fk" FOREIGN KEY ("rapporto") REFERENCES "public"."rapporti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appuntamenti" ADD CONSTRAINT "appuntamenti_posizione_id_sposta_id_appuntamenti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","sposta_id") REFERENCES "public"."appuntamenti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attese" ADD CONSTRAINT "attese_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attese" ADD CONSTRAINT "attese_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attese" ADD CONSTRAINT "attese_motivo_codice_motivi_appuntamento_codice_fk" FOREIGN KEY ("motivo_codice") REFERENCES "public"."motivi_appuntamento"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attese" ADD CONSTRAINT "attese_rapporto_rapporti_codice_fk" FOREIGN KEY ("rapporto") REFERENCES "public"."rapporti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attese" ADD CONSTRAINT "attese_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_appuntamento" ADD CONSTRAINT "eventi_appuntamento_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_appuntamento" ADD CONSTRAINT "eventi_appuntamento_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_appuntamento" ADD CONSTRAINT "eventi_appuntamento_posizione_id_appuntamento_id_appuntamenti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","appuntamento_id") REFERENCES "public"."appuntamenti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assenze_esperto" ON "assenze" USING btree ("esperto");--> statement-breakpoint
CREATE INDEX "assenze_periodo" ON "assenze" USING btree ("sede_codice","fine_at");--> statement-breakpoint
CREATE INDEX "calendari_esperto" ON "calendari" USING btree ("esperto");--> statement-breakpoint
CREATE INDEX "disponibilita_esperto" ON "disponibilita" USING btree ("esperto");--> statement-breakpoint
CREATE INDEX "motivi_appuntamento_categoria" ON "motivi_appuntamento" USING btree ("categoria_codice");--> statement-breakpoint
CREATE UNIQUE INDEX "appuntamenti_uno_per_motivo" ON "appuntamenti" USING btree ("posizione_id","motivo_codice",coalesce(quesito_id::text, rapporto || ' ' || coalesce(anno::text, '') || ' ' || coalesce(trimestre::text, '') || ' ' || coalesce(progressivo::text, ''), '')) WHERE stato in ('in_prenotazione', 'confermato') and sposta_id is null and chiuso_at is null;--> statement-breakpoint
CREATE INDEX "appuntamenti_agenda" ON "appuntamenti" USING btree ("sede_codice","inizio_at");--> statement-breakpoint
CREATE INDEX "appuntamenti_esperto" ON "appuntamenti" USING btree ("esperto","inizio_at");--> statement-breakpoint
CREATE INDEX "appuntamenti_rapporto" ON "appuntamenti" USING btree ("rapporto");--> statement-breakpoint
CREATE INDEX "appuntamenti_quesito" ON "appuntamenti" USING btree ("posizione_id","quesito_id");--> statement-breakpoint
CREATE INDEX "appuntamenti_motivo" ON "appuntamenti" USING btree ("motivo_codice");--> statement-breakpoint
CREATE INDEX "appuntamenti_utente" ON "appuntamenti" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "appuntamenti_scade" ON "appuntamenti" USING btree ("scade_at") WHERE stato = 'in_prenotazione';--> statement-breakpoint
CREATE INDEX "appuntamenti_da_spostare" ON "appuntamenti" USING btree ("fine_at") WHERE stato = 'confermato' and da_spostare_at is not null;--> statement-breakpoint
CREATE INDEX "appuntamenti_sposta" ON "appuntamenti" USING btree ("posizione_id","sposta_id");--> statement-breakpoint
CREATE INDEX "attese_in_ordine" ON "attese" USING btree ("creata_at","id") WHERE stato = 'attiva';--> statement-breakpoint
CREATE INDEX "attese_utente" ON "attese" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "attese_rapporto" ON "attese" USING btree ("rapporto");--> statement-breakpoint
CREATE INDEX "attese_motivo" ON "attese" USING btree ("motivo_codice");--> statement-breakpoint
CREATE INDEX "attese_quesito" ON "attese" USING btree ("posizione_id","quesito_id");--> statement-breakpoint
CREATE INDEX "attese_appuntamento" ON "attese" USING btree ("appuntamento_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attese_una_per_motivo" ON "attese" USING btree ("posizione_id","motivo_codice",coalesce(quesito_id::text, rapporto || ' ' || coalesce(anno::text, '') || ' ' || coalesce(trimestre::text, '') || ' ' || coalesce(progressivo::text, ''), '')) WHERE stato in ('attiva', 'offerta');--> statement-breakpoint
CREATE INDEX "eventi_appuntamento_utente" ON "eventi_appuntamento" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "eventi_appuntamento_intermediario" ON "eventi_appuntamento" USING btree ("intermediario_codice","quando_at");--> statement-breakpoint
CREATE INDEX "eventi_delega_studio" ON "eventi_delega" USING btree ("intermediario_codice","quando_at") WHERE per_conto is not null;--> statement-breakpoint
DROP INDEX "accessi_intermediario";--> statement-breakpoint
CREATE INDEX "accessi_intermediario" ON "accessi" USING btree ("intermediario_codice","quando_at");--> statement-breakpoint
ALTER TABLE "allegati" ADD CONSTRAINT "allegati_posizione_id_appuntamento_id_appuntamenti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","appuntamento_id") REFERENCES "public"."appuntamenti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_motivo_codice_motivi_appuntamento_codice_fk" FOREIGN KEY ("motivo_codice") REFERENCES "public"."motivi_appuntamento"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posta" ADD CONSTRAINT "posta_appuntamento_id_appuntamenti_id_fk" FOREIGN KEY ("appuntamento_id") REFERENCES "public"."appuntamenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allegati_appuntamento" ON "allegati" USING btree ("posizione_id","appuntamento_id");--> statement-breakpoint
CREATE INDEX "bozze_motivo" ON "bozze" USING btree ("motivo_codice");--> statement-breakpoint
CREATE INDEX "posta_appuntamento" ON "posta" USING btree ("appuntamento_id");--> statement-breakpoint
ALTER TABLE "allegati" ADD CONSTRAINT "allegati_di_uno" CHECK (num_nonnulls("allegati"."bozza_id", "allegati"."messaggio_id", "allegati"."appuntamento_id") = 1);--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_modo" CHECK ("bozze"."modo" in ('in_persona', 'telefono', 'video'));--> statement-breakpoint
ALTER TABLE "posta" ADD CONSTRAINT "posta_modello" CHECK ("posta"."modello" in ('delegato_ha_aperto', 'quesito_ricevuto', 'quesito_risposto', 'quesito_richiesta', 'quesito_chiuso', 'appuntamento_confermato', 'appuntamento_spostato', 'appuntamento_annullato', 'appuntamento_da_spostare', 'appuntamento_resta', 'appuntamento_collegamento', 'appuntamento_promemoria', 'attesa_offerta', 'attesa_scaduta'));