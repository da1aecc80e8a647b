-- Appuntamenti: who sees what, and never two at one time. See docs/decisioni/0019-appuntamenti.md.
do $$
declare
  tabella text;
begin
  foreach tabella in array array['motivi_appuntamento', 'disponibilita', 'assenze', 'patroni', 'calendari',
    'appuntamenti', 'eventi_appuntamento', 'attese']
  loop
    execute format('alter table public.%I force row level security', tabella);
    execute format('create policy proprietario on public.%I to current_user using (true) with check (true)', tabella);
  end loop;
end
$$;
--> statement-breakpoint
create trigger eventi_appuntamento_immutabili before update or delete on public.eventi_appuntamento
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger eventi_appuntamento_non_svuotabili before truncate on public.eventi_appuntamento
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint
-- Not two at once with one esperto, whoever books, holds included.
alter table public.appuntamenti add constraint appuntamenti_mai_due
  exclude using gist (esperto with =, impegno with &&) where (stato in ('in_prenotazione', 'confermato'));
--> statement-breakpoint

-- An agenda that changes waits for the bookings under way, and keeps new ones waiting.
create function public.agenda_cambia() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('agenda ' || coalesce(new.sede_codice, old.sede_codice), 0));
  return coalesce(new, old);
end
$$;
--> statement-breakpoint
create trigger disponibilita_cambia before insert or update or delete on public.disponibilita
  for each row execute function public.agenda_cambia();
--> statement-breakpoint
create trigger assenze_cambia before insert or update or delete on public.assenze
  for each row execute function public.agenda_cambia();
--> statement-breakpoint
create trigger patroni_cambia before insert or update or delete on public.patroni
  for each row execute function public.agenda_cambia();
--> statement-breakpoint
-- What an agenda opens goes to those who wait first, not to whoever happens to look. Deferred: the job comes last, after
-- the rows of the appuntamenti that the change hits, as in every act (0014 says so at its head).
create function public.agenda_cambiata() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger disponibilita_cambiata after insert or update or delete on public.disponibilita
  deferrable initially deferred for each row execute function public.agenda_cambiata();
--> statement-breakpoint
create constraint trigger assenze_cambiata after insert or update or delete on public.assenze
  deferrable initially deferred for each row execute function public.agenda_cambiata();
--> statement-breakpoint
create constraint trigger patroni_cambiata after insert or update or delete on public.patroni
  deferrable initially deferred for each row execute function public.agenda_cambiata();
--> statement-breakpoint

-- The esperto of this session, and the sede for which they are one.
create function public.sede_dell_esperto() returns text
language sql stable security definer set search_path = ''
return (select c.sede from public.sessione_corrente() c join public.profili p on p.id = c.profilo
  where p.esperto and not c.pin_iniziale);
--> statement-breakpoint

-- As before, and who is met there: an appuntamento may be at a neighbour of the competent sede.
create or replace function public.riguarda_la_sede(p_posizione uuid, p_sede text) returns boolean
language sql stable security definer set search_path = ''
begin atomic
  select exists (select from public.posizioni p where p.id = p_posizione and p.sede_codice = p_sede)
    or exists (select from public.rapporti r where r.posizione_id = p_posizione and r.sede_codice = p_sede)
    or exists (select from public.quesiti q where q.posizione_id = p_posizione and q.sede_codice = p_sede)
    or exists (select from public.appuntamenti a
      where a.posizione_id = p_posizione and a.sede_codice = p_sede and a.stato not in ('in_prenotazione', 'annullato'));
end;
--> statement-breakpoint
create policy con_sessione on public.motivi_appuntamento for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy dell_amministratore on public.motivi_appuntamento to cassetto_app
  using ((select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) = 'amministratore')
  with check ((select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) = 'amministratore');
--> statement-breakpoint
create policy con_sessione on public.patroni for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy del_responsabile on public.patroni to cassetto_app
  using (sede_codice = (select public.responsabile_corrente()))
  with check (sede_codice = (select public.responsabile_corrente()));
--> statement-breakpoint
-- When an esperto receives is no secret; why not is.
create policy con_sessione on public.disponibilita for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy del_responsabile on public.disponibilita to cassetto_app
  using (sede_codice = (select public.responsabile_corrente()))
  with check (sede_codice = (select public.responsabile_corrente())
    and esperto in (select c.utente from public.colleghi() c where c.esperto and c.sede = sede_codice));
--> statement-breakpoint
create policy dell_esperto on public.disponibilita to cassetto_app
  using (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()))
  with check (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()));
