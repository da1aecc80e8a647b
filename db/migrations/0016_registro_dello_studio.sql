-- What is decided inside an intermediario leaves a row: who is named and what they answer, how its deleganti are divided.
-- Triggers write it, so that no writer can forget. See docs/decisioni/0022-registri.md.
alter table public.eventi_studio force row level security;
--> statement-breakpoint
create policy proprietario on public.eventi_studio to current_user using (true) with check (true);
--> statement-breakpoint
create policy del_titolare on public.eventi_studio for select to cassetto_app
  using (intermediario_codice = (select public.titolare_corrente()));
--> statement-breakpoint
-- Not the utente: who refused a nomina is told to nobody, also not as an id that stands elsewhere beside a name.
grant select (intermediario_codice, id, quando_at, evento, chi, oggetto, quanti) on public.eventi_studio to cassetto_app;
--> statement-breakpoint
create trigger eventi_studio_immutabili before update or delete on public.eventi_studio
  for each row execute function public.registro_immutabile();
--> statement-breakpoint
create trigger eventi_studio_non_svuotabili before truncate on public.eventi_studio
  for each statement execute function public.registro_immutabile();
--> statement-breakpoint

-- One row by whoever is logged in, or by nobody: the command line. The studio is told the names of its own people and of
-- who accepts, no other: neither who refused (0011) nor who of the institute it was.
create function public.annota_studio(p_intermediario text, p_evento text, p_oggetto text, p_quanti integer) returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_studio (intermediario_codice, evento, utente_id, chi, oggetto, quanti)
  select p_intermediario, p_evento, c.utente,
    case when p_evento <> 'nomina_rifiutata' and c.intermediario = p_intermediario
        or p_evento = 'nomina_accettata' and c.codice_fiscale = p_oggetto
      then coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(c.utente::text, 8))
      end,
    p_oggetto, p_quanti
  from (select 1) uno
  -- One row at most, as chi_agisce() has it.
  left join (select * from public.sessione_corrente() limit 1) c on true
  left join public.soggetti s on s.codice_fiscale = c.codice_fiscale;
end;
--> statement-breakpoint

create function public.nomina_annotata() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform public.annota_studio(new.intermediario_codice,
    'nomina_' || case new.stato when 'attiva' then 'accettata' else new.stato end, new.codice_fiscale, null);
  return null;
end
$$;
--> statement-breakpoint
create trigger nomine_annotate after insert on public.nomine
  for each row execute function public.nomina_annotata();
--> statement-breakpoint
create trigger nomine_cambiate_annotate after update on public.nomine
  for each row when (old.stato <> new.stato) execute function public.nomina_annotata();
--> statement-breakpoint

create function public.gruppo_annotato() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform public.annota_studio(new.intermediario_codice, 'gruppo_creato', new.nome, null);
  else
    perform public.annota_studio(old.intermediario_codice, 'gruppo_eliminato', old.nome, null);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger gruppi_annotati after insert or delete on public.gruppi
  for each row execute function public.gruppo_annotato();
--> statement-breakpoint

-- Deleganti are put into a gruppo by one statement that inserts those who were in none and updates the others: two
-- triggers, neither of which sees the rows of the other. The one for update fires first (a test would notice) and leaves
-- its count to the one for insert, in app.spostati; alone, it writes.
create function public.assegnazione_comincia() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.set_config('app.spostati', '{}', true);
  return null;
end
$$;
--> statement-breakpoint
create function public.annota_gruppi(p_evento text, p_quanti jsonb) returns void
language sql set search_path = ''
begin atomic
  -- A gruppo that is no more took its rows with it: that it went is written already.
  select public.annota_studio(g.intermediario_codice, p_evento, g.nome, q.value::integer)
  from pg_catalog.jsonb_each_text(p_quanti) q
  join public.gruppi g on g.id = q.key::uuid
  order by g.nome;
