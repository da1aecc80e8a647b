CREATE TABLE "allegati" (
	"posizione_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"bozza_id" uuid,
	"messaggio_id" uuid,
	"nome" text NOT NULL,
	"tipo" text NOT NULL,
	"byte" integer NOT NULL,
	"sha256" text NOT NULL,
	"pagine" smallint NOT NULL,
	"scansione" text DEFAULT 'in_attesa' NOT NULL,
	"scansionato_at" timestamp with time zone,
	"caricato_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allegati_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "allegati_id" UNIQUE("id"),
	CONSTRAINT "allegati_tipo" CHECK ("allegati"."tipo" in ('pdf', 'jpeg', 'png', 'tiff')),
	CONSTRAINT "allegati_scansione" CHECK ("allegati"."scansione" in ('in_attesa', 'pulito', 'infetto', 'errore', 'non_prevista')),
	CONSTRAINT "allegati_di_uno" CHECK (("allegati"."bozza_id" is null) <> ("allegati"."messaggio_id" is null)),
	CONSTRAINT "allegati_nome" CHECK (length("allegati"."nome") between 1 and 120 and "allegati"."nome" !~ '[[:cntrl:]/\\]'),
	CONSTRAINT "allegati_byte" CHECK ("allegati"."byte" between 1 and 3145728),
	CONSTRAINT "allegati_sha256" CHECK ("allegati"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "allegati_pagine" CHECK ("allegati"."pagine" >= 1)
);
--> statement-breakpoint
ALTER TABLE "allegati" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "anteprime" (
	"posizione_id" uuid NOT NULL,
	"allegato_id" uuid NOT NULL,
	"pagina" smallint NOT NULL,
	"larghezza" smallint NOT NULL,
	"altezza" smallint NOT NULL,
	"contenuto" "bytea" NOT NULL,
	CONSTRAINT "anteprime_posizione_id_allegato_id_pagina_pk" PRIMARY KEY("posizione_id","allegato_id","pagina"),
	CONSTRAINT "anteprime_pagina" CHECK ("anteprime"."pagina" between 1 and 10),
	CONSTRAINT "anteprime_byte" CHECK (octet_length("anteprime"."contenuto") between 1 and 3145728)
);
--> statement-breakpoint
ALTER TABLE "anteprime" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contenuti_allegato" (
	"posizione_id" uuid NOT NULL,
	"allegato_id" uuid NOT NULL,
	"contenuto" "bytea" NOT NULL,
	CONSTRAINT "contenuti_allegato_posizione_id_allegato_id_pk" PRIMARY KEY("posizione_id","allegato_id")
);
--> statement-breakpoint
ALTER TABLE "contenuti_allegato" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "argomenti" (
	"codice" text PRIMARY KEY NOT NULL,
	"categoria_codice" text NOT NULL,
	"nome" text NOT NULL,
	"aiuto" text DEFAULT '' NOT NULL,
	"termine_giorni" smallint DEFAULT 30 NOT NULL,
	"attivo" boolean DEFAULT true NOT NULL,
	"ordine" smallint NOT NULL,
	CONSTRAINT "argomenti_codice" CHECK ("argomenti"."codice" ~ '^[a-z][a-z_]{1,39}$'),
	CONSTRAINT "argomenti_nome" CHECK (length("argomenti"."nome") between 3 and 100),
	CONSTRAINT "argomenti_aiuto" CHECK (length("argomenti"."aiuto") <= 500),
	CONSTRAINT "argomenti_termine" CHECK ("argomenti"."termine_giorni" between 1 and 180)
);
--> statement-breakpoint
ALTER TABLE "argomenti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "categorie_quesito" (
	"codice" text PRIMARY KEY NOT NULL,
	"nome" text NOT NULL,
	"ordine" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "categorie_quesito" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "modelli_risposta" (
	"sede_codice" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"titolo" text NOT NULL,
	"testo" text NOT NULL,
	CONSTRAINT "modelli_risposta_sede_codice_id_pk" PRIMARY KEY("sede_codice","id"),
	CONSTRAINT "modelli_risposta_titolo" UNIQUE("sede_codice","titolo"),
	CONSTRAINT "modelli_risposta_titolo_lungo" CHECK (length("modelli_risposta"."titolo") between 3 and 80),
	CONSTRAINT "modelli_risposta_testo" CHECK (length("modelli_risposta"."testo") between 3 and 4000)
);
--> statement-breakpoint
ALTER TABLE "modelli_risposta" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note_quesito" (
	"posizione_id" uuid NOT NULL,
	"quesito_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"utente_id" uuid NOT NULL,
	"chi" text NOT NULL,
	"testo" text NOT NULL,
	CONSTRAINT "note_quesito_posizione_id_quesito_id_id_pk" PRIMARY KEY("posizione_id","quesito_id","id"),
	CONSTRAINT "note_quesito_testo" CHECK (length("note_quesito"."testo") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "note_quesito" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pareri" (
	"posizione_id" uuid NOT NULL,
	"quesito_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"chiesto_at" timestamp with time zone DEFAULT now() NOT NULL,
	"chiesto_da" uuid NOT NULL,
	"chiesto_da_nome" text NOT NULL,
	"esperto" uuid NOT NULL,
	"esperto_nome" text NOT NULL,
	"domanda" text NOT NULL,
	"testo" text,
	"reso_at" timestamp with time zone,
	CONSTRAINT "pareri_posizione_id_quesito_id_id_pk" PRIMARY KEY("posizione_id","quesito_id","id"),
	CONSTRAINT "pareri_id" UNIQUE("id"),
	CONSTRAINT "pareri_domanda" CHECK (length("pareri"."domanda") between 1 and 2000),
	CONSTRAINT "pareri_testo" CHECK (length("pareri"."testo") between 1 and 4000 and ("pareri"."testo" is null or "pareri"."reso_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "pareri" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bozze" (
	"posizione_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"utente_id" uuid NOT NULL,
	"lato" text NOT NULL,
	"quesito_id" uuid,
	"rapporto" text,
	"argomento_codice" text,
	"anno" smallint,
	"trimestre" smallint,
	"progressivo" smallint,
	"oggetto" text DEFAULT '' NOT NULL,
	"testo" text DEFAULT '' NOT NULL,
	"azione" text,
	"esito" text,
	"parte_at" timestamp with time zone,
	"aggiornata_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bozze_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "bozze_id" UNIQUE("id"),
	CONSTRAINT "bozze_lato" CHECK ("bozze"."lato" in ('cittadino', 'sede')),
	CONSTRAINT "bozze_azione" CHECK ("bozze"."azione" in ('risposta', 'richiesta', 'chiusura')),
	CONSTRAINT "bozze_esito" CHECK ("bozze"."esito" in ('positivo', 'negativo', 'parziale')),
	CONSTRAINT "bozze_oggetto" CHECK (length("bozze"."oggetto") <= 120),
	CONSTRAINT "bozze_testo" CHECK (length("bozze"."testo") <= 4000),
	CONSTRAINT "bozze_in_partenza_della_sede" CHECK ("bozze"."parte_at" is null or ("bozze"."lato" = 'sede' and "bozze"."azione" is not null)),
	CONSTRAINT "bozze_della_sede_in_un_quesito" CHECK ("bozze"."lato" = 'cittadino' or "bozze"."quesito_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "bozze" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messaggi" (
	"posizione_id" uuid NOT NULL,
	"quesito_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"protocollo" text NOT NULL,
	"lato" text NOT NULL,
	"utente_id" uuid NOT NULL,
	"profilo" text NOT NULL,
	"chi" text NOT NULL,
	"per_conto" text,
	"testo" text NOT NULL,
	"azione" text,
	"inviato_at" timestamp with time zone DEFAULT now() NOT NULL,
	"letto_at" timestamp with time zone,
	CONSTRAINT "messaggi_posizione_id_quesito_id_id_pk" PRIMARY KEY("posizione_id","quesito_id","id"),
	CONSTRAINT "messaggi_protocollo_unique" UNIQUE("protocollo"),
	CONSTRAINT "messaggi_id" UNIQUE("posizione_id","id"),
	CONSTRAINT "messaggi_un_id" UNIQUE("id"),
	CONSTRAINT "messaggi_lato" CHECK ("messaggi"."lato" in ('cittadino', 'sede')),
	CONSTRAINT "messaggi_profilo" CHECK ("messaggi"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "messaggi_azione" CHECK ("messaggi"."azione" in ('risposta', 'richiesta', 'chiusura')),
	CONSTRAINT "messaggi_azione_della_sede" CHECK (("messaggi"."azione" is not null) = ("messaggi"."lato" = 'sede')),
	CONSTRAINT "messaggi_testo" CHECK (length("messaggi"."testo") between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "messaggi" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "eventi_quesito" (
	"posizione_id" uuid NOT NULL,
	"quesito_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "eventi_quesito_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"evento" text NOT NULL,
	"lato" text NOT NULL,
	"utente_id" uuid NOT NULL,
	"profilo" text NOT NULL,
	"chi" text NOT NULL,
	"per_conto" text,
	"intermediario_codice" text,
	"dettaglio" text,
	"motivo" text,
	CONSTRAINT "eventi_quesito_posizione_id_quesito_id_id_pk" PRIMARY KEY("posizione_id","quesito_id","id"),
	CONSTRAINT "eventi_quesito_evento" CHECK ("eventi_quesito"."evento" in ('inviato', 'preso_in_carico', 'rilasciato', 'assegnato', 'trasferito', 'risposto', 'richiesto', 'integrato', 'parere_chiesto', 'parere_reso', 'chiuso', 'riaperto')),
	CONSTRAINT "eventi_quesito_lato" CHECK ("eventi_quesito"."lato" in ('cittadino', 'sede')),
	CONSTRAINT "eventi_quesito_profilo" CHECK ("eventi_quesito"."profilo" in ('datore', 'delegato', 'intermediario', 'operatore', 'responsabile', 'amministratore')),
	CONSTRAINT "eventi_quesito_motivo" CHECK (length("eventi_quesito"."motivo") <= 500)
);
--> statement-breakpoint
ALTER TABLE "eventi_quesito" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "protocolli" (
	"sede_codice" text NOT NULL,
	"anno" smallint NOT NULL,
	"ultimo" integer NOT NULL,
	CONSTRAINT "protocolli_sede_codice_anno_pk" PRIMARY KEY("sede_codice","anno"),
	CONSTRAINT "protocolli_sette_cifre" CHECK ("protocolli"."ultimo" between 1 and 9999999)
);
--> statement-breakpoint
ALTER TABLE "protocolli" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quesiti" (
	"posizione_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"protocollo" text NOT NULL,
	"sede_codice" text NOT NULL,
	"rapporto" text,
	"argomento_codice" text NOT NULL,
	"anno" smallint,
	"trimestre" smallint,
	"progressivo" smallint,
	"datore_nome" text NOT NULL,
	"oggetto" text NOT NULL,
	"stato" text DEFAULT 'inviato' NOT NULL,
	"esito" text,
	"assegnato_a" uuid,
	"aperto_da" uuid NOT NULL,
	"inviato_at" timestamp with time zone DEFAULT now() NOT NULL,
	"termine" date NOT NULL,
	"sospeso_dal" date,
	"prima_risposta_at" timestamp with time zone,
	"chiuso_at" timestamp with time zone,
	"chiuso_da" text,
	"ultimo_messaggio_at" timestamp with time zone DEFAULT now() NOT NULL,
	"parole" "tsvector" NOT NULL,
	CONSTRAINT "quesiti_posizione_id_id_pk" PRIMARY KEY("posizione_id","id"),
	CONSTRAINT "quesiti_protocollo_unique" UNIQUE("protocollo"),
	CONSTRAINT "quesiti_id" UNIQUE("id"),
	CONSTRAINT "quesiti_stato" CHECK ("quesiti"."stato" in ('inviato', 'in_carico', 'in_attesa_del_cittadino', 'chiuso')),
	CONSTRAINT "quesiti_esito" CHECK ("quesiti"."esito" in ('positivo', 'negativo', 'parziale')),
	CONSTRAINT "quesiti_chiuso_da" CHECK ("quesiti"."chiuso_da" in ('cittadino', 'sede')),
	CONSTRAINT "quesiti_protocollo" CHECK ("quesiti"."protocollo" ~ '^[0-9]{6}[.][0-9]{4}[.][0-9]{7}$'),
	CONSTRAINT "quesiti_oggetto" CHECK (length("quesiti"."oggetto") between 3 and 120),
	CONSTRAINT "quesiti_chiuso_se_chiuso" CHECK (("quesiti"."stato" = 'chiuso') = ("quesiti"."chiuso_at" is not null) and ("quesiti"."chiuso_at" is null) = ("quesiti"."chiuso_da" is null)),
	CONSTRAINT "quesiti_esito_se_della_sede" CHECK (("quesiti"."esito" is not null) = ("quesiti"."chiuso_da" is not distinct from 'sede')),
	CONSTRAINT "quesiti_sospeso_se_attende" CHECK (("quesiti"."stato" = 'in_attesa_del_cittadino') = ("quesiti"."sospeso_dal" is not null)),
	CONSTRAINT "quesiti_in_carico_a_qualcuno" CHECK ("quesiti"."stato" <> 'in_carico' or "quesiti"."assegnato_a" is not null),
	CONSTRAINT "quesiti_trimestre" CHECK ("quesiti"."trimestre" between 1 and 4),
	CONSTRAINT "quesiti_contributo_intero" CHECK (("quesiti"."anno" is null) = ("quesiti"."trimestre" is null) and ("quesiti"."anno" is null) = ("quesiti"."progressivo" is null)
        and ("quesiti"."anno" is null or "quesiti"."rapporto" is not null))
);
--> statement-breakpoint
ALTER TABLE "quesiti" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posta" DROP CONSTRAINT "posta_modello";--> statement-breakpoint
ALTER TABLE "accessi" ADD COLUMN "motivo" text;--> statement-breakpoint
ALTER TABLE "profili" ADD COLUMN "esperto" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "allegati" ADD CONSTRAINT "allegati_posizione_id_bozza_id_bozze_posizione_id_id_fk" FOREIGN KEY ("posizione_id","bozza_id") REFERENCES "public"."bozze"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegati" ADD CONSTRAINT "allegati_posizione_id_messaggio_id_messaggi_posizione_id_id_fk" FOREIGN KEY ("posizione_id","messaggio_id") REFERENCES "public"."messaggi"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anteprime" ADD CONSTRAINT "anteprime_posizione_id_allegato_id_allegati_posizione_id_id_fk" FOREIGN KEY ("posizione_id","allegato_id") REFERENCES "public"."allegati"("posizione_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contenuti_allegato" ADD CONSTRAINT "contenuti_allegato_posizione_id_allegato_id_allegati_posizione_id_id_fk" FOREIGN KEY ("posizione_id","allegato_id") REFERENCES "public"."allegati"("posizione_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "argomenti" ADD CONSTRAINT "argomenti_categoria_codice_categorie_quesito_codice_fk" FOREIGN KEY ("categoria_codice") REFERENCES "public"."categorie_quesito"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modelli_risposta" ADD CONSTRAINT "modelli_risposta_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_quesito" ADD CONSTRAINT "note_quesito_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_quesito" ADD CONSTRAINT "note_quesito_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pareri" ADD CONSTRAINT "pareri_chiesto_da_utenti_id_fk" FOREIGN KEY ("chiesto_da") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pareri" ADD CONSTRAINT "pareri_esperto_utenti_id_fk" FOREIGN KEY ("esperto") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pareri" ADD CONSTRAINT "pareri_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_rapporto_rapporti_codice_fk" FOREIGN KEY ("rapporto") REFERENCES "public"."rapporti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_argomento_codice_argomenti_codice_fk" FOREIGN KEY ("argomento_codice") REFERENCES "public"."argomenti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bozze" ADD CONSTRAINT "bozze_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messaggi" ADD CONSTRAINT "messaggi_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messaggi" ADD CONSTRAINT "messaggi_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_quesito" ADD CONSTRAINT "eventi_quesito_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_quesito" ADD CONSTRAINT "eventi_quesito_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_quesito" ADD CONSTRAINT "eventi_quesito_posizione_id_quesito_id_quesiti_posizione_id_id_fk" FOREIGN KEY ("posizione_id","quesito_id") REFERENCES "public"."quesiti"("posizione_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocolli" ADD CONSTRAINT "protocolli_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_sede_codice_sedi_codice_fk" FOREIGN KEY ("sede_codice") REFERENCES "public"."sedi"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_rapporto_rapporti_codice_fk" FOREIGN KEY ("rapporto") REFERENCES "public"."rapporti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_argomento_codice_argomenti_codice_fk" FOREIGN KEY ("argomento_codice") REFERENCES "public"."argomenti"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_assegnato_a_utenti_id_fk" FOREIGN KEY ("assegnato_a") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quesiti" ADD CONSTRAINT "quesiti_aperto_da_utenti_id_fk" FOREIGN KEY ("aperto_da") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allegati_bozza" ON "allegati" USING btree ("posizione_id","bozza_id");--> statement-breakpoint
CREATE INDEX "allegati_messaggio" ON "allegati" USING btree ("posizione_id","messaggio_id");--> statement-breakpoint
CREATE INDEX "argomenti_categoria" ON "argomenti" USING btree ("categoria_codice","ordine");--> statement-breakpoint
CREATE INDEX "note_quesito_utente" ON "note_quesito" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "pareri_chiesto_da" ON "pareri" USING btree ("chiesto_da");--> statement-breakpoint
CREATE INDEX "pareri_esperto" ON "pareri" USING btree ("esperto","chiesto_at");--> statement-breakpoint
CREATE INDEX "bozze_utente" ON "bozze" USING btree ("utente_id","aggiornata_at");--> statement-breakpoint
CREATE INDEX "bozze_rapporto" ON "bozze" USING btree ("rapporto");--> statement-breakpoint
CREATE INDEX "bozze_argomento" ON "bozze" USING btree ("argomento_codice");--> statement-breakpoint
CREATE INDEX "bozze_quesito" ON "bozze" USING btree ("posizione_id","quesito_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bozze_una_in_partenza" ON "bozze" USING btree ("quesito_id") WHERE parte_at is not null;--> statement-breakpoint
CREATE INDEX "messaggi_utente" ON "messaggi" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "messaggi_da_leggere" ON "messaggi" USING btree ("posizione_id") WHERE letto_at is null and lato = 'sede';--> statement-breakpoint
CREATE INDEX "eventi_quesito_utente" ON "eventi_quesito" USING btree ("utente_id");--> statement-breakpoint
CREATE INDEX "eventi_quesito_intermediario" ON "eventi_quesito" USING btree ("intermediario_codice","quando_at");--> statement-breakpoint
CREATE INDEX "quesiti_rapporto" ON "quesiti" USING btree ("rapporto");--> statement-breakpoint
CREATE INDEX "quesiti_per_data" ON "quesiti" USING btree ("posizione_id","ultimo_messaggio_at");--> statement-breakpoint
CREATE INDEX "quesiti_coda" ON "quesiti" USING btree ("sede_codice","termine","id") WHERE stato <> 'chiuso';--> statement-breakpoint
CREATE INDEX "quesiti_in_attesa" ON "quesiti" USING btree ("posizione_id") WHERE sospeso_dal is not null;--> statement-breakpoint
CREATE INDEX "quesiti_assegnato" ON "quesiti" USING btree ("assegnato_a","stato");--> statement-breakpoint
CREATE INDEX "quesiti_aperto_da" ON "quesiti" USING btree ("aperto_da");--> statement-breakpoint
CREATE INDEX "quesiti_argomento" ON "quesiti" USING btree ("argomento_codice");--> statement-breakpoint
CREATE INDEX "quesiti_tempi" ON "quesiti" USING btree ("sede_codice","prima_risposta_at");--> statement-breakpoint
ALTER TABLE "accessi" ADD CONSTRAINT "accessi_motivo" CHECK (length("accessi"."motivo") <= 300);--> statement-breakpoint
ALTER TABLE "accessi" ADD CONSTRAINT "accessi_motivo_della_sede" CHECK (("accessi"."motivo" is not null) = ("accessi"."profilo" in ('operatore', 'responsabile')));--> statement-breakpoint
ALTER TABLE "posta" ADD CONSTRAINT "posta_modello" CHECK ("posta"."modello" in ('delegato_ha_aperto', 'quesito_ricevuto', 'quesito_risposto', 'quesito_richiesta', 'quesito_chiuso'));--> statement-breakpoint
ALTER TABLE "profili" ADD CONSTRAINT "profili_esperto_se_di_sede" CHECK (not "profili"."esperto" or "profili"."sede_codice" is not null);