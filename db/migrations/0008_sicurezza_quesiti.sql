-- Quesiti: who sees what. The cittadino's side sees those of the drawers it may open, a sede those it has to answer,
-- an esperto the one they were asked about; nobody else anything. See docs/decisioni/0016-quesiti.md.
do $$
declare
  tabella text;
begin
  foreach tabella in array array['categorie_quesito', 'argomenti', 'protocolli', 'quesiti', 'eventi_quesito', 'bozze',
    'messaggi', 'allegati', 'contenuti_allegato', 'anteprime', 'note_quesito', 'pareri', 'modelli_risposta']
  loop
    execute format('alter table public.%I force row level security', tabella);
    execute format('create policy proprietario on public.%I to current_user using (true) with check (true)', tabella);
  end loop;
end
$$;
--> statement-breakpoint
create trigger eventi_quesito_immutabili before update or delete on public.eventi_quesito
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger eventi_quesito_non_svuotabili before truncate on public.eventi_quesito
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint
-- What was registered stays as it was: of a messaggio only the reading is added, and once.
create function public.messaggio_immutabile() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.letto_at is null
    and pg_catalog.to_jsonb(new) - 'letto_at' = pg_catalog.to_jsonb(old) - 'letto_at' then
    return new;
  end if;
  raise exception 'what was registered cannot be changed' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger messaggi_immutabili before update or delete on public.messaggi
  for each row execute function public.messaggio_immutabile();
--> statement-breakpoint
create trigger messaggi_non_svuotabili before truncate on public.messaggi
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint
-- An allegato that was sent: only the antivirus adds its word.
create function public.allegato_immutabile() returns trigger
language plpgsql set search_path = '' as $$
begin
  if old.messaggio_id is null or tg_op = 'UPDATE' and pg_catalog.to_jsonb(new) - array['scansione', 'scansionato_at']
    = pg_catalog.to_jsonb(old) - array['scansione', 'scansionato_at'] then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'what was registered cannot be changed' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger allegati_immutabili before update or delete on public.allegati
  for each row execute function public.allegato_immutabile();
--> statement-breakpoint
create trigger allegati_non_svuotabili before truncate on public.allegati
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint
-- Compressed already: to try again costs time and gains nothing.
alter table public.contenuti_allegato alter column contenuto set storage external;
--> statement-breakpoint
alter table public.anteprime alter column contenuto set storage external;
--> statement-breakpoint

create function public.sede_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.sede from public.sessione_corrente() c
  where c.tipo in ('operatore', 'responsabile') and not c.pin_iniziale);
--> statement-breakpoint
create function public.responsabile_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.sede from public.sessione_corrente() c where c.tipo = 'responsabile' and not c.pin_iniziale);
--> statement-breakpoint

-- What makes a posizione a sede's business: its datore, one of its rapporti, or a quesito. A parere is no reason: an
-- esperto of another sede reads the thread they were asked about, and nothing behind it.
create function public.riguarda_la_sede(p_posizione uuid, p_sede text) returns boolean
language sql stable security definer set search_path = ''
begin atomic
  select exists (select from public.posizioni p where p.id = p_posizione and p.sede_codice = p_sede)
    or exists (select from public.rapporti r where r.posizione_id = p_posizione and r.sede_codice = p_sede)
    or exists (select from public.quesiti q where q.posizione_id = p_posizione and q.sede_codice = p_sede);
end;
--> statement-breakpoint

-- The drawers whose datore this person is, as whatever they act.
create function public.posizioni_di_persona() returns setof uuid
language sql stable security definer set search_path = ''
begin atomic
  select p.id from public.posizioni p where p.codice_fiscale = public.persona_corrente();
end;
--> statement-breakpoint
grant execute on function public.posizioni_di_persona() to cassetto_app;
--> statement-breakpoint