end;
--> statement-breakpoint
create function public.spostati_annotati() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  spostati jsonb;
begin
  select jsonb_object_agg(gruppo_id, quanti) into spostati from (
    select n.gruppo_id, count(*) as quanti
    from nuove n
    left join vecchie v on v.posizione_id = n.posizione_id and v.intermediario_codice = n.intermediario_codice
    where v.gruppo_id is distinct from n.gruppo_id
    group by n.gruppo_id) c;
  if nullif(current_setting('app.spostati', true), '') is null then
    perform public.annota_gruppi('gruppo_assegnato', spostati);
  else
    perform set_config('app.spostati', coalesce(spostati, '{}')::text, true);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create function public.assegnati_annotati() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  spostati jsonb := current_setting('app.spostati');
begin
  perform set_config('app.spostati', '', true);
  perform public.annota_gruppi('gruppo_assegnato', (
    select jsonb_object_agg(c.gruppo, c.quanti) from (
      select t.gruppo, sum(t.quanti) as quanti from (
        select n.gruppo_id::text as gruppo, count(*) as quanti from nuove n group by n.gruppo_id
        union all
        select s.key, s.value::integer from jsonb_each_text(spostati) s
      ) t group by t.gruppo) c));
  return null;
end
$$;
--> statement-breakpoint
create function public.tolti_annotati() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform public.annota_gruppi('gruppo_tolto', (
    select jsonb_object_agg(c.gruppo_id, c.quanti)
    from (select v.gruppo_id, count(*) as quanti from vecchie v group by v.gruppo_id) c));
  return null;
end
$$;
--> statement-breakpoint
create trigger gruppi_deleganti_comincia before insert on public.gruppi_deleganti
  for each statement execute function public.assegnazione_comincia();
--> statement-breakpoint
create trigger gruppi_deleganti_spostati after update on public.gruppi_deleganti
  referencing old table as vecchie new table as nuove
  for each statement execute function public.spostati_annotati();
--> statement-breakpoint
create trigger gruppi_deleganti_assegnati after insert on public.gruppi_deleganti
  referencing new table as nuove
  for each statement execute function public.assegnati_annotati();
--> statement-breakpoint
create trigger gruppi_deleganti_tolti after delete on public.gruppi_deleganti
  referencing old table as vecchie
  for each statement execute function public.tolti_annotati();
--> statement-breakpoint

-- What others did, the latest first: to the datore in their own drawer, to the titolare in the studio's name, and what was
-- decided in the studio. Visits and acts stand where they were written; nothing of it is kept twice. p_prima: the cursore of
-- the last row of the page before. oggetto: the rapporto, protocollo, numero, delega, codice fiscale or gruppo it was about.
drop function public.leggi_registro(text, uuid, integer);
--> statement-breakpoint
create function public.leggi_registro(p_prima text, p_persona uuid, p_quante integer)
returns table (cursore text, quando_at timestamptz, posizione_id uuid, profilo text, chi text, per_conto text, cosa text,
  oggetto text, motivo text, quanti integer)
-- What does not apply is left out of the plan, so that an index answers.
language plpgsql stable rows 50 security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
  io uuid := public.utente_corrente();
  datore text := public.datore_corrente();
  studio text := public.titolare_corrente();
  prima timestamptz := 'infinity';
  prima_fonte integer := 9;
  prima_id bigint := 0;
