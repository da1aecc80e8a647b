-- The third gate. Whoever runs this migration owns the tables; the application takes on cassetto_app
-- inside each transaction and sees only what the session it names may see.
-- See docs/decisioni/0003-cinque-porte.md.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'cassetto_app') then
    create role cassetto_app nologin nobypassrls;
  end if;
end
$$;
--> statement-breakpoint
grant usage on schema public to cassetto_app;
--> statement-breakpoint
grant usage on schema drizzle to cassetto_app;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to cassetto_app;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint
-- Functions are granted one by one, below and in later migrations.
alter default privileges revoke execute on functions from public;
--> statement-breakpoint

-- Row-level security: forced, so that the owner too passes through a policy that can be read here.
do $$
declare
  tabella text;
begin
  foreach tabella in array array['soggetti', 'posizioni', 'rapporti', 'variazioni_rapporto', 'contributi',
    'versamenti', 'intermediari', 'deleghe', 'utenti', 'profili', 'sessioni', 'tentativi', 'importazioni', 'accessi']
  loop
    execute format('alter table public.%I force row level security', tabella);
    execute format('create policy proprietario on public.%I to current_user using (true) with check (true)', tabella);
  end loop;
end
$$;
--> statement-breakpoint

-- The civil date the policies compare with: OGGI when the application was started with one.
create function public.oggi() returns date
language sql stable set search_path = ''
return coalesce(
  nullif(pg_catalog.current_setting('app.oggi', true), '')::date,
  (pg_catalog.now() at time zone 'Europe/Rome')::date
);
--> statement-breakpoint

-- The session named by app.sessione (hex SHA-256 of the cookie's secret), if it is still good for something:
-- not closed, seen in the last 15 minutes, begun in the last 12 hours, its user not disabled.
-- The two limits stand in lib/auth/rules.ts as well; a test compares them.
create function public.sessione_corrente()
returns table (sessione uuid, utente uuid, profilo uuid, tipo text, codice_fiscale text, sede text,
  intermediario text, pin_iniziale boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.id, u.id, p.id, p.tipo, u.codice_fiscale, p.sede_codice, p.intermediario_codice, u.pin_iniziale
    from public.sessioni s
    join public.utenti u on u.id = s.utente_id
    left join public.profili p on p.id = s.profilo_id and p.utente_id = u.id
    where s.chiave = pg_catalog.decode(nullif(pg_catalog.current_setting('app.sessione', true), ''), 'hex')
      and s.chiusa_at is null
      and s.vista_at > pg_catalog.now() - interval '15 minutes'
      and s.creata_at > pg_catalog.now() - interval '12 hours'
      and u.disabilitato_at is null;
end
$$;
--> statement-breakpoint

create function public.utente_corrente() returns uuid
language sql stable security definer set search_path = ''
return (select c.utente from public.sessione_corrente() c);
--> statement-breakpoint

-- The posizioni the current profile may open. While a drawer is open (app.posizione) the answer is that one
-- or nothing, so that its cost does not grow with the number of deleghe.
create function public.posizioni_visibili() returns setof uuid
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
        and d.data_inizio <= public.oggi() and (d.data_fine is null or d.data_fine >= public.oggi())
        and (aperta is null or d.posizione_id = aperta);
  elsif chi.tipo = 'intermediario' then
    return query
      select d.posizione_id from public.deleghe d
      where d.tipo = 'professionale' and d.intermediario_codice = chi.intermediario and d.stato = 'attiva'
        and d.data_inizio <= public.oggi() and (d.data_fine is null or d.data_fine >= public.oggi())
        and (aperta is null or d.posizione_id = aperta);
  end if;
end
$$;
--> statement-breakpoint

-- Only the employer reads the access register of their own drawer.
create function public.posizioni_proprie() returns setof uuid
language sql stable security definer set search_path = ''
begin atomic
  select p.id
  from public.sessione_corrente() c
  join public.posizioni p on p.codice_fiscale = c.codice_fiscale
  where c.tipo = 'datore' and not c.pin_iniziale;
end;
--> statement-breakpoint

-- In an open drawer: its datore, its lavoratori, its delegati. Outside: the datori of all visible drawers.
create function public.soggetti_visibili() returns setof text
language plpgsql stable security definer set search_path = '' as $$
declare
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
begin
  if aperta is null then
    return query
      select p.codice_fiscale from public.posizioni p
      where p.id = any(array(select public.posizioni_visibili()));
  -- With a drawer open, posizioni_visibili() answers with that drawer or with nothing.
  elsif exists (select from public.posizioni_visibili()) then
    return query
      select p.codice_fiscale from public.posizioni p where p.id = aperta
      union all
      select r.lavoratore from public.rapporti r where r.posizione_id = aperta
      union all
      select d.delegato_codice_fiscale from public.deleghe d
      where d.posizione_id = aperta and d.delegato_codice_fiscale is not null;
  end if;
end
$$;
--> statement-breakpoint

create policy visibili on public.posizioni for select to cassetto_app
  using (id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.rapporti for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.variazioni_rapporto for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.contributi for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.versamenti for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.deleghe for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_visibili())));
