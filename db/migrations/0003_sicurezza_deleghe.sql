-- Deleghe: who gives them, who decides, who ends them, and the desk of who holds them.
-- What may happen to a delega is said twice, here and in lib/deleghe/rules.ts; a property test compares the two.
-- See docs/decisioni/0014-deleghe.md and 0015-scrivania.md.
create schema if not exists estensioni;
--> statement-breakpoint
create extension if not exists btree_gist schema estensioni;
--> statement-breakpoint
create extension if not exists btree_gin schema estensioni;
--> statement-breakpoint
create extension if not exists unaccent schema estensioni;
--> statement-breakpoint
grant usage on schema estensioni to cassetto_app;
--> statement-breakpoint

do $$
declare
  tabella text;
begin
  foreach tabella in array array['proposte', 'eventi_delega', 'deleganti', 'totali_deleganti', 'gruppi',
    'gruppi_deleganti', 'preferenze', 'nomine']
  loop
    execute format('alter table public.%I force row level security', tabella);
    execute format('create policy proprietario on public.%I to current_user using (true) with check (true)', tabella);
  end loop;
end
$$;
--> statement-breakpoint

create or replace function public.registro_immutabile() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'a register cannot be changed' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger eventi_delega_immutabili before update or delete on public.eventi_delega
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger eventi_delega_non_svuotabili before truncate on public.eventi_delega
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint

-- As what one acts in a drawer is for its address to say (app.profilo, set by assumi_profilo); elsewhere it is the profilo
-- that the session has chosen. One that is not the user's is none at all.
create or replace function public.sessione_corrente()
returns table (sessione uuid, utente uuid, profilo uuid, tipo text, codice_fiscale text, sede text,
  intermediario text, pin_iniziale boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.id, u.id, p.id, p.tipo, u.codice_fiscale, p.sede_codice, p.intermediario_codice, u.pin_iniziale
    from public.sessioni s
    join public.utenti u on u.id = s.utente_id
    left join public.profili p on p.utente_id = u.id
      and p.id = coalesce(nullif(pg_catalog.current_setting('app.profilo', true), '')::uuid, s.profilo_id)
    where s.chiave = pg_catalog.decode(nullif(pg_catalog.current_setting('app.sessione', true), ''), 'hex')
      and s.chiusa_at is null
      and s.vista_at > pg_catalog.now() - interval '15 minutes'
      and s.creata_at > pg_catalog.now() - interval '12 hours'
      and u.disabilitato_at is null;
end
$$;
--> statement-breakpoint

-- Acts, until the transaction ends, as that profilo of the session's user which opens the drawer named by app.posizione:
-- the chosen one if it does, else as datore, delegato, intermediario. None does: the chosen one stays, and opens nothing.
create function public.assumi_profilo() returns void
language plpgsql security definer set search_path = '' as $$
declare
  voce uuid;
begin
  for voce in
    select p.id from public.sessione_corrente() c join public.profili p on p.utente_id = c.utente
    where p.id = c.profilo or p.tipo in ('datore', 'delegato', 'intermediario')
    order by p.id is distinct from c.profilo, pg_catalog.array_position(array['datore', 'delegato', 'intermediario'], p.tipo)
  loop
    perform pg_catalog.set_config('app.profilo', voce::text, true);
    if exists (select from public.posizioni_visibili()) then
      return;
    end if;
  end loop;
  perform pg_catalog.set_config('app.profilo', '', true);
end
$$;
--> statement-breakpoint
grant execute on function public.assumi_profilo() to cassetto_app;
--> statement-breakpoint

-- The words by which people search: no accents, no capitals, no signs.
create function public.normalizza_ricerca(p_testo text) returns text
language sql immutable parallel safe set search_path = ''
return btrim(pg_catalog.regexp_replace(
  pg_catalog.lower(estensioni.unaccent('estensioni.unaccent', p_testo) collate "und-x-icu"),
  '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g'));
--> statement-breakpoint

-- Who holds deleghe behind this session, as deleganti.delegato names them.
create function public.delegato_corrente() returns text
language sql stable security definer set search_path = ''
return (select case c.tipo when 'intermediario' then 'i:' || c.intermediario when 'delegato' then 'p:' || c.codice_fiscale end
  from public.sessione_corrente() c where not c.pin_iniziale);
--> statement-breakpoint
-- The person, whatever they act as: what is offered to a person is theirs to decide under any profilo.
create function public.persona_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.codice_fiscale from public.sessione_corrente() c where not c.pin_iniziale);
--> statement-breakpoint
create function public.datore_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.codice_fiscale from public.sessione_corrente() c where c.tipo = 'datore' and not c.pin_iniziale);
--> statement-breakpoint
create function public.intermediario_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.intermediario from public.sessione_corrente() c where c.tipo = 'intermediario' and not c.pin_iniziale);
--> statement-breakpoint
create function public.titolare_corrente() returns text
language sql stable security definer set search_path = ''
return (select c.intermediario from public.sessione_corrente() c join public.profili p on p.id = c.profilo
  where p.ruolo = 'titolare' and not c.pin_iniziale);
