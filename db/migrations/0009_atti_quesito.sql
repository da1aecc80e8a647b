-- What who asks may do with a quesito. Each function is one act: it looks who asks, takes its locks in one order,
-- changes the state, adds the event and queues the mail, or answers with the reason why not. The words are those of
-- lib/quesiti/rules.ts. The order: a bozza of who asks, quesito, a bozza of the sede, a parere, protocollo.

-- Who is acting, as a register names them: the person, and the studio or sede for which they act.
create function public.chi_agisce()
returns table (utente uuid, profilo text, chi text, per_conto text, sede text, intermediario text)
language sql stable security definer set search_path = ''
begin atomic
  select c.utente, c.tipo,
    coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(c.utente::text, 8)),
    coalesce(i.denominazione, se.denominazione), c.sede, c.intermediario
  -- One row at most: without the limit the planner expects a thousand, and reads all soggetti for them.
  from (select * from public.sessione_corrente() limit 1) c
  left join public.soggetti s on s.codice_fiscale = c.codice_fiscale
  left join public.intermediari i on i.codice = c.intermediario
  left join public.sedi se on se.codice = c.sede
  where not c.pin_iniziale and c.tipo is not null;
end;
--> statement-breakpoint

-- The open drawer, if the viewer may write from it: its datore, or a delega that says operazioni.
create function public.posizione_in_cui_scrive() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  chi record;
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
begin
  select * into chi from public.sessione_corrente();
  if aperta is null or not found or aperta not in (select public.posizioni_di_parte()) then
    return null;
  elsif chi.tipo = 'datore' or exists (
    select from public.deleghe d
    where d.posizione_id = aperta and d.stato = 'attiva' and d.ambito = 'operazioni'
      and d.data_inizio <= public.oggi() and (d.fine is null or d.fine >= public.oggi())
      and (d.intermediario_codice = chi.intermediario
        or chi.tipo = 'delegato' and d.delegato_codice_fiscale = chi.codice_fiscale)
  ) then
    return aperta;
  end if;
  return null;
end
$$;
--> statement-breakpoint

-- The next protocol number of a sede: SEDE.ANNO.NNNNNNN, without gaps, from 1 each year (DPR 445/2000, art. 57).
-- Its row stays locked until the caller commits: a number that was given is a number that was used.
create function public.protocolla(p_sede text) returns text
language plpgsql set search_path = '' as $$
declare
  quanti integer;
  anno_corrente smallint := extract(year from public.oggi());
begin
  insert into public.protocolli as p (sede_codice, anno, ultimo) values (p_sede, anno_corrente, 1)
    on conflict (sede_codice, anno) do update set ultimo = p.ultimo + 1
    returning ultimo into quanti;
  return p_sede || '.' || anno_corrente || '.' || lpad(quanti::text, 7, '0');
end
$$;
--> statement-breakpoint

-- The stems of a text, without accents, as the search asks for them.
create function public.parole_italiane(p_testo text) returns tsvector
language sql immutable parallel safe set search_path = ''
return pg_catalog.to_tsvector('pg_catalog.italian', estensioni.unaccent('estensioni.unaccent', p_testo));
--> statement-breakpoint
create function public.ricerca_italiana(p_testo text) returns tsquery
language sql immutable parallel safe set search_path = ''
return pg_catalog.websearch_to_tsquery('pg_catalog.italian', estensioni.unaccent('estensioni.unaccent', p_testo));
--> statement-breakpoint

create function public.annota_quesito(p_posizione uuid, p_quesito uuid, p_evento text, p_dettaglio text, p_motivo text)
returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_quesito (posizione_id, quesito_id, evento, lato, utente_id, profilo, chi, per_conto,
    intermediario_codice, dettaglio, motivo)
  select p_posizione, p_quesito, p_evento, case when a.sede is null then 'cittadino' else 'sede' end, a.utente, a.profilo,
    a.chi, a.per_conto, a.intermediario, p_dettaglio, nullif(pg_catalog.btrim(p_motivo), '')
  from public.chi_agisce() a;
  select public.avvisa_datore(p_posizione) from public.chi_agisce() a where a.profilo in ('delegato', 'intermediario');
end;
--> statement-breakpoint