--> statement-breakpoint
create policy visibili on public.soggetti for select to cassetto_app
  using (codice_fiscale = any(array(select public.soggetti_visibili())));
--> statement-breakpoint
-- Intermediari are listed by the institute; still, nobody reads the list without a session.
create policy con_sessione on public.intermediari for select to cassetto_app
  using ((select public.utente_corrente()) is not null);
--> statement-breakpoint
create policy propri on public.utenti for select to cassetto_app
  using (id = (select public.utente_corrente()));
--> statement-breakpoint
create policy propri on public.profili for select to cassetto_app
  using (utente_id = (select public.utente_corrente()));
--> statement-breakpoint
create policy proprie on public.sessioni for select to cassetto_app
  using (utente_id = (select public.utente_corrente()));
--> statement-breakpoint
-- Only what is still open: a session that was closed stays closed.
create policy proprie_da_cambiare on public.sessioni for update to cassetto_app
  using (utente_id = (select public.utente_corrente()) and chiusa_at is null)
  with check (profilo_id is null or profilo_id in (select p.id from public.profili p));
--> statement-breakpoint
create policy dell_amministratore on public.importazioni for select to cassetto_app
  using ((select c.tipo from public.sessione_corrente() c) = 'amministratore');
--> statement-breakpoint
create policy del_datore on public.accessi for select to cassetto_app
  using (posizione_id = any(array(select public.posizioni_proprie())));
--> statement-breakpoint

grant select on public.sedi, public.soggetti, public.posizioni, public.rapporti, public.variazioni_rapporto,
  public.contributi, public.versamenti, public.deleghe, public.intermediari, public.importazioni, public.accessi,
  public.profili to cassetto_app;
--> statement-breakpoint
-- Never the PIN's hash, never the session's key.
grant select (id, codice_fiscale, pin_iniziale, creato_at) on public.utenti to cassetto_app;
--> statement-breakpoint
grant select (id, utente_id, profilo_id, dispositivo, creata_at, vista_at, chiusa_at) on public.sessioni to cassetto_app;
--> statement-breakpoint
grant update (profilo_id, chiusa_at) on public.sessioni to cassetto_app;
--> statement-breakpoint

-- The register only grows.
create function public.registro_immutabile() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'the access register cannot be changed' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger accessi_immutabili before update or delete on public.accessi
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger accessi_non_svuotabili before truncate on public.accessi
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint

-- Whose session this is, in one statement; notes that it was seen, at most every 30 seconds.
create function public.apri_sessione()
returns table (sessione uuid, utente uuid, profilo uuid, tipo text, codice_fiscale text, nome text, cognome text,
  pin_iniziale boolean, sede text, sede_denominazione text, intermediario text, intermediario_denominazione text,
  profili integer)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
begin
  select * into chi from public.sessione_corrente();
  if not found then
    return;
  end if;
  update public.sessioni s set vista_at = pg_catalog.now()
    where s.id = chi.sessione and s.vista_at < pg_catalog.now() - interval '30 seconds';
  return query
    select chi.sessione::uuid, chi.utente::uuid, chi.profilo::uuid, chi.tipo::text, chi.codice_fiscale::text,
      so.nome, so.cognome, chi.pin_iniziale::boolean, chi.sede::text, se.denominazione, chi.intermediario::text,
      i.denominazione,
      (select pg_catalog.count(*)::integer from public.profili p where p.utente_id = chi.utente)
    from (select 1) uno
    left join public.soggetti so on so.codice_fiscale = chi.codice_fiscale
    left join public.sedi se on se.codice = chi.sede
    left join public.intermediari i on i.codice = chi.intermediario;
end
$$;
--> statement-breakpoint

-- Opens the drawer named by app.posizione: no row if it is not the viewer's to open (or has no such rapporto).
-- Writes the register when the drawer is not the viewer's own; p_registra is false for a prefetch.
create function public.apri_cassetto(p_cosa text, p_rapporto text, p_registra boolean)
returns table (posizione uuid, codice_fiscale text, nome text, cognome text)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
begin
  if aperta is null or aperta not in (select public.posizioni_visibili()) then
    return;
  end if;
  if p_rapporto is not null and not exists (
    select from public.rapporti r where r.posizione_id = aperta and r.codice = p_rapporto
  ) then
    return;
  end if;
  select * into chi from public.sessione_corrente();
  if chi.tipo <> 'datore' and p_registra then
    insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, rapporto)
    select aperta, chi.utente, chi.tipo,
      coalesce(pg_catalog.concat_ws(' ', s.nome, s.cognome), 'Utente ' || pg_catalog.left(chi.utente::text, 8)),
      i.denominazione, p_cosa, p_rapporto
    from (select 1) uno
    left join public.soggetti s on s.codice_fiscale = chi.codice_fiscale
    left join public.intermediari i on i.codice = chi.intermediario;
  end if;
  return query
    select p.id, p.codice_fiscale, s.nome, s.cognome
    from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    where p.id = aperta;