--> statement-breakpoint

-- An archive's delega is attiva if the archive says so, nobody ended it here, and none with precedence overlaps it:
-- one granted here, or a later one of the archive. Runs when a whole archive is merged, before the desk is written
-- anew: the desk still says who held a delega that the archive has since given to another, or moved.
create function public.riconcilia_deleghe(p_oggi date) returns void
language plpgsql set search_path = '' as $$
begin
  with giudizi as (
    select d.posizione_id, d.id, case
        when d.stato_archivio = 'revocata' then 'revocata'
        -- Another took its place from a day on; whatever the archive does to its dates, it does not begin again.
        when d.ultimo_giorno < d.data_inizio then 'revocata'
        when exists (
          select from public.deleghe a
          where a.posizione_id = d.posizione_id and a.id <> d.id and a.tipo = d.tipo and a.titolo = 'volontaria'
            and daterange(a.data_inizio, a.fine, '[]') && daterange(d.data_inizio, d.fine, '[]')
            and (a.identificativo is null and a.stato = 'attiva'
              or a.stato_archivio = 'attiva' and a.chiusa_at is null
                and (a.data_inizio, a.identificativo) > (d.data_inizio, d.identificativo))
        ) then 'revocata'
        when d.fine < p_oggi then 'scaduta'
        else 'attiva' end as stato
    from public.deleghe d
    where d.identificativo is not null and d.chiusa_at is null
  ), cambiate as (
    update public.deleghe d set stato = g.stato from giudizi g
    where d.posizione_id = g.posizione_id and d.id = g.id and d.stato <> g.stato
    returning d.id, d.posizione_id, d.intermediario_codice, d.delegato_codice_fiscale, d.stato
  ), passate as (
    select d.id, d.posizione_id, g.codice_fiscale, case when g.delegato like 'i:%' then substr(g.delegato, 3) end as studio,
      case when g.delegato like 'p:%' then substr(g.delegato, 3) end as persona
    from public.deleganti g join public.deleghe d on d.id = g.delega_id
    where d.identificativo is not null and (d.posizione_id <> g.posizione_id
      or coalesce('i:' || d.intermediario_codice, 'p:' || d.delegato_codice_fiscale) <> g.delegato)
  ), ricevute as (
    select d.id, d.posizione_id, d.intermediario_codice, d.delegato_codice_fiscale
    from passate p join giudizi g on g.posizione_id = p.posizione_id and g.id = p.id and g.stato = 'attiva'
    join public.deleghe d on d.posizione_id = g.posizione_id and d.id = g.id
    where p.id not in (select c.id from cambiate c)
  )
  insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice, delegato_codice_fiscale)
  select p.id, 'chiusa_da_archivio', p.codice_fiscale, p.studio, p.persona from passate p
  union all
  select c.id, case c.stato when 'attiva' then 'attivata_da_archivio' when 'scaduta' then 'scaduta' else 'chiusa_da_archivio' end,
    p.codice_fiscale, c.intermediario_codice, c.delegato_codice_fiscale
  from cambiate c join public.posizioni p on p.id = c.posizione_id
  where c.stato = 'attiva' or c.id not in (select q.id from passate q)
  union all
  select r.id, 'attivata_da_archivio', p.codice_fiscale, r.intermediario_codice, r.delegato_codice_fiscale
  from ricevute r join public.posizioni p on p.id = r.posizione_id;

  -- Whoever can log in finds the profilo that opens what the archive gave them.
  insert into public.profili (utente_id, tipo)
    select distinct u.id, 'delegato' from public.deleghe d
    join public.utenti u on u.codice_fiscale = d.delegato_codice_fiscale
    where d.identificativo is not null and d.stato = 'attiva'
    on conflict do nothing;
