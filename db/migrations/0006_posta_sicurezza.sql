-- The outgoing mail belongs to the owner's side: the application neither writes nor sends it.
alter table public.posta force row level security;
--> statement-breakpoint
create policy proprietario on public.posta to current_user using (true) with check (true);
--> statement-breakpoint
create policy dell_amministratore on public.posta for select to cassetto_app
  using ((select c.tipo from public.sessione_corrente() c) = 'amministratore');
--> statement-breakpoint
-- Whether the mail goes out, never to whom.
grant select (id, modello, accodata_at, inviata_at, ultimo_errore, tentativi, abbandonata_at) on public.posta
  to cassetto_app;
--> statement-breakpoint

-- Queues a mail: row and job are there together, or not at all if the caller's transaction rolls back.
-- Not granted to the application: only functions of the owner that themselves decide to whom to write call it.
-- Ten tries: graphile-worker's growing pauses spread them over three and a half hours.
create function public.accoda_posta(p_destinatario text, p_modello text) returns uuid
language plpgsql set search_path = '' as $$
declare
  accodata uuid;
begin
  insert into public.posta (destinatario, modello) values (p_destinatario, p_modello) returning id into accodata;
  perform graphile_worker.add_job('posta', pg_catalog.json_build_object('id', accodata),
    job_key := accodata::text, max_attempts := 10);
  return accodata;
end
$$;
--> statement-breakpoint
revoke execute on function public.accoda_posta(text, text) from public;