end
$$;
--> statement-breakpoint

-- Counts one try to log in, before anything is hashed; false: refuse without looking.
-- At most 5 tries per user in 15 minutes; a pair user + address that burns them all is shut out for 15 minutes,
-- then 30, then 60 and so on up to 8 hours, so that a stranger cannot keep somebody locked out;
-- at most 30 failures a minute per address.
create function public.conta_tentativo(p_utente bytea, p_indirizzo bytea, p_coppia bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  adesso timestamptz := pg_catalog.clock_timestamp();
  coppia public.tentativi;
  recenti timestamptz[];
begin
  -- One lock order for all: address, pair, user.
  insert into public.tentativi (chiave) values (p_indirizzo), (p_coppia), (p_utente) on conflict do nothing;

  select array(select t from pg_catalog.unnest(istanti) t where t > adesso - interval '1 minute') into recenti
    from public.tentativi where chiave = p_indirizzo for update;
  if pg_catalog.cardinality(recenti) >= 30 then
    return false;
  end if;
  update public.tentativi set istanti = recenti || adesso, visto_at = adesso where chiave = p_indirizzo;

  select * into coppia from public.tentativi where chiave = p_coppia for update;
  if coppia.bloccato_fino_at > adesso then
    return false;
  end if;

  select array(select t from pg_catalog.unnest(istanti) t where t > adesso - interval '15 minutes') into recenti
    from public.tentativi where chiave = p_utente for update;
  if pg_catalog.cardinality(recenti) >= 5 then
    return false;
  end if;
  update public.tentativi set istanti = recenti || adesso, visto_at = adesso where chiave = p_utente;

  recenti := array(select t from pg_catalog.unnest(coppia.istanti) t where t > adesso - interval '15 minutes') || adesso;
  if pg_catalog.cardinality(recenti) >= 5 then
    update public.tentativi set istanti = '{}', visto_at = adesso, blocchi = least(coppia.blocchi + 1, 6),
      bloccato_fino_at = adesso + interval '15 minutes' * pg_catalog.power(2, least(coppia.blocchi, 5))
      where chiave = p_coppia;
  else
    update public.tentativi set istanti = recenti, visto_at = adesso where chiave = p_coppia;
  end if;
  return true;
end
$$;
--> statement-breakpoint

-- A try that turned out right is taken back; the wrong ones before it stay counted.
create function public.ritira_tentativo(p_utente bytea, p_indirizzo bytea, p_coppia bytea) returns void
language sql security definer set search_path = ''
begin atomic
  update public.tentativi
    set istanti = istanti[1:pg_catalog.cardinality(istanti) - 1], blocchi = 0, bloccato_fino_at = null
    where chiave in (p_utente, p_indirizzo, p_coppia);
end;
--> statement-breakpoint

create function public.leggi_credenziali(p_codice_fiscale text) returns table (utente uuid, pin_hash text)
language sql stable security definer set search_path = ''
begin atomic
  select u.id, u.pin_hash from public.utenti u
  where u.codice_fiscale = p_codice_fiscale and u.disabilitato_at is null;
end;
--> statement-breakpoint

-- A new session, with its profile already chosen when the user has only one.
create function public.crea_sessione(p_utente uuid, p_chiave bytea, p_dispositivo text) returns void
language sql security definer set search_path = ''
begin atomic
  insert into public.sessioni (utente_id, chiave, dispositivo, profilo_id)
  select p_utente, p_chiave, p_dispositivo,
    case when pg_catalog.count(*) = 1 then (pg_catalog.array_agg(p.id))[1] end
  from public.profili p where p.utente_id = p_utente;
end;
--> statement-breakpoint

-- Replaces the PIN of whoever is logged in, and ends their other sessions.
create function public.cambia_pin(p_hash text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
begin
  select * into strict chi from public.sessione_corrente();
  update public.utenti set pin_hash = p_hash, pin_iniziale = false where id = chi.utente;
  update public.sessioni set chiusa_at = pg_catalog.now()
    where utente_id = chi.utente and id <> chi.sessione and chiusa_at is null;
end
$$;
--> statement-breakpoint
revoke execute on all functions in schema public from public;
--> statement-breakpoint
grant execute on function public.oggi(), public.sessione_corrente(), public.utente_corrente(),
  public.posizioni_visibili(), public.posizioni_proprie(), public.soggetti_visibili(), public.apri_sessione(),
  public.apri_cassetto(text, text, boolean), public.conta_tentativo(bytea, bytea, bytea),
  public.ritira_tentativo(bytea, bytea, bytea), public.leggi_credenziali(text),
  public.crea_sessione(uuid, bytea, text), public.cambia_pin(text) to cassetto_app;