end
$$;
--> statement-breakpoint
select public.riconcilia_deleghe(public.oggi());
--> statement-breakpoint
-- Never two where there may be one. An archive is merged with both deferred: its rows are judged together.
alter table public.deleghe add constraint deleghe_un_intermediario
  exclude using gist (posizione_id with =, daterange(data_inizio, fine, '[]') with &&)
  where (tipo = 'professionale' and stato = 'attiva') deferrable initially immediate;
--> statement-breakpoint
alter table public.deleghe add constraint deleghe_un_delegato
  exclude using gist (posizione_id with =, daterange(data_inizio, fine, '[]') with &&)
  where (tipo = 'personale' and titolo = 'volontaria' and stato = 'attiva') deferrable initially immediate;
--> statement-breakpoint

-- The posizioni the current profile may open. While a drawer is open (app.posizione) the answer is that one or
-- nothing. Outside a drawer an intermediario has none: the desk is `deleganti`, whose cost does not grow.
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
  end if;
end
$$;
--> statement-breakpoint

create policy delle_parti on public.proposte for select to cassetto_app
  using (datore_codice_fiscale = (select public.datore_corrente())
    or delegato_codice_fiscale = (select public.persona_corrente())
    or intermediario_codice = (select public.intermediario_corrente()));
--> statement-breakpoint
-- That somebody refused what a studio asked is not the studio's to know: only a datore can refuse.
create policy delle_parti on public.eventi_delega for select to cassetto_app
  using (datore_codice_fiscale = (select public.datore_corrente())
    or delegato_codice_fiscale = (select public.persona_corrente())
    or intermediario_codice = (select public.intermediario_corrente()) and (evento <> 'rifiutata' or per_conto is not null));
--> statement-breakpoint
create policy di_chi_le_ha on public.deleganti for select to cassetto_app
  using (delegato = (select public.delegato_corrente())
    and dal <= (select public.oggi()) and (al is null or al >= (select public.oggi())));
--> statement-breakpoint
create policy dello_studio on public.gruppi for select to cassetto_app
  using (intermediario_codice = (select public.intermediario_corrente()));
--> statement-breakpoint
create policy del_titolare on public.gruppi to cassetto_app
  using (intermediario_codice = (select public.titolare_corrente()))
  with check (intermediario_codice = (select public.titolare_corrente()));
--> statement-breakpoint
create policy dello_studio on public.gruppi_deleganti for select to cassetto_app
  using (intermediario_codice = (select public.intermediario_corrente()));
--> statement-breakpoint
create policy del_titolare on public.gruppi_deleganti to cassetto_app
  using (intermediario_codice = (select public.titolare_corrente()))
  with check (intermediario_codice = (select public.titolare_corrente())
    and gruppo_id in (select g.id from public.gruppi g)
    and posizione_id in (select d.posizione_id from public.deleganti d));
--> statement-breakpoint
create policy del_datore on public.preferenze to cassetto_app
  using (posizione_id = any(array(select public.posizioni_proprie())))
  with check (posizione_id = any(array(select public.posizioni_proprie())));
--> statement-breakpoint
create policy delle_parti on public.nomine for select to cassetto_app
  using (codice_fiscale = (select public.persona_corrente())
    or intermediario_codice = (select public.titolare_corrente()));
--> statement-breakpoint
-- The titolare sees what was done in the studio's name, in whatever drawer.
create policy del_titolare on public.accessi for select to cassetto_app
  using (intermediario_codice = (select public.titolare_corrente()));
--> statement-breakpoint
grant select on public.proposte, public.eventi_delega, public.deleganti, public.gruppi, public.gruppi_deleganti,
  public.preferenze, public.nomine to cassetto_app;
--> statement-breakpoint
-- Whole rows, because drizzle names every column when it inserts, also those it leaves to their default.
grant insert, update (nome), delete on public.gruppi to cassetto_app;
--> statement-breakpoint
grant insert, update (gruppo_id), delete on public.gruppi_deleganti to cassetto_app;
--> statement-breakpoint
grant insert, update (avvisa_se_aperto) on public.preferenze to cassetto_app;
--> statement-breakpoint

-- An archive may move a delega to another drawer; the desk follows before the merge ends.
alter table public.deleganti
  alter constraint deleganti_posizione_id_delega_id_deleghe_posizione_id_id_fk deferrable initially deferred;
--> statement-breakpoint
-- The desk's indexes: one for each order, as an Italian index sorts (Àlvarez stands with the A), and the search.
create index deleganti_per_nome on public.deleganti
  (delegato, cognome collate "it-x-icu", nome collate "it-x-icu", posizione_id);
