-- Users and the register, as an amministratore sees and keeps them. See docs/decisioni/0022-registri.md.
alter table public.posta drop constraint posta_modello;
--> statement-breakpoint
alter table public.posta add constraint posta_modello check (modello in ('delegato_ha_aperto', 'quesito_ricevuto', 'quesito_risposto', 'quesito_richiesta', 'quesito_chiuso', 'appuntamento_confermato', 'appuntamento_spostato', 'appuntamento_annullato', 'appuntamento_da_spostare', 'appuntamento_resta', 'appuntamento_collegamento', 'appuntamento_promemoria', 'attesa_offerta', 'attesa_scaduta', 'pin_sostituito'));
--> statement-breakpoint
alter table public.eventi_amministrazione force row level security;
--> statement-breakpoint
create policy proprietario on public.eventi_amministrazione to current_user using (true) with check (true);
--> statement-breakpoint
create trigger eventi_amministrazione_immutabili before update or delete on public.eventi_amministrazione
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger eventi_amministrazione_non_svuotabili before truncate on public.eventi_amministrazione
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint

-- Who works for the institute, among all the citizens who can log in; and who may not log in any more.
create index profili_istituto on public.profili (utente_id) where tipo in ('operatore', 'responsabile', 'amministratore');
--> statement-breakpoint
create index utenti_sospesi on public.utenti (disabilitato_at) where disabilitato_at is not null;
--> statement-breakpoint
-- The register by time, and by who acted; of what only it reads no more than that.
create index eventi_amministrazione_di on public.eventi_amministrazione (autore_id, quando_at, id);
--> statement-breakpoint
create index accessi_sedi on public.accessi (quando_at, id) where profilo in ('operatore', 'responsabile');
--> statement-breakpoint
create index accessi_sedi_di on public.accessi (utente_id, quando_at, id) where profilo in ('operatore', 'responsabile');
--> statement-breakpoint
create index eventi_delega_istituto on public.eventi_delega (quando_at, id)
  where evento in ('registrata', 'chiusa_da_istituto');
--> statement-breakpoint
create index eventi_delega_istituto_di on public.eventi_delega (utente_id, quando_at, id)
  where evento in ('registrata', 'chiusa_da_istituto');
--> statement-breakpoint

-- The amministratore behind this session; null for anybody else.
create function public.amministratore_corrente() returns uuid
language sql stable security definer set search_path = ''
return (select c.utente from public.sessione_corrente() c where c.tipo = 'amministratore' and not c.pin_iniziale);
--> statement-breakpoint
create policy dell_amministratore on public.eventi_amministrazione for select to cassetto_app
  using ((select public.amministratore_corrente()) is not null);
--> statement-breakpoint
grant select on public.eventi_amministrazione to cassetto_app;
--> statement-breakpoint

-- One row of the register, in the transaction of the act. Without a session it is the command line that acts.
create function public.annota_amministrazione(p_evento text, p_utente uuid, p_oggetto text, p_motivo text) returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_amministrazione (evento, autore_id, chi, utente_id, oggetto, motivo)
  select p_evento, c.utente, c.chi, p_utente, p_oggetto, nullif(pg_catalog.btrim(p_motivo), '')
  from (select 1) uno left join public.chi_agisce() c on true;
end;
--> statement-breakpoint

-- A profilo as the register has it: what it is, where, and whether as esperto.
create function public.profilo_in_parole(p_tipo text, p_sede text, p_intermediario text, p_esperto boolean) returns text
language sql stable set search_path = ''
return pg_catalog.concat_ws(' ', p_tipo, p_sede, p_intermediario, case when p_esperto then 'esperto' end);
--> statement-breakpoint

-- Begins an act upon a user; null: it may go on. One act at a time in the whole institute: of two amministratori who
-- suspend each other the second finds here that they are none any more. So there is always one left: who acts is one,
-- and acts on nobody but others.
create function public.perche_non_si_tocca(p_utente uuid, p_motivo text) returns text
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('utenti', 0));
  if public.amministratore_corrente() is null then
    return 'non_trovata';
  end if;
  perform from public.utenti u where u.id = p_utente for no key update;
  return case
    when not found then 'non_trovata'
    when p_utente = public.amministratore_corrente() then 'te_stesso'
    when length(btrim(coalesce(p_motivo, ''))) not between 1 and 300 then 'senza_motivo' end;