-- As before, and for a sede: a drawer it has opened in the last hour of this session, with a reason. The row of the
-- register that says so is what opens it, so that no drawer can be open without one. Nobody is the sede of their own.
create or replace function public.posizioni_visibili() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  chi record;
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
begin
  select * into chi from public.sessione_corrente();
  if not found or chi.pin_iniziale or chi.tipo is null then
    return;
  end if;
  if chi.tipo = 'datore' then
    return query
      select p.id from public.posizioni p
      where p.codice_fiscale = chi.codice_fiscale and (aperta is null or p.id = aperta);
  elsif chi.tipo = 'delegato' then
    return query
      select d.posizione_id from public.deleghe d
      where d.tipo = 'personale' and d.delegato_codice_fiscale = chi.codice_fiscale and d.stato = 'attiva'
        and d.data_inizio <= public.oggi() and (d.fine is null or d.fine >= public.oggi())
        and (aperta is null or d.posizione_id = aperta);
  elsif chi.tipo = 'intermediario' and aperta is not null then
    return query
      select d.posizione_id from public.deleghe d
      where d.tipo = 'professionale' and d.intermediario_codice = chi.intermediario and d.stato = 'attiva'
        and d.data_inizio <= public.oggi() and (d.fine is null or d.fine >= public.oggi())
        and d.posizione_id = aperta;
  elsif chi.tipo in ('operatore', 'responsabile') and aperta is not null then
    return query
      select aperta
      where aperta not in (select public.posizioni_di_persona()) and exists (
        select from public.accessi a join public.sessioni s on s.id = chi.sessione
        where a.posizione_id = aperta and a.utente_id = chi.utente and a.profilo = chi.tipo
          and a.cosa in ('apertura', 'quesito', 'appuntamento') and a.quando_at >= s.creata_at
          and a.quando_at > pg_catalog.now() - interval '1 hour'
      ) and public.riguarda_la_sede(aperta, chi.sede);
  end if;
end
$$;
--> statement-breakpoint

-- The drawers behind which the viewer stands as the one who asks, never as the sede.
create function public.posizioni_di_parte() returns setof uuid
language sql stable security definer set search_path = ''
begin atomic
  select v from public.posizioni_visibili() v where public.sede_corrente() is null;
end;
--> statement-breakpoint

-- The open quesiti on which this person was asked for a parere they have not given yet.
create function public.quesiti_in_parere() returns setof uuid
language sql stable security definer set search_path = ''
begin atomic
  select p.quesito_id from public.pareri p
  join public.quesiti q on q.posizione_id = p.posizione_id and q.id = p.quesito_id and q.stato <> 'chiuso'
  where p.esperto = public.utente_corrente() and p.reso_at is null and public.sede_corrente() is not null;
end;
--> statement-breakpoint

create policy con_sessione on public.categorie_quesito for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy con_sessione on public.argomenti for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy dell_amministratore on public.argomenti to cassetto_app
  using ((select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) = 'amministratore')
  with check ((select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) = 'amministratore');
--> statement-breakpoint
create policy di_chi_chiede on public.quesiti for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_di_parte())));
--> statement-breakpoint
create policy della_sede on public.quesiti for select to cassetto_app
  using (sede_codice = (select public.sede_corrente()));
--> statement-breakpoint
create policy dell_esperto on public.quesiti for select to cassetto_app
  using (id = any(array(select public.quesiti_in_parere())));
--> statement-breakpoint
create policy di_chi_vede_il_quesito on public.messaggi for select to cassetto_app
  using (exists (select from public.quesiti q where q.posizione_id = messaggi.posizione_id and q.id = messaggi.quesito_id));
--> statement-breakpoint
-- Who works on it inside the sede is the sede's affair.
create policy di_chi_vede_il_quesito on public.eventi_quesito for select to cassetto_app
  using (((select public.sede_corrente()) is not null
      or evento not in ('assegnato', 'rilasciato', 'parere_chiesto', 'parere_reso'))
    and exists (select from public.quesiti q
      where q.posizione_id = eventi_quesito.posizione_id and q.id = eventi_quesito.quesito_id));
--> statement-breakpoint
-- What colleagues say of it is not for whoever asked, should they work here.
create policy della_sede on public.note_quesito for select to cassetto_app
  using ((select public.sede_corrente()) is not null
    and posizione_id <> all(array(select public.posizioni_di_persona())) and exists (select from public.quesiti q
    where q.posizione_id = note_quesito.posizione_id and q.id = note_quesito.quesito_id));
--> statement-breakpoint
create policy della_sede on public.pareri for select to cassetto_app
  using ((select public.sede_corrente()) is not null
    and posizione_id <> all(array(select public.posizioni_di_persona())) and exists (select from public.quesiti q
    where q.posizione_id = pareri.posizione_id and q.id = pareri.quesito_id));
--> statement-breakpoint
create policy della_sede on public.modelli_risposta for select to cassetto_app
  using (sede_codice = (select public.sede_corrente()));
--> statement-breakpoint
create policy del_responsabile on public.modelli_risposta to cassetto_app
  using (sede_codice = (select public.responsabile_corrente()))
  with check (sede_codice = (select public.responsabile_corrente()));
--> statement-breakpoint
-- A bozza is its writer's.
create policy di_chi_scrive on public.bozze for select to cassetto_app
  using (utente_id = (select public.utente_corrente()) and case lato
    when 'cittadino' then posizione_id = any(array(select public.posizioni_di_parte()))
    else (select public.sede_corrente()) is not null and exists (select from public.quesiti q
      where q.posizione_id = bozze.posizione_id and q.id = bozze.quesito_id) end);