--> statement-breakpoint
create index deleganti_per_scadenza on public.deleganti
  (delegato, coalesce(prossima_scadenza, '9999-12-31'), cognome collate "it-x-icu", nome collate "it-x-icu", posizione_id);
--> statement-breakpoint
create index deleganti_per_scaduto on public.deleganti
  (delegato, (- scaduto), cognome collate "it-x-icu", nome collate "it-x-icu", posizione_id);
--> statement-breakpoint
create index deleganti_parole on public.deleganti using gin (delegato, parole);
--> statement-breakpoint
-- What courts gave, among all the deleghe there are.
create index deleghe_tutele on public.deleghe (data_inizio, id) where titolo <> 'volontaria';
--> statement-breakpoint
-- What a studio will hold, among the tens of thousands it holds.
create index deleghe_future on public.deleghe (intermediario_codice, data_inizio) where stato = 'attiva';
--> statement-breakpoint

-- Writes the desk anew for these posizioni (null: for all) as it is on p_oggi. The figures are those of
-- lib/pagamenti/rules.ts; a test compares them. The rows of totali_deleganti are the lock: all of them first, in
-- one order, so that two who change the same desk wait for each other and neither for ever.
create function public.aggiorna_deleganti(p_posizioni uuid[], p_oggi date) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  insert into public.totali_deleganti (delegato)
  select t.delegato from (
    select g.delegato from public.deleganti g where p_posizioni is null or g.posizione_id = any(p_posizioni)
    union
    select coalesce('i:' || d.intermediario_codice, 'p:' || d.delegato_codice_fiscale) from public.deleghe d
    where d.stato = 'attiva' and (p_posizioni is null or d.posizione_id = any(p_posizioni))
  ) t order by t.delegato
  on conflict (delegato) do update set giorno = null;

  delete from public.deleganti g
  where (p_posizioni is null or g.posizione_id = any(p_posizioni)) and not exists (
    select from public.deleghe d
    where d.posizione_id = g.posizione_id and d.id = g.delega_id and d.stato = 'attiva'
  );

  insert into public.deleganti as g (posizione_id, delega_id, delegato, dal, al, ambito, cognome, nome, codice_fiscale,
    comune, parole, prossima_scadenza, prossimo_importo, scaduto, anomalie)
  with attive as materialized (
    -- Who is a guardian and a delegato of the same person has one row that shows: the guardian's, while it lasts.
    select d.*, greatest(d.data_inizio, t.fine + 1) as dal from public.deleghe d
    left join lateral (
      select max(coalesce(t.fine, 'infinity')) as fine from public.deleghe t
      where d.tipo = 'personale' and d.titolo = 'volontaria' and t.posizione_id = d.posizione_id
        and t.delegato_codice_fiscale = d.delegato_codice_fiscale and t.titolo <> 'volontaria' and t.stato = 'attiva'
    ) t on true
    where d.stato = 'attiva' and (p_posizioni is null or d.posizione_id = any(p_posizioni))
  ), quali as materialized (
    select distinct a.posizione_id from attive a
  ), pagati as (
    select v.posizione_id, v.rapporto, v.anno, v.trimestre, v.progressivo, sum(v.importo) as pagato
    from quali q join public.versamenti v on v.posizione_id = q.posizione_id
    group by v.posizione_id, v.rapporto, v.anno, v.trimestre, v.progressivo
  ), dovuti as (
    select c.posizione_id, c.scadenza, coalesce(p.pagato, 0) as pagato, c.importo,
      case when c.sospensione is null then greatest(c.importo - coalesce(p.pagato, 0), 0) else 0 end as residuo
    from quali q join public.contributi c on c.posizione_id = q.posizione_id
    left join pagati p on p.posizione_id = c.posizione_id and p.rapporto = c.rapporto and p.anno = c.anno
      and p.trimestre = c.trimestre and p.progressivo = c.progressivo
  ), prossime as (
    select d.posizione_id, min(d.scadenza) as scadenza from dovuti d
    where d.residuo > 0 and d.scadenza >= p_oggi group by d.posizione_id
  ), conti as (
    select d.posizione_id, p.scadenza,
      coalesce(sum(d.residuo) filter (where d.scadenza = p.scadenza), 0) as importo,
      coalesce(sum(d.residuo) filter (where d.scadenza < p_oggi), 0) as scaduto,
      count(*) filter (where d.residuo > 0 and (d.pagato > 0 or d.scadenza < p_oggi))
        + count(*) filter (where d.pagato > d.importo) as anomalie
    from dovuti d left join prossime p on p.posizione_id = d.posizione_id
    group by d.posizione_id, p.scadenza
  ), lavori as (
    select r.posizione_id, array_agg(r.codice) as codici,
      count(*) filter (where r.stato = 'sospeso_in_definizione') as sospesi
    from quali q join public.rapporti r on r.posizione_id = q.posizione_id
    group by r.posizione_id
  )
  select a.posizione_id, a.id, coalesce('i:' || a.intermediario_codice, 'p:' || a.delegato_codice_fiscale),
    a.dal, a.fine, a.ambito, left(s.cognome, 100), left(s.nome, 100), s.codice_fiscale, s.comune,
    array_to_tsvector(array_remove(
      string_to_array(public.normalizza_ricerca(concat_ws(' ', left(s.cognome, 100), left(s.nome, 100), s.codice_fiscale)), ' ')
        || replace(public.normalizza_ricerca(left(s.cognome, 100)), ' ', '') || coalesce(l.codici, '{}'), '')),
    c.scadenza, least(coalesce(c.importo, 0), 2147483647), least(coalesce(c.scaduto, 0), 2147483647),
    coalesce(c.anomalie, 0) + coalesce(l.sospesi, 0)
  from attive a
  join public.posizioni p on p.id = a.posizione_id
  join public.soggetti s on s.codice_fiscale = p.codice_fiscale
  left join conti c on c.posizione_id = a.posizione_id
  left join lavori l on l.posizione_id = a.posizione_id
  on conflict (posizione_id, delega_id) do update set
    delegato = excluded.delegato, dal = excluded.dal, al = excluded.al, ambito = excluded.ambito, cognome = excluded.cognome, nome = excluded.nome,
    codice_fiscale = excluded.codice_fiscale, comune = excluded.comune, parole = excluded.parole,
    prossima_scadenza = excluded.prossima_scadenza, prossimo_importo = excluded.prossimo_importo,
    scaduto = excluded.scaduto, anomalie = excluded.anomalie
  where g is distinct from excluded;