end
$$;
--> statement-breakpoint

-- The agenda of a sede, whole: nobody books there until the caller commits (0014 says in which order locks are taken).
create function public.ferma_agenda(p_sede text) returns void
language sql set search_path = ''
return pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('agenda ' || p_sede, 0));
--> statement-breakpoint

-- An esperto came or went: what is booked with them is to be moved, or stands after all. Who has it is told, and may move
-- it once more; the register of the appuntamento says that the service did it. What their agenda opens goes to those who
-- wait first. Only what changes is locked: of another sede's agenda nothing is known here.
create function public.rivedi_appuntamenti(p_esperto uuid) returns void
language plpgsql set search_path = '' as $$
declare
  preso public.appuntamenti;
begin
  for preso in
    select a.* from public.appuntamenti a
    where a.esperto = p_esperto and a.stato = 'confermato' and a.inizio_at > public.adesso()
      and (a.da_spostare_at is null) <> exists (
        select from public.esperti_di(array[a.sede_codice]) e where e.esperto = p_esperto)
    order by a.id for update
  loop
    if preso.da_spostare_at is null then
      update public.appuntamenti a set da_spostare_at = now() where a.posizione_id = preso.posizione_id and a.id = preso.id;
      insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento)
        values (preso.posizione_id, preso.id, 'da_spostare');
      perform public.avvisa_appuntamento(preso, 'appuntamento_da_spostare');
    elsif public.perche_non_riceve(preso.sede_codice, preso.esperto, preso.modo, preso.inizio_at, preso.fine_at) is null then
      update public.appuntamenti a set da_spostare_at = null where a.posizione_id = preso.posizione_id and a.id = preso.id;
      insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento)
        values (preso.posizione_id, preso.id, 'resta');
      perform public.avvisa_appuntamento(preso, 'appuntamento_resta');
      if preso.inizio_at - interval '48 hours' > public.adesso() then
        perform graphile_worker.add_job('promemoria', json_build_object('id', preso.id),
          run_at := preso.inizio_at - interval '48 hours', job_key := 'promemoria ' || preso.id, max_attempts := 10);
      end if;
    end if;
  end loop;
  if exists (select from public.profili p where p.utente_id = p_esperto and p.esperto) then
    perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  end if;
end
$$;
--> statement-breakpoint

-- Gives a profilo; 'gia_dato' when they have it as it is asked for. The first person of an intermediario is its titolare,
-- the others are sub-abilitati, whom their titolare finds among the nomine and may let go.
create function public.nuovo_profilo(p_utente uuid, p_tipo text, p_sede text, p_intermediario text, p_esperto boolean)
returns text
language plpgsql set search_path = '' as $$
declare
  prima public.profili;
  ruolo_suo text;
begin
  select p.* into prima from public.profili p
    where p.utente_id = p_utente and p.tipo = p_tipo and p.sede_codice is not distinct from p_sede
      and p.intermediario_codice is not distinct from p_intermediario;
  if found and prima.esperto = p_esperto then
    return 'gia_dato';
  end if;
  if p_sede is not null then
    perform public.ferma_agenda(p_sede);
  end if;
  if prima.id is not null then
    update public.profili p set esperto = p_esperto where p.id = prima.id;
  else
    if p_intermediario is not null then
      perform pg_advisory_xact_lock(hashtextextended('studio ' || p_intermediario, 0));
      ruolo_suo := case when exists (select from public.profili p
        where p.intermediario_codice = p_intermediario and p.ruolo = 'titolare') then 'sub_abilitato' else 'titolare' end;
    end if;
    insert into public.profili (utente_id, tipo, sede_codice, intermediario_codice, esperto, ruolo)
      values (p_utente, p_tipo, p_sede, p_intermediario, p_esperto, ruolo_suo);
  end if;
  if ruolo_suo = 'sub_abilitato' then
    insert into public.nomine (intermediario_codice, codice_fiscale, stato, nome, decisa_at)
      select p_intermediario, u.codice_fiscale, 'attiva', nullif(concat_ws(' ', s.nome, s.cognome), ''), now()
      from public.utenti u left join public.soggetti s on s.codice_fiscale = u.codice_fiscale where u.id = p_utente
      on conflict (intermediario_codice, codice_fiscale)
      do update set stato = 'attiva', nome = excluded.nome, decisa_at = now();
  end if;
  perform public.rivedi_appuntamenti(p_utente);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Makes a user with a profilo, or gives one that exists the profilo they lack; a PIN that is theirs is left alone. One row