--> statement-breakpoint
create policy della_sede on public.assenze for select to cassetto_app
  using (sede_codice = (select public.sede_corrente()));
--> statement-breakpoint
create policy del_responsabile on public.assenze to cassetto_app
  using (sede_codice = (select public.responsabile_corrente()))
  with check (sede_codice = (select public.responsabile_corrente())
    and (esperto is null or esperto in (select c.utente from public.colleghi() c where c.esperto and c.sede = sede_codice)));
--> statement-breakpoint
create policy dell_esperto on public.assenze to cassetto_app
  using (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()))
  with check (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()));
--> statement-breakpoint
create policy dell_esperto on public.calendari to cassetto_app
  using (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()))
  with check (sede_codice = (select public.sede_dell_esperto()) and esperto = (select public.utente_corrente()));
--> statement-breakpoint
-- A hold is its holder's; what is booked is everybody's who may open the drawer, and the sede's.
create policy di_chi_chiede on public.appuntamenti for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_di_parte()))
    and (stato <> 'in_prenotazione' or utente_id = (select public.utente_corrente())));
--> statement-breakpoint
-- Of a drawer it has opened a sede sees those at other sedi too: it books there as well.
create policy della_sede on public.appuntamenti for select to cassetto_app
  using (sede_codice = (select public.sede_corrente())
    or (select public.sede_corrente()) is not null and posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy di_chi_vede_l_appuntamento on public.eventi_appuntamento for select to cassetto_app
  using (exists (select from public.appuntamenti a
    where a.posizione_id = eventi_appuntamento.posizione_id and a.id = eventi_appuntamento.appuntamento_id));
--> statement-breakpoint
create policy di_chi_chiede on public.attese for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_di_parte())));
--> statement-breakpoint
create policy dell_appuntamento on public.allegati for select to cassetto_app
  using (appuntamento_id is not null and exists (select from public.appuntamenti a
    where a.posizione_id = allegati.posizione_id and a.id = allegati.appuntamento_id));
--> statement-breakpoint
create or replace function public.allegato_immutabile() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.bozza_id is not null or tg_op = 'UPDATE' and pg_catalog.to_jsonb(new) - array['scansione', 'scansionato_at']
    = pg_catalog.to_jsonb(old) - array['scansione', 'scansionato_at'] then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'what was registered cannot be changed' using errcode = '42501';
end
$$;
--> statement-breakpoint
grant select on public.motivi_appuntamento, public.disponibilita, public.assenze, public.patroni, public.calendari,
  public.appuntamenti, public.eventi_appuntamento, public.attese to cassetto_app;
--> statement-breakpoint
grant insert, update (nome, da_portare, durata_minuti, pausa_minuti, preavviso_ore, orizzonte_giorni, richiede_quesito,
  categoria_codice, attivo, ordine) on public.motivi_appuntamento to cassetto_app;
--> statement-breakpoint
grant insert, update (giorno, dalle, alle, ogni_settimane, dal, al, modi), delete on public.disponibilita to cassetto_app;
--> statement-breakpoint
grant insert, delete on public.assenze to cassetto_app;
--> statement-breakpoint
grant insert, update (mese, giorno, nome), delete on public.patroni to cassetto_app;
--> statement-breakpoint
grant insert, update (segreto, rinnovato_at), delete on public.calendari to cassetto_app;
--> statement-breakpoint

-- The reasons of msg 2561/2019, and the anomalie of a posizione that are quickest put right face to face.
insert into public.motivi_appuntamento (codice, nome, da_portare, durata_minuti, richiede_quesito, ordine) values
  ('quesito_negativo', 'Un quesito chiuso con esito negativo',
    'Porta la risposta ricevuta e quello che prova che hai ragione.', 30, true, 1),
  ('quesito_senza_risposta', 'Un quesito senza risposta entro il termine', 'Porta la ricevuta del quesito.', 20, true, 2),
  ('trimestre_non_pagato', 'Un trimestre che risulta non pagato',
    'Porta le ricevute di pagamento, se le hai, e un documento.', 20, false, 3),
  ('trimestre_pagato_in_parte', 'Un trimestre pagato in parte',
    'Porta le ricevute di pagamento e le buste paga del trimestre.', 20, false, 4),
  ('pagamento_doppio', 'Un trimestre pagato due volte o più del dovuto',
    'Porta le ricevute di tutti i pagamenti del trimestre e l''IBAN per il rimborso.', 20, false, 5),
  ('rapporto_sospeso', 'Un rapporto di lavoro in attesa di definizione',
    'Porta la ricevuta della comunicazione di assunzione e il contratto.', 30, false, 6);