end
$$;
--> statement-breakpoint

-- What the calendar alone ends, and what it turns from due into overdue. @returns how many of each
-- What an archive being merged or an act holds at that moment is left to it, or to the next time: two who change many
-- deleghe and waited for each other would wait for ever.
create function public.scadi_deleghe(p_oggi date) returns table (proposte integer, deleghe integer, scrivanie integer)
language plpgsql set search_path = '' as $$
declare
  toccate uuid[];
  finite uuid[];
begin
  with scadute as (
    update public.proposte p set stato = 'scaduta' from (
      select x.id from public.proposte x where x.stato = 'proposta' and x.termine < p_oggi for update skip locked
    ) libere
    where p.id = libere.id
    returning p.id, p.datore_codice_fiscale, p.intermediario_codice, p.delegato_codice_fiscale
  ), scritti as (
    insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice, delegato_codice_fiscale)
    select s.id, 'scaduta', s.datore_codice_fiscale, s.intermediario_codice, s.delegato_codice_fiscale from scadute s
    returning 1
  )
  select count(*) into proposte from scritti;

  with scadute as (
    update public.deleghe d set stato = 'scaduta' from (
      select x.posizione_id, x.id from public.deleghe x where x.stato = 'attiva' and x.fine < p_oggi for update skip locked
    ) libere
    where d.posizione_id = libere.posizione_id and d.id = libere.id
    returning d.id, d.posizione_id, d.intermediario_codice, d.delegato_codice_fiscale
  ), scritti as (
    insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice, delegato_codice_fiscale)
    select s.id, 'scaduta', p.codice_fiscale, s.intermediario_codice, s.delegato_codice_fiscale
    from scadute s join public.posizioni p on p.id = s.posizione_id
  )
  select coalesce(array_agg(s.posizione_id), '{}') into finite from scadute s;

  select coalesce(array_agg(distinct g.posizione_id), '{}') into toccate
    from public.deleganti g where g.prossima_scadenza < p_oggi;
  deleghe := cardinality(finite);
  scrivanie := cardinality(toccate);
  if deleghe + scrivanie > 0 then
    perform public.aggiorna_deleganti(finite || toccate, p_oggi);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- What is typed as the desk's words are compared with: each the start of one, six at most; null when there is none.
