CREATE TABLE "posta" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"destinatario" text NOT NULL,
	"modello" text NOT NULL,
	"accodata_at" timestamp with time zone DEFAULT now() NOT NULL,
	"inviata_at" timestamp with time zone,
	"ultimo_errore" text,
	"tentativi" integer DEFAULT 0 NOT NULL,
	"abbandonata_at" timestamp with time zone,
	CONSTRAINT "posta_modello" CHECK ("posta"."modello" in ('delegato_ha_aperto')),
	CONSTRAINT "posta_destinatario" CHECK ("posta"."destinatario" ~ '^[A-Za-z0-9.!#$%&''*+/=?^_{|}~-]+@[A-Za-z0-9.-]+$' and length("posta"."destinatario") <= 254),
	CONSTRAINT "posta_errore" CHECK ("posta"."ultimo_errore" ~ '^[A-Z][A-Z0-9_ ]{0,39}$'),
	CONSTRAINT "posta_esito" CHECK ("posta"."inviata_at" is null or "posta"."abbandonata_at" is null)
);
--> statement-breakpoint
ALTER TABLE "posta" ENABLE ROW LEVEL SECURITY;