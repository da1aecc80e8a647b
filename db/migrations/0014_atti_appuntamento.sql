-- What may be done with a time of an esperto. A hold is compared with the clock when it is read; who takes a time first
-- removes what of holds has expired there. The words are those of lib/appuntamenti/rules.ts.
--
-- Locks in one order: the sede's agenda (shared; who changes it takes it whole), the drawer (solo_in_posizione), the
-- person who holds times ('prenota'), appuntamenti, attese, the job 'attese'. Whoever touches two appuntamenti of a drawer
-- has the drawer: one act at a time there, in whatever order. Of several drawers they are taken by id, or skipped if locked.

-- One act at a time in a drawer, until the caller commits.
create function public.solo_in_posizione(p_posizione uuid) returns void
language sql set search_path = ''
begin atomic
  select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('appuntamenti di ' || p_posizione, 0));
end;
--> statement-breakpoint

-- The instant that the rules call now: the clock's, on the day that oggi() says.
create function public.adesso() returns timestamptz
language sql stable set search_path = ''
return pg_catalog.now() + pg_catalog.make_interval(days =>
  public.oggi() - (pg_catalog.now() at time zone 'Europe/Rome')::date);
--> statement-breakpoint

-- The open drawer, if the viewer may book from it: who may write, and a sede that has opened it.
create function public.posizione_in_cui_prenota() returns uuid
language sql stable security definer set search_path = ''
return coalesce(public.posizione_in_cui_scrive(),
  (select v from public.posizioni_visibili() v where public.sede_corrente() is not null));
--> statement-breakpoint

-- Where an appuntamento about a rapporto (null: the posizione as a whole) may be had: the competent sede first, then
-- those of its provincia.
create function public.sedi_per_appuntamenti(p_posizione uuid, p_rapporto text) returns setof text
language sql stable set search_path = ''
begin atomic
  select v.codice from public.sedi c join public.sedi v on v.codice = c.codice or v.provincia = c.provincia
  -- In a query of its own: asked for once, not for each of the sedi.
  where c.codice = (select public.sede_competente(p_posizione, p_rapporto))
  order by v.codice <> c.codice, v.codice;
end;
--> statement-breakpoint

-- What an appuntamento or a wait is about, besides its reason: one value for one thing, as the indexes have it.
create function public.oggetto_di(p_quesito uuid, p_rapporto text, p_anno integer, p_trimestre integer, p_progressivo integer)
returns text
language sql immutable set search_path = ''
return coalesce(p_quesito::text, p_rapporto || ' ' || coalesce(p_anno::text, '') || ' ' || coalesce(p_trimestre::text, '')
  || ' ' || coalesce(p_progressivo::text, ''), '');
--> statement-breakpoint

create function public.annota_appuntamento(p_posizione uuid, p_appuntamento uuid, p_evento text, p_dettaglio text,
  p_motivo text) returns void
language plpgsql set search_path = '' as $$
declare
  io record;
begin
  select * into io from public.chi_agisce();
  insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento, utente_id, profilo, chi, per_conto,
    intermediario_codice, dettaglio, motivo)
  values (p_posizione, p_appuntamento, p_evento, io.utente, io.profilo, io.chi, io.per_conto, io.intermediario, p_dettaglio,
    nullif(btrim(p_motivo), ''));
  if io.profilo in ('delegato', 'intermediario') then
    perform public.avvisa_datore(p_posizione);
  end if;
end
$$;
--> statement-breakpoint

-- As 0009 made it, and: whose delega has ended is told nothing any more; with an appuntamento the mail carries its calendar file. @returns how many were written
drop function public.avvisa_chi_chiede(uuid, uuid, text);
--> statement-breakpoint
create function public.avvisa_chi_chiede(p_posizione uuid, p_utente uuid, p_modello text, p_appuntamento uuid default null)
returns integer
language plpgsql set search_path = '' as $$
declare
  indirizzo text;
  accodata uuid;
  quante integer := 0;
begin
  for indirizzo in
    select distinct on (lower(s.email)) s.email from public.soggetti s
    where s.email is not null and (
      s.codice_fiscale = (select p.codice_fiscale from public.posizioni p where p.id = p_posizione)
      or s.codice_fiscale = (select u.codice_fiscale from public.utenti u where u.id = p_utente and exists (
        select from public.deleghe d
        where d.posizione_id = p_posizione and d.stato = 'attiva' and d.data_inizio <= public.oggi()
          and (d.fine is null or d.fine >= public.oggi())
          and (d.delegato_codice_fiscale = u.codice_fiscale or d.intermediario_codice in (
            select p.intermediario_codice from public.profili p where p.utente_id = u.id)))))
  loop
    begin
      accodata := public.accoda_posta(indirizzo, p_modello);
      update public.posta o set appuntamento_id = p_appuntamento where o.id = accodata;
      quante := quante + 1;
    exception when check_violation then
      null;
    end;
  end loop;
  return quante;
end
$$;
--> statement-breakpoint

-- The mail, and that it was written: of whom no address is known, it is not said that they were told.
create function public.avvisa_appuntamento(p_appuntamento public.appuntamenti, p_modello text) returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento, dettaglio)
  select p_appuntamento.posizione_id, p_appuntamento.id, 'avvisato', p_modello
  from public.avvisa_chi_chiede(p_appuntamento.posizione_id, p_appuntamento.utente_id, p_modello, p_appuntamento.id) quante
  where quante > 0;
end;
--> statement-breakpoint

-- A mail to one person, and to nobody else who may open the drawer.
create function public.avvisa_chi_aspetta(p_utente uuid, p_modello text) returns void
language plpgsql set search_path = '' as $$
begin
  perform public.accoda_posta(s.email, p_modello) from public.utenti u
    join public.soggetti s on s.codice_fiscale = u.codice_fiscale where u.id = p_utente and s.email is not null;
exception when check_violation then
  null;
end
$$;
--> statement-breakpoint

-- Whether somebody may still write from a drawer, without a session: as posizione_in_cui_scrive asks it of one.
create function public.scrive_ancora(p_posizione uuid, p_utente uuid) returns boolean
language sql stable set search_path = ''
begin atomic
  select exists (
    select from public.utenti u
    where u.id = p_utente and u.disabilitato_at is null and (
      exists (select from public.posizioni p where p.id = p_posizione and p.codice_fiscale = u.codice_fiscale)
      or exists (
        select from public.deleghe d
        where d.posizione_id = p_posizione and d.stato = 'attiva' and d.ambito = 'operazioni'
          and d.data_inizio <= public.oggi() and (d.fine is null or d.fine >= public.oggi())
          and (d.delegato_codice_fiscale = u.codice_fiscale or d.intermediario_codice in (
            select p.intermediario_codice from public.profili p where p.utente_id = u.id)))));
end;
--> statement-breakpoint

-- What of these sedi is taken in a period, without saying by whom. `mio`: what blocca_orario lets go of when that user
-- holds another time in that drawer; of what is offered to them only p_offerta, for the reason they are at.
create function public.impegni_di(p_sedi text[], p_dal timestamptz, p_al timestamptz, p_utente uuid, p_posizione uuid,
  p_offerta uuid)
returns table (sede text, esperto uuid, inizio timestamptz, fine timestamptz, assenza boolean, mio boolean)
language sql stable set search_path = ''
begin atomic
  select a.sede_codice, a.esperto, pg_catalog.lower(a.impegno), pg_catalog.upper(a.impegno), false,
    case when a.stato = 'in_prenotazione' and a.utente_id = p_utente and a.posizione_id = p_posizione
      then a.id is not distinct from p_offerta or not exists (
        select from public.attese t where t.appuntamento_id = a.id and t.stato = 'offerta')
      else false end
  from public.appuntamenti a
  where a.sede_codice = any(p_sedi) and a.inizio_at < p_al and a.inizio_at > p_dal - interval '1 day'
    and (a.stato = 'confermato' or a.stato = 'in_prenotazione' and a.scade_at > pg_catalog.now())
  union all
  select s.sede_codice, s.esperto, s.inizio_at, s.fine_at, true, false
  from public.assenze s
  where s.sede_codice = any(p_sedi) and s.fine_at > p_dal and s.inizio_at < p_al;