create function public.parole_cercate(p_cerca text) returns tsquery
language sql immutable set search_path = ''
return (select string_agg(pg_catalog.quote_literal(w.parola) || ':*', ' & ')::tsquery
  from (select parola from pg_catalog.unnest(pg_catalog.string_to_array(public.normalizza_ricerca(p_cerca), ' ')) parola
    where parola <> '' limit 6) w);
--> statement-breakpoint

-- The drawers whose datore answers to all these words, or the start of them.
create function public.cerca_deleganti(p_cerca text) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  di text := public.delegato_corrente();
  ricerca tsquery := public.parole_cercate(p_cerca);
begin
  if ricerca is null then
    return;
  end if;
  return query
    select g.posizione_id from public.deleganti g
    where g.delegato = di and g.parole operator(pg_catalog.@@) ricerca;
end
$$;
--> statement-breakpoint

-- The first of them by name, for who is changing the drawer while they type. Found by the words first and sorted then:
-- read in the order of the names, an index would be gone through from its beginning to where those names stand.
create function public.trova_deleganti(p_cerca text, p_quanti integer)
returns table (id uuid, nome text, cognome text, codice_fiscale text, comune text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  di text := public.delegato_corrente();
  quando date := public.oggi();
  ricerca tsquery := public.parole_cercate(p_cerca);
begin
  if ricerca is null then
    return;
  end if;
  return query
    with trovati as materialized (
      select g.posizione_id, g.nome, g.cognome, g.codice_fiscale, g.comune from public.deleganti g
      where g.delegato = di and g.parole operator(pg_catalog.@@) ricerca
        and g.dal <= quando and (g.al is null or g.al >= quando)
    )
    select t.posizione_id, t.nome, t.cognome, t.codice_fiscale, t.comune from trovati t
    order by t.cognome collate "it-x-icu", t.nome collate "it-x-icu", t.posizione_id limit p_quanti;
end
$$;
--> statement-breakpoint

-- The last drawers of others this user opened under this profilo, latest first.
create function public.deleganti_recenti() returns table (posizione uuid, ultimo bigint)
language plpgsql stable security definer set search_path = '' as $$
declare
  chi record;
begin
  select * into chi from public.sessione_corrente();
  if not found or chi.tipo not in ('delegato', 'intermediario') then
    return;
  end if;
  return query
    select u.posizione_id, max(u.id)
    from (
      select a.posizione_id, a.id from public.accessi a
      where a.utente_id = chi.utente and a.profilo = chi.tipo
        and a.intermediario_codice is not distinct from chi.intermediario
      order by a.id desc limit 300
    ) u
    group by u.posizione_id order by 2 desc limit 12;
end
$$;
--> statement-breakpoint

-- The sums over the desk of whoever asks, counted once a day and after each change. While somebody is changing the
-- desk it counts for itself and keeps nothing.
create function public.conta_deleganti()
returns table (deleganti integer, in_scadenza integer, importo_in_scadenza bigint, con_scaduto integer, scaduto bigint,
  con_anomalie integer)
language plpgsql security definer set search_path = '' as $$
declare
  di text := public.delegato_corrente();
  quando date := public.oggi();
  conto public.totali_deleganti;
  presa boolean;
begin
  select t.* into conto from public.totali_deleganti t where t.delegato = di and t.giorno = quando;
  if not found then
    perform from public.totali_deleganti t where t.delegato = di for update skip locked;
    presa := found;
    select di, quando, count(*), count(*) filter (where g.prossima_scadenza between quando and quando + 15),
        coalesce(sum(g.prossimo_importo) filter (where g.prossima_scadenza between quando and quando + 15), 0),
        count(*) filter (where g.scaduto > 0 or g.prossima_scadenza < quando),
        coalesce(sum(g.scaduto + case when g.prossima_scadenza < quando then g.prossimo_importo else 0 end), 0),
        count(*) filter (where g.anomalie > 0 or g.prossima_scadenza < quando)
      into conto from public.deleganti g
      where g.delegato = di and g.dal <= quando and (g.al is null or g.al >= quando);
    if presa then
      update public.totali_deleganti t set giorno = quando, deleganti = conto.deleganti, in_scadenza = conto.in_scadenza,
        importo_in_scadenza = conto.importo_in_scadenza, con_scaduto = conto.con_scaduto, scaduto = conto.scaduto,
        con_anomalie = conto.con_anomalie
        where t.delegato = di;
    end if;
  end if;
  return query select conto.deleganti, conto.in_scadenza, conto.importo_in_scadenza, conto.con_scaduto, conto.scaduto,
    conto.con_anomalie;
end
$$;
--> statement-breakpoint