-- of the register, or none if nothing changed.
create function public.registra_utente(p_codice_fiscale text, p_hash text, p_pin_iniziale boolean, p_tipo text, p_sede text,
  p_intermediario text, p_esperto boolean)
returns table (esito text, utente uuid, nuovo boolean)
language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('utenti', 0));
  nuovo := false;
  esito := case
    when p_sede is not null and not exists (select from public.sedi s where s.codice = p_sede) then 'sede_inesistente'
    when p_intermediario is not null
      and not exists (select from public.intermediari i where i.codice = p_intermediario) then 'intermediario_inesistente' end;
  if esito is null then
    insert into public.utenti (codice_fiscale, pin_hash, pin_iniziale) values (p_codice_fiscale, p_hash, p_pin_iniziale)
      on conflict (codice_fiscale) do nothing returning id into utente;
    nuovo := found;
    if not nuovo then
      select u.id into utente from public.utenti u where u.codice_fiscale = p_codice_fiscale;
    end if;
    esito := public.nuovo_profilo(utente, p_tipo, p_sede, p_intermediario, p_esperto);
    -- Who was made a delegato before they could log in finds the profilo that opens those drawers.
    insert into public.profili (utente_id, tipo)
      select utente, 'delegato' where exists (
        select from public.deleghe d where d.delegato_codice_fiscale = p_codice_fiscale and d.stato = 'attiva'
          and (d.fine is null or d.fine >= public.oggi()))
      on conflict do nothing;
  end if;
  if esito = 'ok' then
    perform public.annota_amministrazione(case when nuovo then 'utente_creato' else 'profilo_dato' end, utente,
      public.profilo_in_parole(p_tipo, p_sede, p_intermediario, p_esperto), null);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- An amministratore makes a user. Who can log in already keeps their PIN, and gets a profilo at their own page.
create function public.crea_utente(p_codice_fiscale text, p_hash text, p_tipo text, p_sede text, p_intermediario text,
  p_esperto boolean)
returns table (esito text, utente uuid)
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('utenti', 0));
  if public.amministratore_corrente() is null then
    esito := 'non_trovata';
    return next;
    return;
  end if;
  select 'gia_utente', u.id into esito, utente from public.utenti u where u.codice_fiscale = p_codice_fiscale;
  if not found then
    select r.esito, r.utente into esito, utente
      from public.registra_utente(p_codice_fiscale, p_hash, true, p_tipo, p_sede, p_intermediario, p_esperto) r;
  end if;
  return next;
end
$$;
--> statement-breakpoint