end;
--> statement-breakpoint
-- The same for everybody with a session: what they hold themselves in the open drawer is free to them.
create function public.orari_occupati(p_sedi text[], p_dal timestamptz, p_al timestamptz, p_offerta uuid default null)
returns table (sede text, esperto uuid, inizio timestamptz, fine timestamptz, assenza boolean, mio boolean)
language sql stable security definer set search_path = ''
begin atomic
  select i.sede, i.esperto, i.inizio, i.fine, i.assenza, i.mio
  from (select public.utente_corrente() as utente) u
  cross join lateral public.impegni_di(p_sedi, p_dal, p_al, u.utente,
    nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid, p_offerta) i
  where u.utente is not null;
end;
--> statement-breakpoint

-- Who receives at these sedi today: an agenda may outlive the job.
create function public.esperti_di(p_sedi text[]) returns table (sede text, esperto uuid)
language sql stable security definer set search_path = ''
begin atomic
  select p.sede_codice, p.utente_id from public.profili p join public.utenti u on u.id = p.utente_id
  where p.sede_codice = any(p_sedi) and p.esperto and u.disabilitato_at is null;
end;
--> statement-breakpoint

-- Why an esperto does not receive from then to then in that way; null: they do.
create function public.perche_non_riceve(p_sede text, p_esperto uuid, p_modo text, p_inizio timestamptz, p_fine timestamptz)
returns text
language plpgsql stable set search_path = '' as $$
declare
  quel_giorno date := (p_inizio at time zone 'Europe/Rome')::date;
begin
  if not exists (select from public.esperti_di(array[p_sede]) e where e.esperto = p_esperto) then
    return 'non_trovata';
  elsif coalesce((
      -- Instants, not the clock on the wall: in October half past two may come before two.
      select range_agg(tstzrange(least(o.dalle, o.alle), o.alle)) @> tstzrange(p_inizio, p_fine)
      from public.disponibilita d, lateral (select (quel_giorno + d.dalle) at time zone 'Europe/Rome' as dalle,
        (quel_giorno + d.alle) at time zone 'Europe/Rome' as alle) o
      where d.sede_codice = p_sede and d.esperto = p_esperto and p_modo = any(d.modi)
        and d.giorno = extract(isodow from quel_giorno) and quel_giorno >= d.dal and (d.al is null or quel_giorno <= d.al)
        and (date_trunc('week', quel_giorno)::date - date_trunc('week', d.dal)::date) / 7 % d.ogni_settimane = 0
    ), false) is false
    or exists (select from public.patroni p where p.sede_codice = p_sede
      and p.mese = extract(month from quel_giorno) and p.giorno = extract(day from quel_giorno))
    or exists (select from public.assenze s where s.sede_codice = p_sede and (s.esperto is null or s.esperto = p_esperto)
      and s.inizio_at < p_fine and s.fine_at > p_inizio)
  then
    return 'non_riceve';
  end if;
  return null;
end
$$;
--> statement-breakpoint

-- Why nobody of this posizione may have an appuntamento for that reason about that; null: they may.
create function public.perche_non_si_chiede(p_posizione uuid, p_motivo public.motivi_appuntamento, p_rapporto text,
  p_quesito uuid, p_anno integer, p_trimestre integer, p_progressivo integer) returns text
language plpgsql stable set search_path = '' as $$
begin
  return case
    when p_motivo.richiede_quesito and not exists (
      select from public.quesiti q where q.posizione_id = p_posizione and q.id = p_quesito
        and (q.esito = 'negativo' or q.stato <> 'chiuso' and q.sospeso_dal is null and q.termine < public.oggi())
        and (p_motivo.categoria_codice is null or p_motivo.categoria_codice =
          (select g.categoria_codice from public.argomenti g where g.codice = q.argomento_codice))
    ) then 'senza_quesito'
    when not p_motivo.richiede_quesito and p_rapporto is null
      or p_quesito is not null and not exists (
        select from public.quesiti q where q.posizione_id = p_posizione and q.id = p_quesito)
      or p_rapporto is not null and not exists (
        select from public.rapporti r where r.posizione_id = p_posizione and r.codice = p_rapporto)
      or p_anno is not null and not exists (
        select from public.contributi c where c.posizione_id = p_posizione and c.rapporto = p_rapporto
          and c.anno = p_anno and c.trimestre = p_trimestre and c.progressivo = p_progressivo) then 'non_trovata'
  end;
end
$$;
--> statement-breakpoint

-- What who holds a time writes and adds to it: it outlives the hold, so that a time that ran out costs nobody their files.
-- One per person and drawer, besides those of times that are offered to them.
create function public.bozza_di_prenotazione(p_posizione uuid, p_id uuid, p_utente uuid) returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.allegati a using public.bozze b
    where b.posizione_id = p_posizione and b.utente_id = p_utente and b.motivo_codice is not null and b.id <> p_id
      and a.posizione_id = b.posizione_id and a.bozza_id = b.id
      and not exists (select from public.appuntamenti h where h.id = b.id);
  delete from public.bozze b
    where b.posizione_id = p_posizione and b.utente_id = p_utente and b.motivo_codice is not null and b.id <> p_id
      and not exists (select from public.appuntamenti h where h.id = b.id);
  insert into public.bozze as b (posizione_id, id, utente_id, lato, quesito_id, rapporto, anno, trimestre, progressivo,
      motivo_codice, modo)
    select a.posizione_id, a.id, p_utente, 'cittadino', a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo,
      a.motivo_codice, a.modo
    from public.appuntamenti a where a.posizione_id = p_posizione and a.id = p_id
  on conflict (id) do update set quesito_id = excluded.quesito_id, rapporto = excluded.rapporto, anno = excluded.anno,
    trimestre = excluded.trimestre, progressivo = excluded.progressivo, motivo_codice = excluded.motivo_codice,
    modo = excluded.modo, aggiornata_at = pg_catalog.now()
  where b.posizione_id = p_posizione and b.utente_id = p_utente and b.motivo_codice is not null;
end
$$;
--> statement-breakpoint

-- An appuntamento that is over is in nobody's way, though the sede has not said what became of it: whoever asks anew for
-- the same closes it, without an outcome that nobody knows. The sede may still mark it.
create function public.chiudi_senza_esito(p_posizione uuid, p_motivo text, p_oggetto text) returns void
language plpgsql set search_path = '' as $$
declare
  passato public.appuntamenti;
begin
  for passato in
    update public.appuntamenti a set chiuso_at = now()
    where a.posizione_id = p_posizione and a.stato = 'confermato' and a.chiuso_at is null and a.fine_at <= public.adesso()
      and a.motivo_codice = p_motivo
      and public.oggetto_di(a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo) = p_oggetto
    returning a.*
  loop
    insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento)
      values (passato.posizione_id, passato.id, 'senza_esito');
  end loop;
end
$$;
--> statement-breakpoint
-- The same of all that the sedi have left unmarked for so many days. @returns how many
create function public.chiudi_dimenticati(p_giorni integer) returns integer
language sql set search_path = ''
begin atomic
  with dimenticati as (
    select a.posizione_id, a.id from public.appuntamenti a
    where a.stato = 'confermato' and a.chiuso_at is null
      and a.fine_at < public.adesso() - pg_catalog.make_interval(days => p_giorni)
    for update skip locked
  ), chiusi as (
    update public.appuntamenti a set chiuso_at = pg_catalog.now() from dimenticati d
    where a.posizione_id = d.posizione_id and a.id = d.id returning a.posizione_id, a.id
  ), eventi as (
    insert into public.eventi_appuntamento (posizione_id, appuntamento_id, evento)
    select c.posizione_id, c.id, 'senza_esito' from chiusi c returning 1
  )
  select pg_catalog.count(*)::integer from eventi;
end;
--> statement-breakpoint

