CREATE TABLE "eventi_amministrazione" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "eventi_amministrazione_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"evento" text NOT NULL,
	"autore_id" uuid,
	"chi" text,
	"utente_id" uuid,
	"oggetto" text,
	"motivo" text,
	CONSTRAINT "eventi_amministrazione_evento" CHECK ("eventi_amministrazione"."evento" in ('utente_creato', 'utente_sospeso', 'utente_riammesso', 'profilo_dato', 'profilo_tolto', 'pin_dato', 'argomento_creato', 'argomento_cambiato', 'motivo_creato', 'motivo_cambiato', 'posta_ritentata')),
	CONSTRAINT "eventi_amministrazione_motivo" CHECK (length("eventi_amministrazione"."motivo") between 1 and 300),
	CONSTRAINT "eventi_amministrazione_autore_e_nome" CHECK (("eventi_amministrazione"."autore_id" is null) = ("eventi_amministrazione"."chi" is null))
);
--> statement-breakpoint
ALTER TABLE "eventi_amministrazione" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "eventi_studio" (
	"intermediario_codice" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "eventi_studio_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"quando_at" timestamp with time zone DEFAULT now() NOT NULL,
	"evento" text NOT NULL,
	"utente_id" uuid,
	"chi" text,
	"oggetto" text NOT NULL,
	"quanti" integer,
	CONSTRAINT "eventi_studio_intermediario_codice_id_pk" PRIMARY KEY("intermediario_codice","id"),
	CONSTRAINT "eventi_studio_evento" CHECK ("eventi_studio"."evento" in ('nomina_proposta', 'nomina_accettata', 'nomina_rifiutata', 'nomina_revocata', 'gruppo_creato', 'gruppo_eliminato', 'gruppo_assegnato', 'gruppo_tolto')),
	CONSTRAINT "eventi_studio_quanti_se_nel_gruppo" CHECK (coalesce("eventi_studio"."quanti", 0) >= 0 and (coalesce("eventi_studio"."quanti", 0) > 0) = ("eventi_studio"."evento" in ('gruppo_assegnato', 'gruppo_tolto')))
);
--> statement-breakpoint
ALTER TABLE "eventi_studio" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "eventi_amministrazione" ADD CONSTRAINT "eventi_amministrazione_autore_id_utenti_id_fk" FOREIGN KEY ("autore_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_amministrazione" ADD CONSTRAINT "eventi_amministrazione_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_studio" ADD CONSTRAINT "eventi_studio_intermediario_codice_intermediari_codice_fk" FOREIGN KEY ("intermediario_codice") REFERENCES "public"."intermediari"("codice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eventi_studio" ADD CONSTRAINT "eventi_studio_utente_id_utenti_id_fk" FOREIGN KEY ("utente_id") REFERENCES "public"."utenti"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "eventi_amministrazione_quando" ON "eventi_amministrazione" USING btree ("quando_at","id");--> statement-breakpoint
CREATE INDEX "eventi_amministrazione_autore" ON "eventi_amministrazione" USING btree ("autore_id","id");--> statement-breakpoint
CREATE INDEX "eventi_amministrazione_utente" ON "eventi_amministrazione" USING btree ("utente_id","id");--> statement-breakpoint
CREATE INDEX "eventi_studio_quando" ON "eventi_studio" USING btree ("intermediario_codice","quando_at");--> statement-breakpoint
CREATE INDEX "eventi_studio_utente" ON "eventi_studio" USING btree ("utente_id");