-- A mail to the datore and to who wrote for them, each once. An address that is none must not undo the act.
create function public.avvisa_chi_chiede(p_posizione uuid, p_utente uuid, p_modello text) returns void
language plpgsql set search_path = '' as $$
declare
  indirizzo text;
begin
  for indirizzo in
    select distinct on (lower(s.email)) s.email from public.soggetti s
    where s.email is not null and (
      s.codice_fiscale = (select p.codice_fiscale from public.posizioni p where p.id = p_posizione)
      or s.codice_fiscale = (select u.codice_fiscale from public.utenti u where u.id = p_utente))
  loop
    begin
      perform public.accoda_posta(indirizzo, p_modello);
    exception when check_violation then
      null;
    end;
  end loop;
end
$$;
--> statement-breakpoint

-- Begins a bozza, or changes what it is about. p_quesito: it will be an answer in that thread; else a new quesito.
create function public.apri_bozza(p_bozza uuid, p_quesito uuid, p_rapporto text, p_argomento text, p_anno integer,
  p_trimestre integer, p_progressivo integer) returns text
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
  chi uuid := public.utente_corrente();
begin
  if posizione is null then
    return 'non_consentito';
  end if;
  if exists (select from public.messaggi m where m.id = p_bozza) then
    return case when exists (select from public.messaggi m where m.id = p_bozza and m.posizione_id = posizione)
      then 'gia_inviata' else 'non_trovata' end;
  end if;
  if p_quesito is not null and not exists (
      select from public.quesiti q where q.posizione_id = posizione and q.id = p_quesito)
    or p_rapporto is not null and not exists (
      select from public.rapporti r where r.posizione_id = posizione and r.codice = p_rapporto)
    or p_argomento is not null and not exists (
      select from public.argomenti a where a.codice = p_argomento and a.attivo)
    or p_anno is not null and not exists (
      select from public.contributi c where c.posizione_id = posizione and c.rapporto = p_rapporto
        and c.anno = p_anno and c.trimestre = p_trimestre and c.progressivo = p_progressivo)
  then
    return 'non_trovata';
  end if;
  -- Counted one at a time: of many begun at once, too.
  perform pg_advisory_xact_lock(hashtextextended('bozze ' || chi, 0));
  if not exists (select from public.bozze b where b.id = p_bozza) and (
    select count(*) from public.bozze b where b.posizione_id = posizione and b.utente_id = chi) >= 20
  then
    return 'troppe_bozze';
  end if;
  insert into public.bozze as b (posizione_id, id, utente_id, lato, quesito_id, rapporto, argomento_codice, anno,
    trimestre, progressivo)
  values (posizione, p_bozza, chi, 'cittadino', p_quesito, p_rapporto, p_argomento, p_anno, p_trimestre, p_progressivo)
  on conflict (id) do update set rapporto = excluded.rapporto, argomento_codice = excluded.argomento_codice,
    anno = excluded.anno, trimestre = excluded.trimestre, progressivo = excluded.progressivo, aggiornata_at = now()
  where b.posizione_id = posizione and b.utente_id = chi and b.lato = 'cittadino'
    and b.quesito_id is not distinct from p_quesito and b.motivo_codice is null;
  if not found then
    return 'non_trovata';
  end if;
  -- Sent while this was waiting for its row, which came back empty: it would stay as a bozza of what has left.
  if exists (select from public.messaggi m where m.id = p_bozza) then
    delete from public.bozze b where b.posizione_id = posizione and b.id = p_bozza;
    return 'gia_inviata';
  end if;
  return 'ok';
end
$$;
--> statement-breakpoint