-- Holds a time for ten minutes, and lets go of what who asks held in this drawer before; of what is offered to them for
-- the same reason too, and then they wait on in their place until another is confirmed. p_sposta: the appuntamento
-- that is to be moved there; its reason counts then. A sede moves its own, wherever it may book.
-- @returns 'occupato' when somebody was faster
create function public.blocca_orario(p_id uuid, p_sposta uuid, p_motivo text, p_rapporto text, p_quesito uuid,
  p_anno integer, p_trimestre integer, p_progressivo integer, p_sede text, p_esperto uuid, p_modo text,
  p_inizio timestamptz)
returns table (esito text, scade timestamptz)
-- Nothing here is so lopsided that a plan for these very values were worth making one each time.
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  posizione uuid := public.posizione_in_cui_prenota();
  adesso timestamptz := public.adesso();
  chi record;
  vecchio public.appuntamenti;
  motivo public.motivi_appuntamento;
  rifiuto text;
  fine timestamptz;
  tempo tstzrange;
  oggetto text := public.oggetto_di(p_quesito, p_rapporto, p_anno, p_trimestre, p_progressivo);
  via uuid[];
  offerte uuid[];
  vivo boolean;
  passato boolean;
  preso boolean;
begin
  select * into chi from public.chi_agisce();
  if posizione is null or not found then
    esito := 'non_consentito';
    return next;
    return;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('agenda ' || p_sede, 0));
  perform public.solo_in_posizione(posizione);
  if p_sposta is not null then
    select a.* into vecchio from public.appuntamenti a
      where a.posizione_id = posizione and a.id = p_sposta and a.stato = 'confermato' and a.chiuso_at is null for update;
    p_motivo := vecchio.motivo_codice;
  end if;
  select m.* into motivo from public.motivi_appuntamento m where m.codice = p_motivo and (m.attivo or vecchio.id is not null);
  rifiuto := public.perche_non_si_chiede(posizione, motivo, p_rapporto, p_quesito, p_anno, p_trimestre, p_progressivo);
  fine := p_inizio + make_interval(mins => motivo.durata_minuti);
  tempo := tstzrange(p_inizio, fine + make_interval(mins => motivo.pausa_minuti), '[)');
  esito := case
    when motivo.codice is null or p_sposta is not null and vecchio.id is null then 'non_trovata'
    when chi.sede <> vecchio.sede_codice then 'altra_sede'
    when p_sposta is not null and chi.sede is null and vecchio.da_spostare_at is null and vecchio.spostamenti >= 3
      then 'troppi_spostamenti'
    when p_sposta is not null and chi.sede is null and vecchio.da_spostare_at is null
      and vecchio.inizio_at < adesso + interval '24 hours' then 'troppo_tardi'
    when p_sposta is null and rifiuto is not null then rifiuto
    when exists (select from public.bozze b
      where b.id = p_id and (b.posizione_id <> posizione or b.utente_id <> chi.utente or b.motivo_codice is null))
      then 'non_trovata'
    when not exists (select from public.sedi_per_appuntamenti(posizione, coalesce(vecchio.rapporto, p_rapporto)) s
      where s = p_sede) then 'non_trovata'
    when p_inizio < adesso + case when chi.sede is null then make_interval(hours => motivo.preavviso_ore)
      else interval '0' end then 'troppo_presto'
    when (p_inizio at time zone 'Europe/Rome')::date > public.oggi() + motivo.orizzonte_giorni then 'troppo_avanti'
    else coalesce(public.perche_non_riceve(p_sede, p_esperto, p_modo, p_inizio, fine), 'ok') end;
  if esito <> 'ok' then
    return next;
    return;
  end if;

  -- One request of a person at a time: what they hold is counted.
  perform pg_advisory_xact_lock(hashtextextended('prenota ' || chi.utente, 0));
  -- What goes if this one is held: who is refused keeps what they held.
  via := array(
    select a.id from public.appuntamenti a
    where a.stato = 'in_prenotazione' and a.esperto = p_esperto and a.impegno && tempo and a.scade_at <= now()
    union
    select a.id from public.appuntamenti a
    where a.stato = 'in_prenotazione' and a.posizione_id = posizione and (a.utente_id = chi.utente or a.scade_at <= now())
      and (p_sposta is null and a.sposta_id is null and a.motivo_codice = p_motivo
          and public.oggetto_di(a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo) = oggetto
        or not exists (select from public.attese t where t.appuntamento_id = a.id and t.stato = 'offerta')));
  if p_sposta is null then
    select bool_or(a.stato = 'in_prenotazione' or a.fine_at > adesso), bool_or(a.stato = 'confermato' and a.fine_at <= adesso)
    into vivo, passato
    from public.appuntamenti a
    where a.posizione_id = posizione and a.motivo_codice = p_motivo and a.stato in ('in_prenotazione', 'confermato')
      and a.sposta_id is null and a.chiuso_at is null and a.id <> all(via)
      and not (a.id = p_id and a.stato = 'in_prenotazione')
      and public.oggetto_di(a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo) = oggetto;
  end if;
  esito := case
    when vivo then 'gia_prenotato'
    -- Who may open thousands of drawers could keep an office's times from everybody else.
    when (select count(*) from public.appuntamenti a where a.utente_id = chi.utente and a.stato = 'in_prenotazione'
      and a.scade_at > now() and a.id <> all(via)) >= 5 then 'troppe_prenotazioni'
    when exists (
      select from public.appuntamenti a where a.esperto = p_esperto and a.impegno && tempo
        and a.stato in ('in_prenotazione', 'confermato') and a.id <> all(via)
        and not (a.id = p_id and a.stato = 'in_prenotazione')) then 'occupato'
    else 'ok' end;
  if esito <> 'ok' then
    return next;
    return;
  end if;
  if cardinality(via) > 0 then
    offerte := array(select a.id from public.appuntamenti a
      where a.id = any(via) and a.posizione_id = posizione and a.scade_at > now() order by a.id);
    perform from public.appuntamenti a where a.id = any(via) order by a.id for update;
  end if;
  scade := now() + interval '10 minutes';
  begin
    if passato then
      perform public.chiudi_senza_esito(posizione, p_motivo, oggetto);
    end if;
    if cardinality(via) > 0 then
      delete from public.appuntamenti a where a.id = any(via) and a.stato = 'in_prenotazione';
      -- Of an offer that ran out the place goes with it, as scadi_prenotazioni() says.
      update public.attese t set stato = 'attiva', appuntamento_id = null
        where t.appuntamento_id = any(offerte) and t.stato = 'offerta';
    end if;
    insert into public.appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, rapporto,
      quesito_id, anno, trimestre, progressivo, datore_nome, modo, inizio_at, fine_at, impegno, scade_at, sposta_id,
      utente_id, profilo, chi, per_conto)
    select posizione, p_id, upper(substr(gen_random_uuid()::text, 1, 4) || '-' || substr(gen_random_uuid()::text, 1, 4)),
      p_sede, p_esperto, e.nome, p_motivo, coalesce(vecchio.rapporto, p_rapporto), coalesce(vecchio.quesito_id, p_quesito),
      coalesce(vecchio.anno, p_anno), coalesce(vecchio.trimestre, p_trimestre), coalesce(vecchio.progressivo, p_progressivo),
      concat_ws(' ', s.cognome, s.nome), p_modo, p_inizio, fine, tempo, scade, p_sposta, chi.utente, chi.profilo, chi.chi,
      chi.per_conto
    from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
      cross join lateral (select x.nome from public.persone_della_sede(p_sede) x where x.utente = p_esperto) e
    where p.id = posizione
    on conflict do nothing;
    preso := found;
    -- Somebody was faster in this moment: what went comes back.
    if not preso then
      raise exception 'somebody was faster' using errcode = 'NESSU';
    end if;
  exception when sqlstate 'NESSU' then
    null;
  end;
  if preso then
    if chi.sede is null and p_sposta is null then
      perform public.bozza_di_prenotazione(posizione, p_id, chi.utente);
    end if;
    if cardinality(offerte) > 0 then
      perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
    end if;
    return next;
    return;
  end if;
  -- The same form at the same time, by a double click: what the first took is theirs.
  select a.scade_at into scade from public.appuntamenti a
    where a.posizione_id = posizione and a.id = p_id and a.stato = 'in_prenotazione' and a.utente_id = chi.utente
      and a.esperto = p_esperto and a.inizio_at = p_inizio and a.modo = p_modo;
  if not found then
    esito := 'occupato';
    scade := null;
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- Lets go of a hold, also one that was offered from the waiting list. p_scade: whoever goes back from a page lets go of
-- what it showed, not of what was held anew since, nor of an offer, for which they would have to wait again.
create function public.libera_orario(p_id uuid, p_scade timestamptz default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  io uuid := (select c.utente from public.chi_agisce() c);
begin
  perform public.solo_in_posizione(a.posizione_id) from public.appuntamenti a where a.id = p_id and a.utente_id = io;
  delete from public.appuntamenti a
    where a.id = p_id and a.stato = 'in_prenotazione' and a.utente_id = io
      and (p_scade is null or a.scade_at < p_scade + interval '1 millisecond'
        and not exists (select from public.attese t where t.appuntamento_id = a.id and t.stato = 'offerta'));
  if not found then
    return 'non_trovata';
  end if;
  update public.attese t set stato = 'ritirata' where t.appuntamento_id = p_id and t.stato = 'offerta';
  perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  return 'ok';
end
$$;
--> statement-breakpoint

-- Makes a hold an appuntamento, or moves the one it was taken for: the new time taken and the old one freed together.
-- Twenty times at once it happens once, and answers twenty times the same. @returns which appuntamento it is
create function public.conferma_appuntamento(p_id uuid, p_nota text, p_telefono text)
returns table (esito text, appuntamento uuid, numero text)
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  posizione uuid := public.posizione_in_cui_prenota();
  chi record;
  preso public.appuntamenti;
  vecchio public.appuntamenti;
begin
  select * into chi from public.chi_agisce();
  if posizione is null or not found then
    esito := 'non_consentito';
    return next;
    return;
  end if;
  -- An agenda that changes meanwhile finds either an appuntamento, or a hold that is refused below.
  perform pg_advisory_xact_lock_shared(hashtextextended('agenda ' || a.sede_codice, 0)) from public.appuntamenti a
    where a.posizione_id = posizione and a.id = p_id and a.utente_id = chi.utente;
  perform public.solo_in_posizione(posizione);
  select a.* into preso from public.appuntamenti a
    where a.posizione_id = posizione and a.id = p_id and a.utente_id = chi.utente for update;
  if not found then
    -- A move that was confirmed already leaves its hold's id in the event.
    select 'ok', e.appuntamento_id, a.numero into esito, appuntamento, numero from public.eventi_appuntamento e
      join public.appuntamenti a on a.posizione_id = e.posizione_id and a.id = e.appuntamento_id
      where e.posizione_id = posizione and e.evento = 'spostato' and e.motivo = p_id::text and e.utente_id = chi.utente;
    esito := coalesce(esito, 'scaduto');
    return next;
    return;
  elsif preso.stato = 'confermato' then
    esito := 'ok';
    appuntamento := p_id;
    numero := preso.numero;
    return next;
    return;
  end if;
  esito := case
    when preso.stato <> 'in_prenotazione' then 'non_trovata'
    when preso.scade_at <= now() then 'scaduto'
    when preso.modo = 'telefono' and preso.sposta_id is null and p_telefono is null then 'senza_telefono'
    when exists (select from public.allegati a
      where a.posizione_id = posizione and a.bozza_id = p_id and a.scansione = 'infetto') then 'allegato_infetto'
    else coalesce(public.perche_non_riceve(preso.sede_codice, preso.esperto, preso.modo, preso.inizio_at, preso.fine_at),
      'ok') end;
  if esito <> 'ok' then
    return next;
    return;
  end if;

  if preso.sposta_id is null then
    update public.appuntamenti a set stato = 'confermato', scade_at = null, nota = btrim(p_nota), telefono = p_telefono
      where a.posizione_id = posizione and a.id = p_id returning a.* into preso;
    update public.allegati a set appuntamento_id = p_id, bozza_id = null
      where a.posizione_id = posizione and a.bozza_id = p_id;
    delete from public.bozze b where b.posizione_id = posizione and b.id = p_id;
    -- Offered or not: what was waited for is booked.
    update public.attese t set stato = 'accettata'
      where t.posizione_id = posizione and t.stato in ('attiva', 'offerta') and t.motivo_codice = preso.motivo_codice
        and public.oggetto_di(t.quesito_id, t.rapporto, t.anno, t.trimestre, t.progressivo)
          = public.oggetto_di(preso.quesito_id, preso.rapporto, preso.anno, preso.trimestre, preso.progressivo);
    perform public.annota_appuntamento(posizione, p_id, 'confermato', null, null);
    perform public.avvisa_appuntamento(preso, 'appuntamento_confermato');
  else
    select a.* into vecchio from public.appuntamenti a
      where a.posizione_id = posizione and a.id = preso.sposta_id and a.stato = 'confermato' and a.chiuso_at is null
      for update;
    -- Two may each hold a time for the last move that is left.
    esito := case when vecchio.id is null then 'non_trovata'
      when chi.sede <> vecchio.sede_codice then 'altra_sede'
      when chi.sede is null and vecchio.da_spostare_at is null and vecchio.spostamenti >= 3 then 'troppi_spostamenti'
      else 'ok' end;
    if esito <> 'ok' then
      return next;
      return;
    end if;
    delete from public.appuntamenti a where a.posizione_id = posizione and a.id = p_id;
    update public.appuntamenti a set sede_codice = preso.sede_codice, esperto = preso.esperto,
        esperto_nome = preso.esperto_nome, modo = preso.modo, inizio_at = preso.inizio_at, fine_at = preso.fine_at,
        impegno = preso.impegno, sequenza = a.sequenza + 1, telefono = coalesce(p_telefono, a.telefono),
        spostamenti = a.spostamenti + case when chi.sede is null and a.da_spostare_at is null then 1 else 0 end,
        -- Whoever has the room at that hour is not known here.
        collegamento = null, da_spostare_at = null, arrivato_at = null, iniziato_at = null
      where a.posizione_id = posizione and a.id = vecchio.id returning a.* into preso;
    -- The hold's id stands as the reason: by it a second confirmation finds what the first did.
    perform public.annota_appuntamento(posizione, vecchio.id, 'spostato',
      to_char(vecchio.inizio_at at time zone 'Europe/Rome', 'YYYY-MM-DD HH24:MI'), p_id::text);
    perform public.avvisa_appuntamento(preso, 'appuntamento_spostato');
  end if;
  if preso.inizio_at - interval '48 hours' > public.adesso() then
    perform graphile_worker.add_job('promemoria', json_build_object('id', preso.id),
      run_at := preso.inizio_at - interval '48 hours', job_key := 'promemoria ' || preso.id, max_attempts := 10);
  elsif vecchio.id is not null then
    -- That of the time before would come when it was to, with the mail that tells of the move.
    perform graphile_worker.remove_job('promemoria ' || preso.id);
  end if;
  if vecchio.id is not null then
    perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  end if;
  appuntamento := preso.id;
  numero := preso.numero;
  return next;
end
$$;
--> statement-breakpoint

-- Until 24 hours before by who asked, at any time by the sede.
create function public.annulla_appuntamento(p_id uuid, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  mia text := public.sede_corrente();
  posizione uuid := public.posizione_in_cui_scrive();
  preso public.appuntamenti;
begin
  perform public.solo_in_posizione(a.posizione_id) from public.appuntamenti a
    where a.id = p_id and (a.posizione_id = posizione or a.sede_codice = mia);
  select a.* into preso from public.appuntamenti a
    where a.id = p_id and a.stato <> 'in_prenotazione' and (a.posizione_id = posizione or a.sede_codice = mia) for update;
  if not found then
    return 'non_trovata';
  elsif preso.stato = 'annullato' then
    return 'ok';
  elsif preso.stato <> 'confermato' or preso.chiuso_at is not null then
    return 'gia_chiuso';
  elsif mia is null and preso.da_spostare_at is null and preso.inizio_at < public.adesso() + interval '24 hours' then
    return 'troppo_tardi';
  end if;
  update public.appuntamenti a set stato = 'annullato', annullato_da = case when mia is null then 'cittadino' else 'sede' end,
      chiuso_at = now(), sequenza = a.sequenza + 1
    where a.posizione_id = preso.posizione_id and a.id = p_id;
  delete from public.appuntamenti a where a.posizione_id = preso.posizione_id and a.sposta_id = p_id;
  perform public.annota_appuntamento(preso.posizione_id, p_id, 'annullato', null, p_motivo);
  perform public.avvisa_appuntamento(preso, 'appuntamento_annullato');
  perform graphile_worker.remove_job('promemoria ' || p_id);
  perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  return 'ok';
end
$$;
--> statement-breakpoint

-- What happens on the day: arrivato, iniziato, tenuto, non_presentato, definito (solved without meeting).
create function public.segna_appuntamento(p_id uuid, p_atto text, p_nota text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  preso public.appuntamenti;
  quel_giorno date;
begin
  select a.* into preso from public.appuntamenti a
    where a.id = p_id and a.stato <> 'in_prenotazione' and a.sede_codice = public.sede_corrente() for update;
  quel_giorno := (preso.inizio_at at time zone 'Europe/Rome')::date;
  if preso.id is null or coalesce(p_atto not in ('arrivato', 'iniziato', 'tenuto', 'non_presentato', 'definito'), true) then
    return 'non_trovata';
  elsif preso.stato <> 'confermato' then
    return 'gia_chiuso';
  elsif p_atto in ('arrivato', 'iniziato') and quel_giorno <> public.oggi()
    or p_atto = 'tenuto' and quel_giorno > public.oggi() then
    return 'altro_giorno';
  elsif p_atto = 'non_presentato' and preso.inizio_at > public.adesso() then
    return 'troppo_presto';
  elsif p_atto = 'arrivato' and preso.arrivato_at is not null or p_atto = 'iniziato' and preso.iniziato_at is not null then
    return 'ok';
  end if;
  update public.appuntamenti a set
      arrivato_at = case when p_atto in ('arrivato', 'iniziato') then coalesce(a.arrivato_at, now()) else a.arrivato_at end,
      iniziato_at = case when p_atto = 'iniziato' then now() else a.iniziato_at end,
      stato = case p_atto when 'tenuto' then 'tenuto' when 'non_presentato' then 'non_presentato'
        when 'definito' then 'chiuso_e_definito' else a.stato end,
      chiuso_at = case when p_atto in ('tenuto', 'non_presentato', 'definito') then now() else a.chiuso_at end,
      sequenza = a.sequenza + case p_atto when 'definito' then 1 else 0 end,
      nota_sede = coalesce(nullif(btrim(p_nota), ''), a.nota_sede)
    where a.posizione_id = preso.posizione_id and a.id = p_id;
  perform public.annota_appuntamento(preso.posizione_id, p_id, p_atto, null, null);
  if p_atto = 'definito' then
    perform public.avvisa_appuntamento(preso, 'appuntamento_annullato');
    perform graphile_worker.remove_job('promemoria ' || p_id);
    perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  end if;
  return 'ok';
end
$$;
--> statement-breakpoint

-- Takes back what was marked last, on the day on which it was marked: arrivato, iniziato or non_presentato, of which
-- nobody was told by mail. Who was marked iniziato without having been marked arrivato has not arrived either. Taken
-- back before, it changes nothing.
create function public.correggi_appuntamento(p_id uuid, p_atto text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  preso public.appuntamenti;
  segni text[];
  quando timestamptz;
begin
  select a.* into preso from public.appuntamenti a
    where a.id = p_id and a.stato <> 'in_prenotazione' and a.sede_codice = public.sede_corrente() for update;
  segni := array_remove(array[
    case when preso.arrivato_at is not null then 'arrivato' end,
    case when preso.iniziato_at is not null then 'iniziato' end,
    case when preso.stato = 'non_presentato' then 'non_presentato' end], null);
  quando := case p_atto when 'arrivato' then preso.arrivato_at when 'iniziato' then preso.iniziato_at else preso.chiuso_at end;
  if preso.id is null or coalesce(p_atto not in ('arrivato', 'iniziato', 'non_presentato'), true) then
    return 'non_trovata';
  elsif preso.stato not in ('confermato', 'non_presentato') then
    return 'gia_chiuso';
  elsif p_atto <> all(segni) then
    return 'ok';
  -- Something was marked after it, in another window.
  elsif p_atto <> segni[cardinality(segni)] then
    return 'non_trovata';
  elsif (quando at time zone 'Europe/Rome')::date <> (now() at time zone 'Europe/Rome')::date then
    return 'altro_giorno';
  end if;
  update public.appuntamenti a set
      arrivato_at = case when p_atto = 'arrivato' or p_atto = 'iniziato' and a.arrivato_at = a.iniziato_at then null
        else a.arrivato_at end,
      iniziato_at = case when p_atto = 'iniziato' then null else a.iniziato_at end,
      stato = 'confermato',
      chiuso_at = case when p_atto = 'non_presentato' then null else a.chiuso_at end,
      nota_sede = case when p_atto = 'non_presentato' then null else a.nota_sede end
    where a.posizione_id = preso.posizione_id and a.id = p_id;
  perform public.annota_appuntamento(preso.posizione_id, p_id, 'corretto', p_atto, null);
  return 'ok';
exception
  -- Meanwhile there is another appuntamento for the same reason, or at the same time.
  when unique_violation or exclusion_violation then
    return 'occupato';
end
$$;
--> statement-breakpoint

-- Where to connect, for one by video; given once more, it takes the place of the one before. The address is in no mail.
create function public.dai_collegamento(p_id uuid, p_collegamento text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  preso public.appuntamenti;
begin
  select a.* into preso from public.appuntamenti a
    where a.id = p_id and a.stato <> 'in_prenotazione' and a.sede_codice = public.sede_corrente() for update;
  if preso.id is null or preso.modo <> 'video' or p_collegamento is null then
    return 'non_trovata';
  elsif preso.stato <> 'confermato' then
    return 'gia_chiuso';
  elsif preso.collegamento = p_collegamento then
    return 'ok';
  end if;
  update public.appuntamenti a set collegamento = p_collegamento where a.posizione_id = preso.posizione_id and a.id = p_id;
  perform public.annota_appuntamento(preso.posizione_id, p_id, 'collegamento', null, null);
  perform public.avvisa_appuntamento(preso, 'appuntamento_collegamento');
  return 'ok';
end
$$;
--> statement-breakpoint

-- The agenda changed under these: who has them is told, and may move them once more. @returns how many
create function public.segna_da_spostare(p_ids uuid[]) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  preso public.appuntamenti;
  quanti integer := 0;
begin
  for preso in
    select a.* from public.appuntamenti a
    where a.id = any(p_ids) and a.sede_codice = public.sede_corrente() and a.stato = 'confermato' and a.da_spostare_at is null
    order by a.id for update
  loop
    update public.appuntamenti a set da_spostare_at = now() where a.posizione_id = preso.posizione_id and a.id = preso.id;
    perform public.annota_appuntamento(preso.posizione_id, preso.id, 'da_spostare', null, null);
    perform public.avvisa_appuntamento(preso, 'appuntamento_da_spostare');
    quanti := quanti + 1;
  end loop;
  return quanti;
end
$$;
--> statement-breakpoint

-- The agenda changed again, and in the viewer's sede some that were to be moved stand after all: who has them is told, and
-- reminded as if nothing had been. @returns how many
create function public.segna_che_restano() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  preso public.appuntamenti;
  quanti integer := 0;
begin
  for preso in
    select a.* from public.appuntamenti a
    where a.sede_codice = public.sede_corrente() and a.stato = 'confermato' and a.da_spostare_at is not null
      and a.inizio_at > public.adesso()
      and public.perche_non_riceve(a.sede_codice, a.esperto, a.modo, a.inizio_at, a.fine_at) is null
    order by a.id for update
  loop
    update public.appuntamenti a set da_spostare_at = null where a.posizione_id = preso.posizione_id and a.id = preso.id;
    perform public.annota_appuntamento(preso.posizione_id, preso.id, 'resta', null, null);
    perform public.avvisa_appuntamento(preso, 'appuntamento_resta');
    if preso.inizio_at - interval '48 hours' > public.adesso() then
      perform graphile_worker.add_job('promemoria', json_build_object('id', preso.id),
        run_at := preso.inizio_at - interval '48 hours', job_key := 'promemoria ' || preso.id, max_attempts := 10);
    end if;
    quanti := quanti + 1;
  end loop;
  return quanti;
end
$$;
--> statement-breakpoint

-- A place on the waiting list, whose offers are for who takes it; asked again for the same thing it stays the same place.
create function public.entra_in_attesa(p_id uuid, p_motivo text, p_rapporto text, p_quesito uuid, p_anno integer,
  p_trimestre integer, p_progressivo integer, p_sedi text[], p_modi text[], p_telefono text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
  motivo public.motivi_appuntamento;
  rifiuto text;
begin
  select m.* into motivo from public.motivi_appuntamento m where m.codice = p_motivo and m.attivo;
  if posizione is null then
    return 'non_consentito';
  elsif exists (select from unnest(p_sedi) s
      where s not in (select public.sedi_per_appuntamenti(posizione, p_rapporto)))
    or motivo.codice is null
  then
    return 'non_trovata';
  end if;
  rifiuto := public.perche_non_si_chiede(posizione, motivo, p_rapporto, p_quesito, p_anno, p_trimestre, p_progressivo);
  if rifiuto is not null then
    return rifiuto;
  end if;
  perform public.solo_in_posizione(posizione);
  if exists (
    select from public.appuntamenti a where a.posizione_id = posizione and a.motivo_codice = p_motivo
      and a.stato = 'confermato' and a.chiuso_at is null and a.fine_at > public.adesso()
      and public.oggetto_di(a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo)
        = public.oggetto_di(p_quesito, p_rapporto, p_anno, p_trimestre, p_progressivo))
  then
    return 'gia_prenotato';
  end if;
  insert into public.attese (posizione_id, id, utente_id, profilo, chi, per_conto, motivo_codice, rapporto, quesito_id,
    anno, trimestre, progressivo, sedi, modi, telefono)
  select posizione, p_id, c.utente, c.profilo, c.chi, c.per_conto, p_motivo, p_rapporto, p_quesito, p_anno, p_trimestre,
    p_progressivo, p_sedi, p_modi, p_telefono
  from public.chi_agisce() c
  on conflict do nothing;
  perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  return 'ok';
end
$$;
--> statement-breakpoint

-- Leaves a place, or takes note that what was offered there ran out.
create function public.esci_da_attesa(p_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
  tolta public.attese;
begin
  perform public.solo_in_posizione(posizione);
  select t.* into tolta from public.attese t
    where t.posizione_id = posizione and t.id = p_id
      and (t.stato in ('attiva', 'offerta') or t.stato = 'scaduta' and t.appuntamento_id is not null);
  if not found then
    return 'non_trovata';
  end if;
  delete from public.appuntamenti a where a.id = tolta.appuntamento_id and a.stato = 'in_prenotazione';
  update public.attese t set stato = 'ritirata' where t.posizione_id = posizione and t.id = p_id;
  perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  return 'ok';
end
$$;
--> statement-breakpoint

-- Four hours later, of those in which people look at their mail: from eight to twenty in Rome.
create function public.fine_offerta(p_da timestamptz) returns timestamptz
language sql stable set search_path = ''
begin atomic
  select (case when l.da + interval '4 hours' <= l.da::date + time '20:00' then l.da + interval '4 hours'
      else l.da + interval '16 hours' end) at time zone 'Europe/Rome'
  from (select p_da at time zone 'Europe/Rome' as ora) p, lateral (select case when p.ora::time >= '20:00'
    then p.ora::date + 1 + time '8:00' else greatest(p.ora, p.ora::date + time '8:00') end as da) l;
end;
--> statement-breakpoint

-- The job worker's part: a freed time held for who waits, for four hours of the day and never past its beginning, and
-- the mail that says so. @returns whether it is theirs: false when somebody was faster; null when no other time would be
-- either, because they no longer wait, or hold one already
create function public.offri_orario(p_attesa uuid, p_sede text, p_esperto uuid, p_modo text, p_inizio timestamptz)
returns boolean
language plpgsql set search_path = '' as $$
declare
  attesa public.attese;
  motivo public.motivi_appuntamento;
  preso public.appuntamenti;
  oggetto text;
  nuovo uuid := gen_random_uuid();
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('agenda ' || p_sede, 0));
  perform public.solo_in_posizione(t.posizione_id) from public.attese t where t.id = p_attesa;
  select t.* into attesa from public.attese t where t.id = p_attesa and t.stato = 'attiva' for update;
  select m.* into motivo from public.motivi_appuntamento m where m.codice = attesa.motivo_codice;
  oggetto := public.oggetto_di(attesa.quesito_id, attesa.rapporto, attesa.anno, attesa.trimestre, attesa.progressivo);
  if attesa.id is null or exists (
    select from public.appuntamenti a where a.posizione_id = attesa.posizione_id and a.motivo_codice = attesa.motivo_codice
      and a.sposta_id is null
      and (a.stato = 'in_prenotazione' or a.stato = 'confermato' and a.chiuso_at is null and a.fine_at > public.adesso())
      and public.oggetto_di(a.quesito_id, a.rapporto, a.anno, a.trimestre, a.progressivo) = oggetto)
  then
    return null;
  elsif public.perche_non_riceve(p_sede, p_esperto, p_modo, p_inizio,
    p_inizio + make_interval(mins => motivo.durata_minuti)) is not null
  then
    return false;
  end if;
  perform public.chiudi_senza_esito(attesa.posizione_id, attesa.motivo_codice, oggetto);
  insert into public.appuntamenti (posizione_id, id, numero, sede_codice, esperto, esperto_nome, motivo_codice, rapporto,
    quesito_id, anno, trimestre, progressivo, datore_nome, modo, inizio_at, fine_at, impegno, scade_at, utente_id, profilo,
    chi, per_conto, telefono)
  select attesa.posizione_id, nuovo, upper(substr(gen_random_uuid()::text, 1, 4) || '-' || substr(gen_random_uuid()::text, 1, 4)),
    p_sede, p_esperto, e.nome, attesa.motivo_codice, attesa.rapporto, attesa.quesito_id, attesa.anno, attesa.trimestre,
    attesa.progressivo, concat_ws(' ', s.cognome, s.nome), p_modo, p_inizio,
    p_inizio + make_interval(mins => motivo.durata_minuti),
    tstzrange(p_inizio, p_inizio + make_interval(mins => motivo.durata_minuti + motivo.pausa_minuti), '[)'),
    now() + least(public.fine_offerta(now()) - now(), p_inizio - public.adesso()), attesa.utente_id, attesa.profilo, attesa.chi, attesa.per_conto, attesa.telefono
  from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
  cross join lateral (select x.nome from public.persone_della_sede(p_sede) x where x.utente = p_esperto) e
  where p.id = attesa.posizione_id
  on conflict do nothing
  returning * into preso;
  if preso.id is null then
    return false;
  end if;
  perform public.bozza_di_prenotazione(preso.posizione_id, nuovo, preso.utente_id);
  update public.attese t set stato = 'offerta', appuntamento_id = nuovo
    where t.posizione_id = attesa.posizione_id and t.id = p_attesa;
  perform public.avvisa_chi_aspetta(preso.utente_id, 'attesa_offerta');
  return true;
end
$$;
--> statement-breakpoint

-- Holds whose time is over, and what is offered to who may no longer write from that drawer; the place goes with it.
-- What was written for a hold goes two days later.
-- @returns how many holds
create function public.scadi_prenotazioni() returns integer
language plpgsql set search_path = '' as $$
declare
  quante integer;
  persa public.attese;
begin
  with scadute as (
    select a.posizione_id, a.id from public.appuntamenti a
    where a.stato = 'in_prenotazione' and (a.scade_at <= now() or exists (select from public.attese t
      where t.appuntamento_id = a.id and t.stato = 'offerta' and not public.scrive_ancora(t.posizione_id, t.utente_id)))
    for update skip locked
  ), tolte as (
    delete from public.appuntamenti a using scadute s where a.posizione_id = s.posizione_id and a.id = s.id returning 1
  )
  select count(*) into quante from tolte;
  -- Also of an offer that somebody removed who came for the same time when it had run out.
  for persa in
    update public.attese t set stato = 'scaduta'
    where t.stato = 'offerta' and not exists (select from public.appuntamenti a where a.id = t.appuntamento_id)
    returning t.*
  loop
    if public.scrive_ancora(persa.posizione_id, persa.utente_id) then
      perform public.avvisa_chi_aspetta(persa.utente_id, 'attesa_scaduta');
    end if;
  end loop;
  with vecchie as (
    select b.posizione_id, b.id from public.bozze b
    where b.motivo_codice is not null and b.aggiornata_at < now() - interval '2 days'
      and not exists (select from public.appuntamenti a where a.id = b.id) for update skip locked
  ), allegate as (
    delete from public.allegati a using vecchie v where a.posizione_id = v.posizione_id and a.bozza_id = v.id
  )
  delete from public.bozze b using vecchie v where b.posizione_id = v.posizione_id and b.id = v.id;
  if quante > 0 then
    perform graphile_worker.add_job('attese', '{}'::json, job_key := 'attese');
  end if;
  return quante;
end
$$;
--> statement-breakpoint

-- 48 hours before, if it still stands there; once for each time at which it is to be held.
create function public.ricorda_appuntamento(p_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare
  preso public.appuntamenti;
begin
  select a.* into preso from public.appuntamenti a
    where a.id = p_id and a.stato = 'confermato' and a.da_spostare_at is null for update;
  if not found or preso.inizio_at < public.adesso() or exists (
    select from public.eventi_appuntamento e
    where e.posizione_id = preso.posizione_id and e.appuntamento_id = p_id and e.evento = 'avvisato'
      and e.dettaglio = 'appuntamento_promemoria' and not exists (select from public.eventi_appuntamento m
        where m.posizione_id = preso.posizione_id and m.appuntamento_id = p_id and m.evento = 'spostato' and m.id > e.id))
  then
    return false;
  end if;
  perform public.avvisa_appuntamento(preso, 'appuntamento_promemoria');
  return true;
end
$$;
--> statement-breakpoint

-- One appuntamento of the viewer's sede: the reading goes into the register of its drawer, which is open from then on.
create function public.leggi_appuntamento(p_numero text) returns table (posizione uuid, appuntamento uuid)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
begin
  select * into chi from public.chi_agisce();
  select a.posizione_id, a.id into posizione, appuntamento from public.appuntamenti a
    where a.numero = p_numero and a.sede_codice = chi.sede and a.stato <> 'in_prenotazione';
  if not found then
    return;
  end if;
  insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, motivo)
    values (posizione, chi.utente, chi.profilo, chi.chi, chi.per_conto, 'appuntamento', 'Appuntamento ' || p_numero);
  return next;
end
$$;
--> statement-breakpoint

-- A file in the hands of somebody of a sede goes into the register, as reading what it came with does. The pages of an
-- image stand in the thread: only who has not had that before them for an hour is entered for them.
-- @returns the posizione; none: not theirs to open, or the antivirus has not let it through.
create function public.leggi_allegato(p_allegato uuid, p_pagina boolean) returns table (posizione uuid)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
  perche text;
begin
  select * into chi from public.chi_agisce();
  select f.posizione_id, coalesce('Quesito ' || q.protocollo, 'Appuntamento ' || a.numero) into posizione, perche
    from public.allegati f
    left join public.messaggi m on m.posizione_id = f.posizione_id and m.id = f.messaggio_id
    left join public.bozze b on b.posizione_id = f.posizione_id and b.id = f.bozza_id and b.lato = 'sede'
    left join public.quesiti q on q.posizione_id = f.posizione_id and q.id = coalesce(m.quesito_id, b.quesito_id)
    left join public.appuntamenti a on a.posizione_id = f.posizione_id and a.id = f.appuntamento_id
      and a.stato <> 'in_prenotazione'
    where f.id = p_allegato and f.scansione in ('pulito', 'non_prevista')
      and (q.sede_codice = chi.sede or a.sede_codice = chi.sede or q.id in (select public.quesiti_in_parere()));
  if not found then
    return;
  end if;
  if not p_pagina or not exists (select from public.accessi l
    where l.posizione_id = leggi_allegato.posizione and l.utente_id = chi.utente and l.motivo = perche
      and l.quando_at > now() - interval '1 hour')
  then
    insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, motivo)
      values (posizione, chi.utente, chi.profilo, chi.chi, chi.per_conto, 'allegato', perche);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- An esperto's appuntamenti for a calendar program, which has no session: the secret in its address is the key. No
-- personal data: when, what for, in which way. A key that opens a calendar in which there is nothing finds one row, empty.
create function public.leggi_calendario(p_segreto text)
returns table (id uuid, numero text, motivo text, modo text, inizio timestamptz, fine timestamptz, stato text, sequenza integer)
language sql stable security definer set search_path = ''
begin atomic
  select a.id, a.numero, m.nome, a.modo, a.inizio_at, a.fine_at, a.stato, a.sequenza
  from public.calendari c
  left join public.appuntamenti a on a.esperto = c.esperto and a.sede_codice = c.sede_codice
    and a.stato in ('confermato', 'tenuto', 'annullato') and a.inizio_at > public.adesso() - interval '30 days'
  left join public.motivi_appuntamento m on m.codice = a.motivo_codice
  where c.segreto = p_segreto
    and exists (select from public.profili p join public.utenti u on u.id = p.utente_id and u.disabilitato_at is null
      where p.utente_id = c.esperto and p.sede_codice = c.sede_codice and p.esperto)
  order by a.inizio_at;
end;
--> statement-breakpoint
-- When somebody of these drawers is next met; of those only that stand on the desk of who asks, whatever the ambito of
-- the delega. A page of the desk asks about its own rows: all that is booked would be too much.
create function public.prossimi_appuntamenti(p_posizioni uuid[]) returns table (posizione uuid, inizio timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select p.posizione, min(a.inizio_at)
  from unnest(p_posizioni) p(posizione)
  -- Of a few one looks up whose they are; a join might read the whole desk.
  cross join lateral (select from public.deleganti g
    where g.posizione_id = p.posizione and g.delegato = (select public.delegato_corrente())
      and g.dal <= (select public.oggi()) and (g.al is null or g.al >= (select public.oggi())) limit 1) g
  -- One that is booked moves no other, and one that is to come is not closed; to say so is to name the index of those
  -- that live.
  join public.appuntamenti a on a.posizione_id = p.posizione and a.stato = 'confermato' and a.sposta_id is null
    and a.chiuso_at is null
  where a.fine_at > (select public.adesso())
  group by p.posizione;
end;
--> statement-breakpoint
-- In which drawers of the desk of who asks there are appuntamenti that the sede cannot keep, and how many.
create function public.deleganti_da_spostare() returns table (posizione uuid, appuntamenti integer)
language sql stable security definer set search_path = ''
begin atomic
  select a.posizione_id, count(*)::integer
  from public.appuntamenti a
  cross join lateral (select from public.deleganti g
    where g.posizione_id = a.posizione_id and g.delegato = (select public.delegato_corrente())
      and g.dal <= (select public.oggi()) and (g.al is null or g.al >= (select public.oggi())) limit 1) g
  where a.stato = 'confermato' and a.da_spostare_at is not null and a.fine_at > (select public.adesso())
  group by a.posizione_id;
end;
--> statement-breakpoint
-- Of the deleganti on one page of the desk: how many quesiti wait for a word, as deleganti_da_leggere() counts them, and how
-- many appuntamenti for another time. By the drawers, so that it costs what a page shows.
create function public.novita_dei_deleganti(p_posizioni uuid[])
returns table (posizione uuid, da_leggere integer, da_spostare integer)
language sql stable security definer set search_path = ''
begin atomic
  select g.posizione_id,
    (select count(*)::integer from (
      select m.quesito_id from public.messaggi m
      where m.posizione_id = g.posizione_id and m.letto_at is null and m.lato = 'sede'
      union
      select q.id from public.quesiti q where q.posizione_id = g.posizione_id and q.sospeso_dal is not null
    ) w),
    (select count(*)::integer from public.appuntamenti a
      where a.posizione_id = g.posizione_id and a.stato = 'confermato' and a.da_spostare_at is not null
        and a.fine_at > (select public.adesso()))
  from public.deleganti g
  where g.posizione_id = any(p_posizioni) and g.delegato = (select public.delegato_corrente())
    and g.dal <= (select public.oggi()) and (g.al is null or g.al >= (select public.oggi()));
end;
--> statement-breakpoint
-- What others did, the latest first: to the datore in their own drawer, to the titolare in the studio's name. Visits and acts stand where they were written; nothing of it is kept twice. p_prima: the cursore
-- of the last row of the page before. oggetto: the rapporto, protocollo, numero or delega it was about.
create function public.leggi_registro(p_prima text, p_persona uuid, p_quante integer)
returns table (cursore text, quando_at timestamptz, posizione_id uuid, profilo text, chi text, per_conto text, cosa text,
  oggetto text, motivo text)
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
        a.per_conto, a.cosa, a.rapporto, a.motivo
      from public.accessi a
      where (aperta is null or a.posizione_id = aperta) and (studio is null or a.intermediario_codice = studio)
        and (p_persona is null or a.utente_id = p_persona)
        and a.quando_at <= prima and (a.quando_at, 0, a.id) < (prima, prima_fonte, prima_id)
      order by a.quando_at desc, a.id desc limit p_quante)
      union all
      (select 1, e.id, e.quando_at, e.posizione_id, e.quesito_id, e.profilo, e.chi, e.per_conto, 'quesito_' || e.evento,
        null, null
      from public.eventi_quesito e
      where (aperta is null or e.posizione_id = aperta) and (studio is null or e.intermediario_codice = studio)
        and (p_persona is null or e.utente_id = p_persona) and e.profilo in ('delegato', 'intermediario')
        and e.quando_at <= prima and (e.quando_at, 1, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      (select 2, e.id, e.quando_at, e.posizione_id, e.appuntamento_id, e.profilo, e.chi, e.per_conto,
        'appuntamento_' || e.evento, null, null
      from public.eventi_appuntamento e
      where (aperta is null or e.posizione_id = aperta) and (studio is null or e.intermediario_codice = studio)
        and (p_persona is null or e.utente_id = p_persona) and e.profilo in ('delegato', 'intermediario')
        and e.quando_at <= prima and (e.quando_at, 2, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
      union all
      -- Whom the riserbo leaves without a name (0011) is not told here either.
      (select 3, e.id, e.quando_at, null, e.delega_id, case when e.per_conto is null then 'delegato' else 'intermediario' end,
        e.chi, e.per_conto, 'delega_' || e.evento, null, e.motivo
      from public.eventi_delega e
      where (datore is null or e.datore_codice_fiscale = datore and (e.per_conto is not null or e.utente_id <> io))
        and (studio is null or e.intermediario_codice = studio and e.per_conto is not null)
        and (p_persona is null or e.utente_id = p_persona) and e.chi is not null
        and e.evento in ('proposta', 'accettata', 'rifiutata', 'annullata', 'rinunciata')
        and e.quando_at <= prima and (e.quando_at, 3, e.id) < (prima, prima_fonte, prima_id)
      order by e.quando_at desc, e.id desc limit p_quante)
    ) r
    order by r.quando desc, r.fonte desc, r.id desc limit p_quante
  )
  -- Only behind a delega that was accepted does a posizione stand: before, nobody learns whether there is one.
  select (extract(epoch from r.quando) * 1000000)::bigint || '-' || r.fonte || '-' || r.id, r.quando,
    coalesce(r.posizione, d.posizione_id), r.profilo, r.chi, r.per_conto, r.cosa,
    case r.fonte when 0 then r.rapporto when 3 then d.id::text
      when 1 then (select q.protocollo from public.quesiti q where q.posizione_id = r.posizione and q.id = r.di)
      else (select a.numero from public.appuntamenti a where a.posizione_id = r.posizione and a.id = r.di) end, r.motivo
  from righe r
  left join lateral (select g.posizione_id, g.id from public.deleghe g where r.fonte = 3 and g.id = r.di limit 1) d on true
  order by r.quando desc, r.fonte desc, r.id desc;
end
$$;
--> statement-breakpoint
-- Everybody of whom leggi_registro() has a row to tell the datore of the open drawer, by name.
create function public.persone_del_registro() returns table (id uuid, chi text, per_conto text)
language plpgsql stable security definer set search_path = '' as $$
declare
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
  io uuid := public.utente_corrente();
  datore text := public.datore_corrente();
begin
  if datore is null or aperta is null or aperta not in (select public.posizioni_proprie()) then
    return;
  end if;
  return query
    select r.utente_id, max(r.chi), max(r.per_conto)
    from (
      select a.utente_id, a.chi, a.per_conto from public.accessi a where a.posizione_id = aperta
      union all
      select e.utente_id, e.chi, e.per_conto from public.eventi_quesito e
      where e.posizione_id = aperta and e.profilo in ('delegato', 'intermediario')
      union all
      select e.utente_id, e.chi, e.per_conto from public.eventi_appuntamento e
      where e.posizione_id = aperta and e.profilo in ('delegato', 'intermediario')
      union all
      select e.utente_id, e.chi, e.per_conto from public.eventi_delega e
      where e.datore_codice_fiscale = datore and (e.per_conto is not null or e.utente_id <> io) and e.chi is not null
        and e.evento in ('proposta', 'accettata', 'rifiutata', 'annullata', 'rinunciata')
    ) r
    where r.utente_id is not null
    group by r.utente_id order by 2, 1;
end
$$;
--> statement-breakpoint
grant execute on function public.adesso(), public.oggetto_di(uuid, text, integer, integer, integer),
  public.leggi_registro(text, uuid, integer), public.persone_del_registro(), public.prossimi_appuntamenti(uuid[]),
  public.deleganti_da_spostare(), public.novita_dei_deleganti(uuid[]), public.esperti_di(text[]), public.sede_dell_esperto(), public.posizione_in_cui_prenota(),
  public.orari_occupati(text[], timestamptz, timestamptz, uuid),
  public.blocca_orario(uuid, uuid, text, text, uuid, integer, integer, integer, text, uuid, text, timestamptz),
  public.libera_orario(uuid, timestamptz), public.conferma_appuntamento(uuid, text, text), public.annulla_appuntamento(uuid, text),
  public.segna_appuntamento(uuid, text, text), public.correggi_appuntamento(uuid, text), public.dai_collegamento(uuid, text),
  public.segna_da_spostare(uuid[]), public.segna_che_restano(),
  public.entra_in_attesa(uuid, text, text, uuid, integer, integer, integer, text[], text[], text),
  public.esci_da_attesa(uuid), public.leggi_calendario(text),
  public.sedi_per_appuntamenti(uuid, text), public.leggi_appuntamento(text),
  public.leggi_allegato(uuid, boolean) to cassetto_app;