create function public.dai_profilo(p_utente uuid, p_tipo text, p_sede text, p_intermediario text, p_esperto boolean,
  p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  esito text := public.perche_non_si_tocca(p_utente, p_motivo);
begin
  esito := case
    when esito is not null then esito
    when p_sede is not null and not exists (select from public.sedi s where s.codice = p_sede) then 'sede_inesistente'
    when p_intermediario is not null
      and not exists (select from public.intermediari i where i.codice = p_intermediario) then 'intermediario_inesistente' end;
  if esito is null then
    esito := public.nuovo_profilo(p_utente, p_tipo, p_sede, p_intermediario, p_esperto);
  end if;
  if esito = 'ok' then
    perform public.annota_amministrazione('profilo_dato', p_utente,
      public.profilo_in_parole(p_tipo, p_sede, p_intermediario, p_esperto), p_motivo);
  end if;
  return esito;
end
$$;
--> statement-breakpoint

-- Takes a profilo away, and with it (foreign key) the sessions that are using it. A delegato is one as long as somebody's
-- delega says so, and the next archive would give the profilo back; sub-abilitati work in the name of a titolare. What
-- somebody of a sede had in charge is nobody's then (0010), what was booked with an esperto is to be moved.
create function public.togli_profilo(p_utente uuid, p_profilo uuid, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  esito text := public.perche_non_si_tocca(p_utente, p_motivo);
  suo text;
  via public.profili;
begin
  if esito is not null then
    return esito;
  end if;
  select p.* into via from public.profili p where p.id = p_profilo and p.utente_id = p_utente;
  if not found then
    return 'senza_profilo';
  end if;
  select u.codice_fiscale into suo from public.utenti u where u.id = p_utente;
  if via.tipo = 'delegato' and exists (
    select from public.deleghe d where d.delegato_codice_fiscale = suo and d.stato = 'attiva'
      and (d.fine is null or d.fine >= public.oggi())
  ) then
    return 'con_deleghe';
  end if;
  if via.intermediario_codice is not null then
    -- Whoever is accepting a nomina comes first, and is a sub-abilitato then.
    perform pg_advisory_xact_lock(hashtextextended('studio ' || via.intermediario_codice, 0));
    perform from public.nomine n where n.intermediario_codice = via.intermediario_codice and n.stato = 'proposta' for update;
    if via.ruolo = 'titolare' and exists (select from public.profili p
      where p.intermediario_codice = via.intermediario_codice and p.ruolo = 'sub_abilitato')
    then
      return 'con_sub_abilitati';
    end if;
    update public.nomine n set stato = 'revocata', decisa_at = now()
      where n.intermediario_codice = via.intermediario_codice and n.stato in ('proposta', 'attiva')
        and (via.ruolo = 'titolare' or n.codice_fiscale = suo);
  end if;
  if via.esperto then
    perform public.ferma_agenda(via.sede_codice);
  end if;
  delete from public.profili p where p.id = via.id;
  perform public.rivedi_appuntamenti(p_utente);
  perform public.annota_amministrazione('profilo_tolto', p_utente,
    public.profilo_in_parole(via.tipo, via.sede_codice, via.intermediario_codice, via.esperto), p_motivo);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Shuts a user out at once (true), or lets them in again with what they had (false).
create function public.sospendi_utente(p_utente uuid, p_sospeso boolean, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  esito text := public.perche_non_si_tocca(p_utente, p_motivo);
begin
  if esito is not null then
    return esito;
  end if;
  if p_sospeso = (select u.disabilitato_at is not null from public.utenti u where u.id = p_utente) then
    return case when p_sospeso then 'gia_sospeso' else 'non_sospeso' end;
  end if;
  perform public.ferma_agenda(p.sede_codice) from public.profili p
    where p.utente_id = p_utente and p.esperto order by p.sede_codice;
  update public.utenti u set disabilitato_at = case when p_sospeso then now() end where u.id = p_utente;
  update public.sessioni s set chiusa_at = now() where s.utente_id = p_utente and s.chiusa_at is null;
  perform public.rivedi_appuntamenti(p_utente);
  perform public.annota_amministrazione(case when p_sospeso then 'utente_sospeso' else 'utente_riammesso' end, p_utente, null,
    p_motivo);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Replaces a PIN by one that serves once, and ends every session of the user, who is told so if they have an address.
-- p_visto: the last event about the user that who asks has seen; a form that is sent again would make void the PIN that
-- was just handed over.
create function public.dai_pin(p_utente uuid, p_hash text, p_visto bigint, p_motivo text)
returns table (esito text, avvisata boolean)
language plpgsql security definer set search_path = '' as $$
begin
  esito := coalesce(public.perche_non_si_tocca(p_utente, p_motivo), case when exists (
    select from public.eventi_amministrazione e where e.utente_id = p_utente and e.id > p_visto and e.evento = 'pin_dato')
    then 'pin_gia_dato' end, 'ok');
  avvisata := false;
  if esito = 'ok' then
    update public.utenti u set pin_hash = p_hash, pin_iniziale = true where u.id = p_utente;
    update public.sessioni s set chiusa_at = now() where s.utente_id = p_utente and s.chiusa_at is null;
    perform public.annota_amministrazione('pin_dato', p_utente, null, p_motivo);
    begin
      perform public.accoda_posta(s.email, 'pin_sostituito') from public.utenti u
        join public.soggetti s on s.codice_fiscale = u.codice_fiscale where u.id = p_utente and s.email is not null;
      avvisata := found;
    exception when check_violation then
      null;
    end;
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- A user as an amministratore sees them: who, with which profili, and when they last logged in, of what is still kept.
create function public.scheda_utente(p_utente uuid)
returns table (id uuid, codice_fiscale text, nome text, cognome text, pin_iniziale boolean, creato_at timestamptz,
  disabilitato_at timestamptz, ultimo_accesso timestamptz, profili json)
language sql stable set search_path = ''
begin atomic
  select u.id, u.codice_fiscale, s.nome, s.cognome, u.pin_iniziale, u.creato_at, u.disabilitato_at,
    (select max(x.creata_at) from public.sessioni x where x.utente_id = u.id),
    coalesce((
      select pg_catalog.json_agg(pg_catalog.json_build_object('id', p.id, 'tipo', p.tipo, 'sede', p.sede_codice,
        'intermediario', p.intermediario_codice, 'dove', coalesce(se.denominazione, i.denominazione), 'ruolo', p.ruolo,
        'esperto', p.esperto) order by p.tipo, p.sede_codice, p.intermediario_codice)
      from public.profili p
      left join public.sedi se on se.codice = p.sede_codice
      left join public.intermediari i on i.codice = p.intermediario_codice
      where p.utente_id = u.id), '[]')
  from public.utenti u
  left join public.soggetti s on s.codice_fiscale = u.codice_fiscale
  where u.id = p_utente;
end;
--> statement-breakpoint
create function public.leggi_utente(p_utente uuid)
returns table (id uuid, codice_fiscale text, nome text, cognome text, pin_iniziale boolean, creato_at timestamptz,
  disabilitato_at timestamptz, ultimo_accesso timestamptz, profili json)
language sql stable security definer set search_path = ''
begin atomic
  select s.* from public.scheda_utente(p_utente) s where public.amministratore_corrente() is not null;
end;
--> statement-breakpoint

-- Who in the whole country answers to all these words, or the start of them; null when they are more than 5,000.
create function public.omonimi(p_parole text) returns text[]
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  ricerca tsquery := public.parole_cercate(p_parole);
  trovati text[] := array(
    select s.codice_fiscale from public.soggetti s
    where array_to_tsvector(array_remove(string_to_array(public.normalizza_ricerca(
      left(s.cognome, 100) || ' ' || left(s.nome, 100)), ' '), '')) operator(pg_catalog.@@) ricerca
    limit 5001);
begin
  return case when cardinality(trovati) <= 5000 then trovati end;
end
$$;
--> statement-breakpoint
-- Whether a name says too little to look through all users for it.
create function public.nome_troppo_comune(p_parole text) returns boolean
language sql stable security definer set search_path = ''
return (select public.omonimi(p_parole) is null where public.amministratore_corrente() is not null);
--> statement-breakpoint

-- Users by name, from after p_dopo on. Those who work for the institute, of whatever a filter says; all others only to who
-- asks for one, by codice fiscale or by a name that few have. p_filtro: sede, amministratori, intermediari, sospesi.
-- Tables are read row by row where a user is known: a join might read all that there are.
create function public.elenca_utenti(p_codice_fiscale text, p_parole text, p_filtro text, p_dopo uuid, p_quanti integer)
returns table (id uuid, codice_fiscale text, nome text, cognome text, pin_iniziale boolean, creato_at timestamptz,
  disabilitato_at timestamptz, ultimo_accesso timestamptz, profili json)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  tipi text[] := case p_filtro when 'sede' then array['operatore', 'responsabile']
    when 'amministratori' then array['amministratore'] when 'intermediari' then array['intermediario'] end;
  ricerca tsquery := public.parole_cercate(p_parole);
  stessi text[];
  trovati uuid[];
begin
  if public.amministratore_corrente() is null then
    return;
  end if;
  if p_codice_fiscale is not null then
    stessi := array[p_codice_fiscale];
  elsif p_parole is not null then
    stessi := public.omonimi(p_parole);
  end if;
  if stessi is not null then
    trovati := array(select u.id from unnest(stessi) c(cf) cross join lateral
      (select x.id from public.utenti x where x.codice_fiscale = c.cf limit 1) u);
  elsif p_filtro = 'intermediari' or p_parole is not null and ricerca is null then
    return;
  end if;
  return query
    with candidati as materialized (
      select t.id from unnest(trovati) t(id)
      union
      select p.utente_id from public.profili p
      where trovati is null and p_filtro is distinct from 'sospesi'
        and p.tipo in ('operatore', 'responsabile', 'amministratore')
      union
      select u.id from public.utenti u where trovati is null and p_filtro = 'sospesi' and u.disabilitato_at is not null
    ), scelti as (
      select c.id, coalesce(s.cognome, u.codice_fiscale) as cognome, coalesce(s.nome, '') as nome
      from candidati c
      cross join lateral (select x.codice_fiscale, x.disabilitato_at from public.utenti x where x.id = c.id limit 1) u
      left join lateral (select x.cognome, x.nome from public.soggetti x where x.codice_fiscale = u.codice_fiscale limit 1) s
        on true
      where (p_filtro is distinct from 'sospesi' or u.disabilitato_at is not null)
        and (tipi is null or exists (select from public.profili p where p.utente_id = c.id and p.tipo = any(tipi)))
        and (trovati is not null or p_parole is null or array_to_tsvector(array_remove(string_to_array(
          public.normalizza_ricerca(left(s.cognome, 100) || ' ' || left(s.nome, 100)), ' '), ''))
          operator(pg_catalog.@@) ricerca)
    ), ultimo as (
      select coalesce(s.cognome, u.codice_fiscale) as cognome, coalesce(s.nome, '') as nome
      from public.utenti u left join public.soggetti s on s.codice_fiscale = u.codice_fiscale where u.id = p_dopo
    ), pagina as materialized (
      select c.id, c.cognome, c.nome from scelti c
      where p_dopo is null or (c.cognome collate "it-x-icu", c.nome collate "it-x-icu", c.id) > (
        select d.cognome collate "it-x-icu", d.nome collate "it-x-icu", p_dopo from ultimo d)
      order by c.cognome collate "it-x-icu", c.nome collate "it-x-icu", c.id limit p_quanti
    )
    select s.* from pagina g cross join lateral public.scheda_utente(g.id) s
    order by g.cognome collate "it-x-icu", g.nome collate "it-x-icu", g.id;
end
$$;
--> statement-breakpoint
grant execute on function public.amministratore_corrente(), public.crea_utente(text, text, text, text, text, boolean),
  public.dai_profilo(uuid, text, text, text, boolean, text), public.togli_profilo(uuid, uuid, text),
  public.sospendi_utente(uuid, boolean, text), public.dai_pin(uuid, text, bigint, text), public.leggi_utente(uuid),
  public.nome_troppo_comune(text), public.elenca_utenti(text, text, text, uuid, integer) to cassetto_app;
--> statement-breakpoint

-- Argomenti and motivi: whoever writes them, the row is written with them. The trigger's argument is what they are called.
create function public.annota_scelta() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform public.annota_amministrazione(tg_argv[0] || case tg_op when 'INSERT' then '_creato' else '_cambiato' end, null,
    new.codice, null);
  return null;
end
$$;
--> statement-breakpoint
create trigger argomenti_creati after insert on public.argomenti
  for each row execute function public.annota_scelta('argomento');
--> statement-breakpoint
create trigger argomenti_cambiati after update on public.argomenti
  for each row when (old is distinct from new) execute function public.annota_scelta('argomento');
--> statement-breakpoint
create trigger motivi_creati after insert on public.motivi_appuntamento
  for each row execute function public.annota_scelta('motivo');
--> statement-breakpoint
create trigger motivi_cambiati after update on public.motivi_appuntamento
  for each row when (old is distinct from new) execute function public.annota_scelta('motivo');
--> statement-breakpoint

-- Dead letters that go out again: one row for all that one act has touched, which is one transaction.
create function public.annota_ritentata() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from public.eventi_amministrazione e
    where e.quando_at = now() and e.evento = 'posta_ritentata'
      and e.autore_id is not distinct from (select c.utente from public.chi_agisce() c)
  ) then
    perform public.annota_amministrazione('posta_ritentata', null, null, null);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger posta_ritentata after update of abbandonata_at on public.posta
  for each row when (old.abbandonata_at is not null and new.abbandonata_at is null)
  execute function public.annota_ritentata();
--> statement-breakpoint

-- What was done in the institute, latest first, to an amministratore: what they did themselves, what courts decided and was
-- entered or ended, which drawers somebody of a sede looked into and why. Whose drawer that was is told only of one person
-- that is asked about, by codice fiscale: to look into what somebody did, not to see what passes by.
-- p_prima: the cursore of the last row of the page before. What does not apply is left out of the plan, as in 0014.
create function public.registro_istituto(p_prima text, p_codice_fiscale text, p_quante integer)
returns table (cursore text, quando_at timestamptz, cosa text, profilo text, chi text, per_conto text, oggetto text,
  motivo text, utente uuid, persona text)
language plpgsql stable rows 50 security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  di uuid;
  prima timestamptz := 'infinity';
  prima_fonte integer := 9;
  prima_id bigint := 0;
begin
  if public.amministratore_corrente() is null then
    return;
  end if;
  if p_codice_fiscale is not null then
    select u.id into di from public.utenti u where u.codice_fiscale = p_codice_fiscale;
    if di is null then
      return;
    end if;
  end if;
  if p_prima is not null then
    prima := timestamptz 'epoch' + split_part(p_prima, '-', 1)::bigint * interval '1 microsecond';
    prima_fonte := split_part(p_prima, '-', 2);
    prima_id := split_part(p_prima, '-', 3);
  end if;
  return query
  with righe as materialized (
    select r.* from (
      (select 0 as fonte, e.id, e.quando_at as quando, e.evento as cosa,
        case when e.autore_id is not null then 'amministratore' end as profilo, e.chi, null::text as per_conto, e.oggetto,
        e.motivo, e.utente_id as su, null::uuid as posizione, null::text as datore
      from public.eventi_amministrazione e
      where (di is null or e.autore_id = di)
        and e.quando_at <= prima and (e.quando_at, 0, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      (select 1, e.id, e.quando_at, 'tutela_' || e.evento, 'amministratore', e.chi, null, null, e.motivo, null, null,
        e.datore_codice_fiscale
      from public.eventi_delega e
      where (di is null or e.utente_id = di) and e.evento in ('registrata', 'chiusa_da_istituto')
        and e.quando_at <= prima and (e.quando_at, 1, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      (select 2, a.id, a.quando_at, 'cassetto_' || a.cosa, a.profilo, a.chi, a.per_conto,
        case when di is not null then a.rapporto end, a.motivo, null, a.posizione_id, null
      from public.accessi a
      where (di is null or a.utente_id = di) and a.profilo in ('operatore', 'responsabile')
        and a.quando_at <= prima and (a.quando_at, 2, a.id) < (prima, prima_fonte, prima_id)
      order by a.quando_at desc, a.id desc limit p_quante)
    ) r
    order by r.quando desc, r.fonte desc, r.id desc limit p_quante
  )
  select (extract(epoch from r.quando) * 1000000)::bigint || '-' || r.fonte || '-' || r.id, r.quando, r.cosa, r.profilo,
    r.chi, r.per_conto,
    case
      when r.cosa like 'argomento\_%' then coalesce((select a.nome from public.argomenti a where a.codice = r.oggetto), r.oggetto)
      when r.cosa like 'motivo\_%' then
        coalesce((select m.nome from public.motivi_appuntamento m where m.codice = r.oggetto), r.oggetto)
      else r.oggetto end,
    r.motivo, r.su,
    case when r.su is not null or di is not null then (
      select coalesce(nullif(concat_ws(' ', s.nome, s.cognome), ''), c.cf) from (select coalesce(r.datore,
        (select u.codice_fiscale from public.utenti u where u.id = r.su),
        (select p.codice_fiscale from public.posizioni p where p.id = r.posizione)) as cf) c
      left join lateral (select x.nome, x.cognome from public.soggetti x where x.codice_fiscale = c.cf limit 1) s on true) end
  from righe r
  order by r.quando desc, r.fonte desc, r.id desc;
end
$$;
--> statement-breakpoint
grant execute on function public.registro_istituto(text, text, integer) to cassetto_app;