--> statement-breakpoint
create policy di_chi_vede_il_messaggio on public.allegati for select to cassetto_app
  using (exists (select from public.bozze b where b.posizione_id = allegati.posizione_id and b.id = allegati.bozza_id)
    or exists (select from public.messaggi m
      where m.posizione_id = allegati.posizione_id and m.id = allegati.messaggio_id));
--> statement-breakpoint
-- Only what the antivirus let through has a content at all.
create policy se_controllato on public.contenuti_allegato for select to cassetto_app
  using (exists (select from public.allegati a where a.posizione_id = contenuti_allegato.posizione_id
    and a.id = contenuti_allegato.allegato_id and a.scansione in ('pulito', 'non_prevista')));
--> statement-breakpoint
create policy se_controllato on public.anteprime for select to cassetto_app
  using (exists (select from public.allegati a where a.posizione_id = anteprime.posizione_id
    and a.id = anteprime.allegato_id and a.scansione in ('pulito', 'non_prevista')));
--> statement-breakpoint
grant select on public.categorie_quesito, public.argomenti, public.quesiti, public.messaggi, public.eventi_quesito,
  public.note_quesito, public.pareri, public.modelli_risposta, public.bozze, public.allegati, public.contenuti_allegato,
  public.anteprime to cassetto_app;
--> statement-breakpoint
grant insert, update (nome, aiuto, termine_giorni, attivo, ordine) on public.argomenti to cassetto_app;
--> statement-breakpoint
grant insert, update (titolo, testo), delete on public.modelli_risposta to cassetto_app;
--> statement-breakpoint

-- The search of a sede, over all soggetti of the country: by the start of each word of the name.
create index soggetti_parole on public.soggetti using gin (array_to_tsvector(array_remove(
  string_to_array(public.normalizza_ricerca(left(cognome, 100) || ' ' || left(nome, 100)), ' '), '')));
--> statement-breakpoint
create index quesiti_parole on public.quesiti using gin (parole);
--> statement-breakpoint

-- The five categorie of msg 2749/2018 with the argomenti it names.
insert into public.categorie_quesito (codice, nome, ordine) values
  ('mav', 'MAV e avvisi di pagamento', 1),
  ('anagrafiche', 'Anagrafiche', 2),
  ('contributi', 'Contributi', 3),
  ('rapporti', 'Rapporti di lavoro', 4),
  ('avviso_bonario', 'Avviso bonario o accertamento', 5);
--> statement-breakpoint
insert into public.argomenti (codice, categoria_codice, nome, aiuto, ordine) values
  ('avviso_non_pervenuto', 'mav', 'Avviso di pagamento non pervenuto', 'Indica il trimestre che manca.', 1),
  ('avviso_inesatto', 'mav', 'Importo o dati dell''avviso inesatti',
    'Indica che cosa non torna: ore, settimane, retribuzione o importo.', 2),
  ('avviso_non_stampabile', 'mav', 'Impossibilità di stampare l''avviso',
    'Indica il trimestre e che cosa succede quando provi a stampare.', 3),
  ('anagrafica_non_aggiornata', 'anagrafiche', 'Dati comunicati e non aggiornati',
    'Indica quale dato e quando l''hai comunicato; allega la ricevuta, se l''hai.', 1),
  ('anagrafica_da_variare', 'anagrafiche', 'Variazione di un dato anagrafico',
    'Indica il dato giusto; allega un documento che lo mostri.', 2),
  ('contributi_non_risultanti', 'contributi', 'Contributi versati e non risultanti nell''estratto del lavoratore',
    'Indica i trimestri; allega le ricevute di pagamento.', 1),
  ('contributi_da_rimborsare', 'contributi', 'Pagamento doppio, o maggiore del dovuto',
    'Indica il trimestre pagato due volte e le date dei pagamenti.', 2),
  ('rapporto_sospeso', 'rapporti', 'Rapporto sospeso in attesa di definizione',
    'Indica quando hai comunicato l''assunzione; allega la ricevuta, se l''hai.', 1),
  ('rapporto_da_correggere', 'rapporti', 'Dati di un rapporto da correggere',
    'Indica che cosa risulta e che cosa dovrebbe risultare; allega la comunicazione che hai inviato.', 2),
  ('avviso_bonario_informazioni', 'avviso_bonario', 'Informazioni su un avviso ricevuto',
    'Indica la data e il numero dell''avviso.', 1),
  ('avviso_bonario_modifica', 'avviso_bonario', 'Modifica o annullamento di un avviso',
    'Indica perché l''importo non è dovuto; allega quello che lo prova.', 2);
