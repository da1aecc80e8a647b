CREATE TABLE "promemoria" (
	"posizione_id" uuid NOT NULL,
	"scadenza" date NOT NULL,
	CONSTRAINT "promemoria_posizione_id_scadenza_pk" PRIMARY KEY("posizione_id","scadenza")
);
--> statement-breakpoint
ALTER TABLE "promemoria" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posta" DROP CONSTRAINT "posta_modello";--> statement-breakpoint
ALTER TABLE "preferenze" ADD COLUMN "promemoria_scadenze" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "promemoria" ADD CONSTRAINT "promemoria_posizione_id_posizioni_id_fk" FOREIGN KEY ("posizione_id") REFERENCES "public"."posizioni"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posta" ADD CONSTRAINT "posta_modello" CHECK ("posta"."modello" in ('delegato_ha_aperto', 'scadenza_vicina', 'quesito_ricevuto', 'quesito_risposto', 'quesito_richiesta', 'quesito_chiuso', 'appuntamento_confermato', 'appuntamento_spostato', 'appuntamento_annullato', 'appuntamento_da_spostare', 'appuntamento_resta', 'appuntamento_collegamento', 'appuntamento_promemoria', 'attesa_offerta', 'attesa_scaduta', 'pin_sostituito'));--> statement-breakpoint

-- Who wants to be reminded of a due date. See docs/decisioni/0013-posta.md.
alter table public.promemoria force row level security;
--> statement-breakpoint
create policy proprietario on public.promemoria to current_user using (true) with check (true);
--> statement-breakpoint
grant update (promemoria_scadenze) on public.preferenze to cassetto_app;
--> statement-breakpoint
-- A mail for each due date from p_oggi to seven days later on which a datore who asked for it still owes something. An
-- address that is none keeps nobody else's from leaving. Of the owner: the jobs call it.
create function public.manda_promemoria(p_oggi date) returns integer
language plpgsql set search_path = '' as $$
declare
  dovuto record;
  quanti integer := 0;
begin
  for dovuto in
    select distinct c.posizione_id, c.scadenza, s.email
    from public.preferenze f
    join public.contributi c on c.posizione_id = f.posizione_id
    join public.posizioni p on p.id = f.posizione_id
    join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    where f.promemoria_scadenze and s.email is not null and c.sospensione is null
      and c.scadenza between p_oggi and p_oggi + 7
      and c.importo > coalesce((select sum(v.importo) from public.versamenti v
        where v.posizione_id = c.posizione_id and v.rapporto = c.rapporto and v.anno = c.anno
          and v.trimestre = c.trimestre and v.progressivo = c.progressivo), 0)
  loop
    insert into public.promemoria (posizione_id, scadenza) values (dovuto.posizione_id, dovuto.scadenza)
      on conflict do nothing;
    if found then
      begin
        perform public.accoda_posta(dovuto.email, 'scadenza_vicina');
        quanti := quanti + 1;
      exception when check_violation then
        continue;
      end;
    end if;
  end loop;
  return quanti;
end
$$;