-- Keeps what was written so far.
create function public.scrivi_bozza(p_bozza uuid, p_oggetto text, p_testo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
begin
  if posizione is null then
    return 'non_consentito';
  end if;
  update public.bozze b set oggetto = p_oggetto, testo = p_testo, aggiornata_at = now()
    where b.posizione_id = posizione and b.id = p_bozza and b.utente_id = public.utente_corrente()
      and b.lato = 'cittadino';
  return case when found then 'ok'
    when exists (select from public.messaggi m where m.posizione_id = posizione and m.id = p_bozza) then 'gia_inviata'
    else 'non_trovata' end;
end
$$;
--> statement-breakpoint

create function public.elimina_bozza(p_bozza uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  chi uuid := public.utente_corrente();
begin
  perform from public.bozze b where b.id = p_bozza and b.utente_id = chi and b.parte_at is null
    and case b.lato when 'cittadino' then b.posizione_id = public.posizione_in_cui_scrive()
      else public.sede_corrente() is not null end
    for update;
  if not found then
    return 'non_trovata';
  end if;
  delete from public.allegati a where a.bozza_id = p_bozza
    and a.posizione_id = (select b.posizione_id from public.bozze b where b.id = p_bozza);
  delete from public.bozze b where b.id = p_bozza;
  return 'ok';
end
$$;
--> statement-breakpoint

-- Adds a file that was judged sound to a bozza of who asks, with its pages drawn anew (JPEG) if it is an image.
-- The bozza's row is the lock under which files and bytes are counted.
create function public.aggiungi_allegato(p_bozza uuid, p_allegato uuid, p_nome text, p_tipo text, p_pagine integer,
  p_contenuto bytea, p_anteprime bytea[], p_larghezze integer[], p_altezze integer[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  bozza public.bozze;
  quanti integer;
  quanto bigint;
begin
  select b.* into bozza from public.bozze b
    where b.id = p_bozza and b.utente_id = public.utente_corrente() and b.parte_at is null
      and (b.lato = 'cittadino' and b.posizione_id = public.posizione_in_cui_scrive()
        or b.lato = 'sede' and exists (select from public.quesiti q
          where q.posizione_id = b.posizione_id and q.id = b.quesito_id and q.sede_codice = public.sede_corrente()))
    for update;
  if not found then
    return 'non_trovata';
  end if;
  -- The same file of the same form, sent twice.
  if exists (select from public.allegati a
    where a.posizione_id = bozza.posizione_id and a.id = p_allegato and a.bozza_id = p_bozza)
  then
    return 'ok';
  end if;
  select count(*), coalesce(sum(a.byte), 0) into quanti, quanto from public.allegati a
    where a.posizione_id = bozza.posizione_id and a.bozza_id = p_bozza;
  if quanti >= 3 then
    return 'troppi_file';
  elsif quanto + octet_length(p_contenuto) > 3145728 then
    return 'troppi_byte';
  end if;
  insert into public.allegati (posizione_id, id, bozza_id, nome, tipo, byte, sha256, pagine)
    values (bozza.posizione_id, p_allegato, p_bozza, p_nome, p_tipo, octet_length(p_contenuto),
      encode(sha256(p_contenuto), 'hex'), p_pagine);
  insert into public.contenuti_allegato (posizione_id, allegato_id, contenuto)
    values (bozza.posizione_id, p_allegato, p_contenuto);
  insert into public.anteprime (posizione_id, allegato_id, pagina, larghezza, altezza, contenuto)
    select bozza.posizione_id, p_allegato, a.pagina, p_larghezze[a.pagina], p_altezze[a.pagina], a.contenuto
    from unnest(p_anteprime) with ordinality as a (contenuto, pagina);
  update public.bozze b set aggiornata_at = now() where b.posizione_id = bozza.posizione_id and b.id = p_bozza;
  perform graphile_worker.add_job('scansione', pg_catalog.json_build_object('id', p_allegato),
    job_key := 'scansione ' || p_allegato, max_attempts := 15);
  return 'ok';
end
$$;
--> statement-breakpoint

create function public.togli_allegato(p_allegato uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  perform from public.bozze b
    where b.id = (select a.bozza_id from public.allegati a where a.id = p_allegato)
      and b.parte_at is null and b.utente_id = public.utente_corrente()
      and case b.lato when 'cittadino' then b.posizione_id = public.posizione_in_cui_scrive()
        else public.sede_corrente() is not null end
    for update;
  if not found then
    return 'non_trovata';
  end if;
  delete from public.allegati a where a.id = p_allegato and a.bozza_id is not null;
  return case when found then 'ok' else 'non_trovata' end;
end
$$;
--> statement-breakpoint

-- The sede that answers about a rapporto, or about the posizione as a whole (null).
create function public.sede_competente(p_posizione uuid, p_rapporto text) returns text
language sql stable security definer set search_path = ''
return (select coalesce(r.sede_codice, p.sede_codice)
  from public.posizioni p left join public.rapporti r on r.posizione_id = p.id and r.codice = p_rapporto
  where p.id = p_posizione and p.id in (select public.posizioni_visibili()));
--> statement-breakpoint

-- Sends a bozza: text, files, protocol number, event and mail together, or nothing. The bozza's id is the form's key:
-- sent twenty times at once it answers twenty times the same.
-- The event keeps the last day that was promised, for the receipt.
-- p_termine: the last day to answer if the clock starts now, by lib/quesiti/rules.ts (its argomento's days, then the
-- next working day). p_ripreso: the same if it goes on after the sede waited. Holidays are not SQL's business.
create function public.invia_bozza(p_bozza uuid, p_termine date, p_ripreso date)
returns table (esito text, quesito uuid, protocollo text, ricevuta text)
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
  chi record;
  bozza public.bozze;
  domanda public.quesiti;
  giorni integer;
  calcolato date;
  promesso date := p_termine;
begin
  select * into chi from public.chi_agisce();
  if posizione is null or not found then
    esito := 'non_consentito';
    return next;
    return;
  end if;
  select b.* into bozza from public.bozze b
    where b.posizione_id = posizione and b.id = p_bozza and b.utente_id = chi.utente and b.lato = 'cittadino'
    for update;
  if not found then
    select 'ok', q.id, q.protocollo, m.protocollo into esito, quesito, protocollo, ricevuta
      from public.messaggi m join public.quesiti q on q.posizione_id = m.posizione_id and q.id = m.quesito_id
      where m.posizione_id = posizione and m.id = p_bozza and m.utente_id = chi.utente and m.lato = 'cittadino';
    esito := coalesce(esito, 'non_trovata');
    return next;
    return;
  end if;

  if bozza.quesito_id is not null then
    select q.* into domanda from public.quesiti q where q.posizione_id = posizione and q.id = bozza.quesito_id for update;
  else
    perform pg_advisory_xact_lock(hashtextextended('quesiti ' || posizione, 0));
  end if;
  select a.termine_giorni into giorni from public.argomenti a
    where a.codice = coalesce(domanda.argomento_codice, bozza.argomento_codice) and (a.attivo or domanda.id is not null);
  -- Null, if the clock does not stand still.
  calcolato := domanda.termine + (public.oggi() - domanda.sospeso_dal);
  esito := case
    when giorni is null or btrim(bozza.testo) = '' then 'incompleta'
    when bozza.quesito_id is null and length(btrim(bozza.oggetto)) < 3 then 'incompleta'
    -- An archive gave it to another datore since.
    when bozza.quesito_id is null and bozza.rapporto is not null and not exists (
      select from public.rapporti r where r.posizione_id = posizione and r.codice = bozza.rapporto) then 'incompleta'
    when p_termine not between public.oggi() + giorni and public.oggi() + giorni + 10
      or calcolato is not null and (p_ripreso between calcolato and calcolato + 10) is not true then 'non_trovata'
    when exists (select from public.allegati a
      where a.posizione_id = posizione and a.bozza_id = p_bozza and a.scansione = 'infetto') then 'allegato_infetto'
    -- Who asks five times a day is helped by an appointment; twenty is a program.
    when bozza.quesito_id is null and (select count(*) from public.quesiti q
      where q.posizione_id = posizione and q.inviato_at > now() - interval '1 day') >= 20 then 'troppi_quesiti'
    when domanda.chiuso_at < now() - interval '30 days' then 'chiuso_da_troppo'
    when domanda.id is not null and (select count(*) from public.messaggi m
      where m.posizione_id = posizione and m.quesito_id = domanda.id) >= 200 then 'troppi_messaggi'
    else 'ok' end;
  if esito <> 'ok' then
    return next;
    return;
  end if;

  if domanda.id is null then
    quesito := p_bozza;
    protocollo := public.protocolla(public.sede_competente(posizione, bozza.rapporto));
    ricevuta := protocollo;
    insert into public.quesiti (posizione_id, id, protocollo, sede_codice, rapporto, argomento_codice, anno, trimestre,
      progressivo, datore_nome, oggetto, aperto_da, termine, parole)
    select posizione, p_bozza, invia_bozza.protocollo, public.sede_competente(posizione, bozza.rapporto), bozza.rapporto,
      bozza.argomento_codice, bozza.anno, bozza.trimestre, bozza.progressivo, concat_ws(' ', s.cognome, s.nome),
      btrim(bozza.oggetto), chi.utente, p_termine,
      setweight(public.parole_italiane(bozza.oggetto), 'A') || public.parole_italiane(bozza.testo)
    from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale where p.id = posizione;
    perform public.annota_quesito(posizione, p_bozza, 'inviato', promesso::text, null);
  else
    promesso := case domanda.stato when 'chiuso' then p_termine when 'in_attesa_del_cittadino' then p_ripreso
      else domanda.termine end;
    quesito := domanda.id;
    protocollo := domanda.protocollo;
    ricevuta := public.protocolla(domanda.sede_codice);
    update public.quesiti q set ultimo_messaggio_at = now(), parole = q.parole || public.parole_italiane(bozza.testo),
        stato = case when q.stato not in ('chiuso', 'in_attesa_del_cittadino') then q.stato
          when q.assegnato_a is null then 'inviato' else 'in_carico' end,
        termine = promesso, sospeso_dal = null, esito = null, chiuso_at = null, chiuso_da = null
      where q.posizione_id = posizione and q.id = domanda.id;
    perform public.annota_quesito(posizione, domanda.id,
      case domanda.stato when 'chiuso' then 'riaperto' else 'integrato' end, promesso::text, null);
  end if;
  insert into public.messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id, profilo, chi, per_conto, testo)
    values (posizione, quesito, p_bozza, ricevuta, 'cittadino', chi.utente, chi.profilo, chi.chi, chi.per_conto,
      btrim(bozza.testo));
  update public.allegati a set messaggio_id = p_bozza, bozza_id = null
    where a.posizione_id = posizione and a.bozza_id = p_bozza;
  delete from public.bozze b where b.posizione_id = posizione and b.id = p_bozza;
  perform public.avvisa_chi_chiede(posizione, chi.utente, 'quesito_ricevuto');
  return next;
end
$$;
--> statement-breakpoint

-- What esperti were asked and have not given is asked of them no more: the quesito was closed, or is another sede's.
create function public.decadono_pareri(p_posizione uuid, p_quesito uuid) returns void
language sql set search_path = ''
begin atomic
  update public.pareri p set reso_at = now()
    where p.posizione_id = p_posizione and p.quesito_id = p_quesito and p.reso_at is null;
end;
--> statement-breakpoint

-- Who asked needs no answer any more.
create function public.chiudi_quesito(p_quesito uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  posizione uuid := public.posizione_in_cui_scrive();
begin
  if posizione is null then
    return 'non_consentito';
  end if;
  update public.quesiti q set stato = 'chiuso', chiuso_at = now(), chiuso_da = 'cittadino', sospeso_dal = null
    where q.posizione_id = posizione and q.id = p_quesito and q.stato <> 'chiuso';
  if not found then
    return case when exists (select from public.quesiti q where q.posizione_id = posizione and q.id = p_quesito)
      then 'gia_chiuso' else 'non_trovata' end;
  end if;
  perform public.decadono_pareri(posizione, p_quesito);
  perform public.annota_quesito(posizione, p_quesito, 'chiuso', null, null);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Somebody has the thread before them: what the other side wrote is read. A sede's reading goes into the register of
-- the drawer, and opens it for an hour. @returns the quesito; none: not theirs.
create function public.leggi_quesito(p_protocollo text) returns table (posizione uuid, quesito uuid)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
  domanda public.quesiti;
begin
  select * into chi from public.chi_agisce();
  -- A sede reads at its own address: asked for in a drawer's, it would open that one.
  if not found or chi.sede is not null and nullif(current_setting('app.posizione', true), '') is not null then
    return;
  end if;
  select q.* into domanda from public.quesiti q
    where q.protocollo = p_protocollo and (q.sede_codice = chi.sede
      or q.id in (select public.quesiti_in_parere()) or q.posizione_id in (select public.posizioni_di_parte()));
  if not found then
    return;
  end if;
  posizione := domanda.posizione_id;
  quesito := domanda.id;
  if chi.sede is not null then
    insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, motivo)
      values (posizione, chi.utente, chi.profilo, chi.chi, chi.per_conto, 'quesito', 'Quesito ' || p_protocollo);
  end if;
  -- Who only gives a parere does not read for the sede, nor does who asked, should they work there.
  if chi.sede is null or domanda.sede_codice = chi.sede and not public.ha_chiesto(domanda, chi.utente) then
    update public.messaggi m set letto_at = now()
      where m.posizione_id = leggi_quesito.posizione and m.quesito_id = leggi_quesito.quesito and m.letto_at is null
        and m.lato = case when chi.sede is null then 'sede' else 'cittadino' end;
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- Whether a mail goes to who asks when this quesito is answered: to its datore, and to who sent it.
create function public.avvisato_di(p_quesito uuid) returns boolean
language sql stable security definer set search_path = ''
begin atomic
  select exists (select from public.quesiti q
    join public.posizioni p on p.id = q.posizione_id
    join public.utenti u on u.id = public.utente_corrente()
    join public.soggetti s on s.codice_fiscale = u.codice_fiscale and length(s.email) <= 254
      and s.email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_{|}~-]+@[A-Za-z0-9.-]+$'
    where q.id = p_quesito and (q.aperto_da = u.id or p.codice_fiscale = u.codice_fiscale));
end;
--> statement-breakpoint

-- How long a sede really took to answer about a categoria, in the last 12 months: days from sending to first answer,
-- the middle one and the one that 90 in 100 stay within. For everybody: it names nobody.
create function public.tempi_di_risposta(p_sede text, p_categoria text)
returns table (risposte integer, mediana integer, novanta integer)
language sql stable security definer set search_path = ''
begin atomic
  select count(*)::integer,
    percentile_disc(0.5) within group (order by t.giorni)::integer,
    percentile_disc(0.9) within group (order by t.giorni)::integer
  from (
    select extract(day from q.prima_risposta_at - q.inviato_at) as giorni
    from public.quesiti q join public.argomenti a on a.codice = q.argomento_codice
    where q.sede_codice = p_sede and a.categoria_codice = p_categoria
      and q.prima_risposta_at > now() - interval '12 months'
  ) t;
end;
--> statement-breakpoint
-- In which drawers of the desk of who asks a quesito has a word of the sede that nobody on that side has read, or that
-- waits for their answer, and how many such quesiti.
create function public.deleganti_da_leggere() returns table (posizione uuid, quesiti integer)
language sql stable security definer set search_path = ''
begin atomic
  select w.posizione_id, count(distinct w.quesito_id)::integer
  from (
    select m.posizione_id, m.quesito_id from public.messaggi m where m.letto_at is null and m.lato = 'sede'
    union all
    select q.posizione_id, q.id from public.quesiti q where q.sospeso_dal is not null
  ) w join public.deleganti g on g.posizione_id = w.posizione_id
  where g.delegato = (select public.delegato_corrente())
    and g.dal <= (select public.oggi()) and (g.al is null or g.al >= (select public.oggi()))
  group by w.posizione_id;
end;
--> statement-breakpoint
grant execute on function public.deleganti_da_leggere(), public.sede_corrente(), public.responsabile_corrente(), public.posizioni_di_parte(),
  public.quesiti_in_parere(), public.posizione_in_cui_scrive(), public.parole_italiane(text),
  public.ricerca_italiana(text), public.apri_bozza(uuid, uuid, text, text, integer, integer, integer),
  public.scrivi_bozza(uuid, text, text), public.elimina_bozza(uuid),
  public.aggiungi_allegato(uuid, uuid, text, text, integer, bytea, bytea[], integer[], integer[]),
  public.togli_allegato(uuid), public.sede_competente(uuid, text), public.invia_bozza(uuid, date, date),
  public.chiudi_quesito(uuid), public.leggi_quesito(text), public.avvisato_di(uuid),
  public.tempi_di_risposta(text, text) to cassetto_app;