begin
  if studio is null and (aperta is null or aperta not in (select public.posizioni_proprie())) then
    return;
  end if;
  if p_prima is not null then
    prima := timestamptz 'epoch' + split_part(p_prima, '-', 1)::bigint * interval '1 microsecond';
    prima_fonte := split_part(p_prima, '-', 2);
    prima_id := split_part(p_prima, '-', 3);
  end if;
  return query
  with righe as materialized (
    select r.* from (
      (select 0 as fonte, a.id, a.quando_at as quando, a.posizione_id as posizione, null::uuid as di, a.profilo, a.chi,
        a.per_conto, a.cosa, a.rapporto as oggetto, a.motivo, null::integer as quanti
      from public.accessi a
      where (aperta is null or a.posizione_id = aperta) and (studio is null or a.intermediario_codice = studio)
        and (p_persona is null or a.utente_id = p_persona)
        and a.quando_at <= prima and (a.quando_at, 0, a.id) < (prima, prima_fonte, prima_id)
      order by a.quando_at desc, a.id desc limit p_quante)
      union all
      (select 1, e.id, e.quando_at, e.posizione_id, e.quesito_id, e.profilo, e.chi, e.per_conto, 'quesito_' || e.evento,
        null, null, null
      from public.eventi_quesito e
      where (aperta is null or e.posizione_id = aperta) and (studio is null or e.intermediario_codice = studio)
        and (p_persona is null or e.utente_id = p_persona) and e.profilo in ('delegato', 'intermediario')
        and e.quando_at <= prima and (e.quando_at, 1, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      (select 2, e.id, e.quando_at, e.posizione_id, e.appuntamento_id, e.profilo, e.chi, e.per_conto,
        'appuntamento_' || e.evento, null, null, null
      from public.eventi_appuntamento e
      where (aperta is null or e.posizione_id = aperta) and (studio is null or e.intermediario_codice = studio)
        and (p_persona is null or e.utente_id = p_persona) and e.profilo in ('delegato', 'intermediario')
        and e.quando_at <= prima and (e.quando_at, 2, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      -- Whom the riserbo leaves without a name (0011) is not told here either.
      (select 3, e.id, e.quando_at, null, e.delega_id, case when e.per_conto is null then 'delegato' else 'intermediario' end,
        e.chi, e.per_conto, 'delega_' || e.evento, null, e.motivo, null
      from public.eventi_delega e
      where (datore is null or e.datore_codice_fiscale = datore and (e.per_conto is not null or e.utente_id <> io))
        and (studio is null or e.intermediario_codice = studio and e.per_conto is not null)
        and (p_persona is null or e.utente_id = p_persona) and e.chi is not null
        and e.evento in ('proposta', 'accettata', 'rifiutata', 'annullata', 'rinunciata')
        and e.quando_at <= prima and (e.quando_at, 3, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      -- Of no drawer, so in none. Whom the riserbo leaves without a name is not found by asking for them either.
      (select 4, e.id, e.quando_at, null, null, null, e.chi, null, 'studio_' || e.evento, e.oggetto, null, e.quanti
      from public.eventi_studio e
      where aperta is null and e.intermediario_codice = studio
        and (p_persona is null or e.utente_id = p_persona and e.chi is not null)
        and e.quando_at <= prima and (e.quando_at, 4, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
    ) r
    order by r.quando desc, r.fonte desc, r.id desc limit p_quante
  )
  -- Only behind a delega that was accepted does a posizione stand: before, nobody learns whether there is one.
  select (extract(epoch from r.quando) * 1000000)::bigint || '-' || r.fonte || '-' || r.id, r.quando,
    coalesce(r.posizione, d.posizione_id), r.profilo, r.chi, r.per_conto, r.cosa,
    case when r.fonte in (0, 4) then r.oggetto when r.fonte = 3 then d.id::text
      when r.fonte = 1 then (select q.protocollo from public.quesiti q where q.posizione_id = r.posizione and q.id = r.di)
      else (select a.numero from public.appuntamenti a where a.posizione_id = r.posizione and a.id = r.di) end, r.motivo,
    r.quanti
  from righe r
  left join lateral (select g.posizione_id, g.id from public.deleghe g where r.fonte = 3 and g.id = r.di limit 1) d on true
  order by r.quando desc, r.fonte desc, r.id desc;
end
$$;
--> statement-breakpoint
grant execute on function public.leggi_registro(text, uuid, integer) to cassetto_app;
