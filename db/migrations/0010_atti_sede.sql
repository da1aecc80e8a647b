-- What a sede may do with a quesito. Only who is in charge answers, asks, closes and passes it on; who is not in charge
-- is told who is. The words are those of lib/quesiti/rules.ts.

-- The quesito, locked, if it is of the sede of who asks.
create function public.quesito_della_sede(p_quesito uuid) returns public.quesiti
language plpgsql set search_path = '' as $$
declare
  domanda public.quesiti;
begin
  select q.* into domanda from public.quesiti q
    where q.id = p_quesito and q.sede_codice = public.sede_corrente() for update;
  return domanda;
end
$$;
--> statement-breakpoint

-- Who works for a sede, by name.
create function public.persone_della_sede(p_sede text)
returns table (utente uuid, nome text, tipo text, esperto boolean)
language sql stable security definer set search_path = ''
begin atomic
  select u.id, coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(u.id::text, 8)),
    max(p.tipo), bool_or(p.esperto)
  from public.profili p
  join public.utenti u on u.id = p.utente_id and u.disabilitato_at is null
  left join public.soggetti s on s.codice_fiscale = u.codice_fiscale
  where p.sede_codice = p_sede and p.tipo in ('operatore', 'responsabile')
  group by u.id, s.nome, s.cognome;
end;
--> statement-breakpoint

-- The colleagues of who asks, and the esperti of the other sedi of the province.
create function public.colleghi()
returns table (utente uuid, nome text, tipo text, esperto boolean, sede text, denominazione text)
language sql stable security definer set search_path = ''
begin atomic
  select p.utente, p.nome, p.tipo, p.esperto, se.codice, se.denominazione
  from public.sedi mia
  join public.sedi se on se.codice = mia.codice or se.provincia = mia.provincia
  cross join lateral public.persone_della_sede(se.codice) p
  where mia.codice = public.sede_corrente() and (se.codice = mia.codice or p.esperto)
  order by se.codice <> mia.codice, p.nome, p.utente;
end;
--> statement-breakpoint

-- A bozza on its way out is seen by the sede, so that two do not answer at once; and so is what somebody wrote who no
-- longer works there, and cannot send it any more.
create policy della_sede on public.bozze for select to cassetto_app
  using (lato = 'sede'
    and (parte_at is not null
      or utente_id <> all(array(select c.utente from public.colleghi() c where c.sede = public.sede_corrente())))
    and exists (select from public.quesiti q where q.posizione_id = bozze.posizione_id and q.id = bozze.quesito_id
      and q.sede_codice = (select public.sede_corrente())));
--> statement-breakpoint

-- Nobody answers themselves: whose posizione it is, or who wrote in the thread as who asks.
create function public.ha_chiesto(p_quesito public.quesiti, p_utente uuid) returns boolean
language sql stable set search_path = ''
return exists (select from public.posizioni p join public.utenti u on u.codice_fiscale = p.codice_fiscale
    where p.id = (p_quesito).posizione_id and u.id = p_utente)
  or exists (select from public.messaggi m where m.posizione_id = (p_quesito).posizione_id
    and m.quesito_id = (p_quesito).id and m.lato = 'cittadino' and m.utente_id = p_utente);
--> statement-breakpoint

-- Of two who want it at once one gets it, and the other is told by whom it was taken. What was left by somebody who
-- no longer works here is nobody's.
create function public.prendi_in_carico(p_quesito uuid) returns table (esito text, chi text)
language plpgsql security definer set search_path = '' as $$
declare
  io uuid := public.utente_corrente();
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
begin
  select p.nome into chi from public.persone_della_sede(domanda.sede_codice) p
    where p.utente = domanda.assegnato_a and p.utente <> io;
  esito := case
    when domanda.id is null then 'non_trovata'
    when domanda.stato = 'chiuso' then 'gia_chiuso'
    when chi is not null then 'gia_preso'
    when public.ha_chiesto(domanda, io) then 'proprio'
    else 'ok' end;
  if esito <> 'gia_preso' then
    chi := null;
  end if;
  if esito = 'ok' and domanda.assegnato_a is distinct from io then
    update public.quesiti q set assegnato_a = io, stato = case q.stato when 'inviato' then 'in_carico' else q.stato end
      where q.id = p_quesito;
    perform public.annota_quesito(domanda.posizione_id, p_quesito, 'preso_in_carico', null, null);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- Back into the queue.
create function public.rilascia_quesito(p_quesito uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
begin
  if domanda.id is null then
    return 'non_trovata';
  elsif domanda.stato = 'chiuso' then
    return 'gia_chiuso';
  elsif domanda.assegnato_a is distinct from public.utente_corrente() then
    return 'non_in_carico';
  elsif exists (select from public.bozze b where b.quesito_id = p_quesito and b.parte_at is not null) then
    return 'in_partenza';
  end if;
  update public.quesiti q set assegnato_a = null, stato = case q.stato when 'in_carico' then 'inviato' else q.stato end
    where q.id = p_quesito;
  perform public.annota_quesito(domanda.posizione_id, p_quesito, 'rilasciato', null, null);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Gives quesiti to somebody of the sede: all of them, or none. Locked in one order, so that two who give many at once
-- wait for each other and neither for ever.
create function public.assegna_quesiti(p_quesiti uuid[], p_utente uuid, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  mia text := public.sede_corrente();
  nome_di text;
  domanda public.quesiti;
begin
  select p.nome into nome_di from public.persone_della_sede(mia) p where p.utente = p_utente;
  if nome_di is null or cardinality(p_quesiti) not between 1 and 500 then
    return 'non_trovata';
  end if;
  for domanda in
    select q.* from public.quesiti q where q.id = any(p_quesiti) and q.sede_codice = mia order by q.id for update
  loop
    p_quesiti := array_remove(p_quesiti, domanda.id);
    if domanda.stato = 'chiuso' then
      raise exception using errcode = 'CP001', message = 'gia_chiuso';
    elsif domanda.assegnato_a <> public.utente_corrente() and public.responsabile_corrente() is null
      and exists (select from public.persone_della_sede(mia) p where p.utente = domanda.assegnato_a)
    then
      raise exception using errcode = 'CP001', message = 'non_in_carico';
    elsif exists (select from public.bozze b where b.quesito_id = domanda.id and b.parte_at is not null) then
      raise exception using errcode = 'CP001', message = 'in_partenza';
    elsif public.ha_chiesto(domanda, p_utente) then
      raise exception using errcode = 'CP001',
        message = case p_utente when public.utente_corrente() then 'proprio' else 'parte_in_causa' end;
    elsif domanda.assegnato_a is distinct from p_utente then
      update public.quesiti q set assegnato_a = p_utente,
        stato = case q.stato when 'inviato' then 'in_carico' else q.stato end where q.id = domanda.id;
      perform public.annota_quesito(domanda.posizione_id, domanda.id, 'assegnato', nome_di, p_motivo);
    end if;
  end loop;
  if cardinality(p_quesiti) > 0 then
    raise exception using errcode = 'CP001', message = 'non_trovata';
  end if;
  return 'ok';
exception when sqlstate 'CP001' then
  return sqlerrm;
end
$$;
--> statement-breakpoint

-- To another sede, whose queue it enters; the last day to answer stays. The reason is read by who asked, too.
create function public.trasferisci_quesito(p_quesito uuid, p_sede text, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
  nuova text;
begin
  select s.denominazione into nuova from public.sedi s where s.codice = p_sede and s.codice <> domanda.sede_codice;
  if domanda.id is null or nuova is null then
    return 'non_trovata';
  elsif domanda.stato = 'chiuso' then
    return 'gia_chiuso';
  elsif domanda.assegnato_a <> public.utente_corrente() and public.responsabile_corrente() is null
    and exists (select from public.persone_della_sede(domanda.sede_codice) p where p.utente = domanda.assegnato_a)
  then
    return 'non_in_carico';
  elsif coalesce(length(btrim(p_motivo)), 0) < 5 then
    return 'senza_motivo';
  elsif exists (select from public.bozze b where b.quesito_id = p_quesito and b.parte_at is not null) then
    return 'in_partenza';
  end if;
  perform public.annota_quesito(domanda.posizione_id, p_quesito, 'trasferito', nuova, p_motivo);
  -- What was written about it here, and not sent, nobody there can read.
  delete from public.allegati a using public.bozze b
    where b.quesito_id = p_quesito and b.lato = 'sede' and a.posizione_id = b.posizione_id and a.bozza_id = b.id;
  delete from public.bozze b where b.quesito_id = p_quesito and b.lato = 'sede';
  perform public.decadono_pareri(domanda.posizione_id, p_quesito);
  update public.quesiti q set sede_codice = p_sede, assegnato_a = null,
    stato = case q.stato when 'in_carico' then 'inviato' else q.stato end where q.id = p_quesito;
  return 'ok';
end
$$;
--> statement-breakpoint

-- Keeps an answer that is being written.
create function public.scrivi_risposta(p_bozza uuid, p_quesito uuid, p_azione text, p_esito text, p_testo text)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
  io uuid := public.utente_corrente();
begin
  if domanda.id is null then
    return 'non_trovata';
  elsif exists (select from public.messaggi m where m.id = p_bozza) then
    return case when exists (select from public.messaggi m where m.id = p_bozza and m.quesito_id = p_quesito)
      then 'gia_inviata' else 'non_trovata' end;
  elsif domanda.stato = 'chiuso' then
    return 'gia_chiuso';
  elsif domanda.assegnato_a is distinct from io then
    return 'non_in_carico';
  elsif public.ha_chiesto(domanda, io) then
    return 'proprio';
  end if;
  insert into public.bozze as b (posizione_id, id, utente_id, lato, quesito_id, azione, esito, testo)
    values (domanda.posizione_id, p_bozza, io, 'sede', p_quesito, p_azione, p_esito, p_testo)
    on conflict (id) do update set azione = excluded.azione, esito = excluded.esito, testo = excluded.testo,
      aggiornata_at = now()
    where b.utente_id = io and b.quesito_id = p_quesito and b.lato = 'sede' and b.parte_at is null;
  if found then
    return 'ok';
  end if;
  return case when exists (select from public.bozze b where b.id = p_bozza and b.utente_id = io and b.parte_at is not null)
    then 'in_partenza' else 'non_trovata' end;
end
$$;
--> statement-breakpoint

-- Puts an answer on its way: it leaves in 60 seconds, if nobody stops it. Twenty times at once it leaves once.
create function public.invia_risposta(p_bozza uuid) returns table (esito text, parte timestamptz)
language plpgsql security definer set search_path = '' as $$
declare
  io uuid := public.utente_corrente();
  bozza public.bozze;
  domanda public.quesiti;
begin
  domanda := public.quesito_della_sede((select b.quesito_id from public.bozze b where b.id = p_bozza and b.lato = 'sede'));
  select b.* into bozza from public.bozze b where b.id = p_bozza and b.utente_id = io and b.lato = 'sede' for update;
  if not found then
    esito := case when exists (select from public.messaggi m join public.quesiti q
        on q.posizione_id = m.posizione_id and q.id = m.quesito_id
      where m.id = p_bozza and m.utente_id = io and q.sede_codice = public.sede_corrente()) then 'ok' else 'non_trovata' end;
    return next;
    return;
  end if;
  esito := case
    when domanda.id is null then 'non_trovata'
    when bozza.parte_at is not null then 'ok'
    when domanda.stato = 'chiuso' then 'gia_chiuso'
    when domanda.assegnato_a is distinct from io then 'non_in_carico'
    when public.ha_chiesto(domanda, io) then 'proprio'
    when bozza.azione is null or btrim(bozza.testo) = '' then 'incompleta'
    when (bozza.azione = 'chiusura') <> (bozza.esito is not null) then 'senza_esito'
    when exists (select from public.allegati a where a.posizione_id = bozza.posizione_id and a.bozza_id = p_bozza
      and a.scansione = 'infetto') then 'allegato_infetto'
    when exists (select from public.bozze b where b.quesito_id = domanda.id and b.parte_at is not null) then 'in_partenza'
    else 'ok' end;
  if esito = 'ok' then
    parte := coalesce(bozza.parte_at, now() + interval '60 seconds');
    if bozza.parte_at is null then
      update public.bozze b set parte_at = parte where b.posizione_id = bozza.posizione_id and b.id = p_bozza;
      perform graphile_worker.add_job('risposta', pg_catalog.json_build_object('id', p_bozza),
        run_at := parte, job_key := 'risposta ' || p_bozza, max_attempts := 25);
    end if;
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- Stops an answer that has not left.
create function public.ferma_risposta(p_bozza uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  io uuid := public.utente_corrente();
begin
  update public.bozze b set parte_at = null
    where b.id = p_bozza and b.utente_id = io and public.sede_corrente() is not null and b.parte_at is not null;
  if found then
    return 'ok';
  end if;
  return case
    when exists (select from public.messaggi m where m.id = p_bozza and m.utente_id = io and m.lato = 'sede')
      then 'gia_partita'
    when exists (select from public.bozze b where b.id = p_bozza and b.utente_id = io and b.lato = 'sede')
      and public.sede_corrente() is not null then 'ok'
    else 'non_trovata' end;
end
$$;
--> statement-breakpoint

-- The job worker's part: an answer whose minute is over leaves, with its number, its event and the mail. Called twice
-- it leaves once. What was closed in the meantime by who asked stays a bozza, and so does the answer of somebody who
-- no longer works for the sede, or has asked in that thread themselves. @returns what came of it.
create function public.parti_risposta(p_bozza uuid) returns text
language plpgsql set search_path = '' as $$
declare
  bozza public.bozze;
  domanda public.quesiti;
  chi text;
  numero text;
  quale text;
begin
  select q.* into domanda from public.quesiti q
    where q.id = (select b.quesito_id from public.bozze b where b.id = p_bozza and b.lato = 'sede') for update;
  select b.* into bozza from public.bozze b where b.id = p_bozza and b.parte_at is not null for update;
  if not found then
    return 'niente';
  elsif bozza.parte_at > clock_timestamp() then
    return 'presto';
  end if;
  select p.nome, p.tipo into chi, quale from public.persone_della_sede(domanda.sede_codice) p
    where p.utente = bozza.utente_id and p.utente = domanda.assegnato_a;
  if domanda.stato = 'chiuso' or chi is null or public.ha_chiesto(domanda, bozza.utente_id) then
    update public.bozze b set parte_at = null where b.posizione_id = bozza.posizione_id and b.id = p_bozza;
    return case domanda.stato when 'chiuso' then 'chiuso' else 'non_in_carico' end;
  end if;
  numero := public.protocolla(domanda.sede_codice);
  insert into public.messaggi (posizione_id, quesito_id, id, protocollo, lato, utente_id, profilo, chi, per_conto, testo,
    azione)
  select bozza.posizione_id, bozza.quesito_id, p_bozza, numero, 'sede', bozza.utente_id, quale, chi, s.denominazione,
    btrim(bozza.testo), bozza.azione
  from public.sedi s where s.codice = domanda.sede_codice;
  update public.allegati a set messaggio_id = p_bozza, bozza_id = null
    where a.posizione_id = bozza.posizione_id and a.bozza_id = p_bozza;
  delete from public.bozze b where b.posizione_id = bozza.posizione_id and b.id = p_bozza;
  update public.quesiti q set
      ultimo_messaggio_at = now(), parole = q.parole || public.parole_italiane(bozza.testo),
      prima_risposta_at = case bozza.azione when 'richiesta' then q.prima_risposta_at
        else coalesce(q.prima_risposta_at, now()) end,
      stato = case bozza.azione when 'richiesta' then 'in_attesa_del_cittadino' when 'chiusura' then 'chiuso' else q.stato end,
      sospeso_dal = case bozza.azione when 'richiesta' then coalesce(q.sospeso_dal, public.oggi())
        when 'chiusura' then null else q.sospeso_dal end,
      esito = bozza.esito,
      chiuso_at = case bozza.azione when 'chiusura' then now() end,
      chiuso_da = case bozza.azione when 'chiusura' then 'sede' end
    where q.posizione_id = bozza.posizione_id and q.id = bozza.quesito_id;
  if bozza.azione = 'chiusura' then
    perform public.decadono_pareri(bozza.posizione_id, bozza.quesito_id);
  end if;
  insert into public.eventi_quesito (posizione_id, quesito_id, evento, lato, utente_id, profilo, chi, per_conto, dettaglio)
  select bozza.posizione_id, bozza.quesito_id,
    case bozza.azione when 'richiesta' then 'richiesto' when 'chiusura' then 'chiuso' else 'risposto' end,
    'sede', bozza.utente_id, quale, chi, s.denominazione, bozza.esito
  from public.sedi s where s.codice = domanda.sede_codice;
  perform public.avvisa_chi_chiede(bozza.posizione_id, domanda.aperto_da, case bozza.azione
    when 'richiesta' then 'quesito_richiesta' when 'chiusura' then 'quesito_chiuso' else 'quesito_risposto' end);
  return 'partita';
end
$$;
--> statement-breakpoint

-- p_nota: the form's key. Sent twice it is one note; with another text it is none, and must not seem one.
create function public.aggiungi_nota(p_nota uuid, p_quesito uuid, p_testo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
begin
  if domanda.id is null then
    return 'non_trovata';
  end if;
  insert into public.note_quesito (posizione_id, quesito_id, id, utente_id, chi, testo)
    select domanda.posizione_id, p_quesito, p_nota, a.utente, a.chi, btrim(p_testo) from public.chi_agisce() a
    on conflict do nothing;
  return case when found or exists (select from public.note_quesito n
      where n.posizione_id = domanda.posizione_id and n.quesito_id = p_quesito and n.id = p_nota
        and n.utente_id = public.utente_corrente() and n.testo = btrim(p_testo))
    then 'ok' else 'gia_inviata' end;
end
$$;
--> statement-breakpoint

-- Asks an esperto; until they have answered they see the quesito, of whatever sede they are: the thread, not the drawer.
create function public.chiedi_parere(p_quesito uuid, p_esperto uuid, p_domanda text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti := public.quesito_della_sede(p_quesito);
  nome_di text;
begin
  select c.nome into nome_di from public.colleghi() c where c.utente = p_esperto and c.esperto;
  if domanda.id is null or nome_di is null then
    return 'non_trovata';
  elsif domanda.stato = 'chiuso' then
    return 'gia_chiuso';
  elsif domanda.assegnato_a is distinct from public.utente_corrente() or p_esperto = public.utente_corrente() then
    return 'non_in_carico';
  elsif public.ha_chiesto(domanda, public.utente_corrente()) then
    return 'proprio';
  elsif public.ha_chiesto(domanda, p_esperto) then
    return 'parte_in_causa';
  elsif exists (select from public.pareri p
    where p.posizione_id = domanda.posizione_id and p.quesito_id = p_quesito and p.esperto = p_esperto and p.reso_at is null)
  then
    return 'gia_chiesto';
  end if;
  insert into public.pareri (posizione_id, quesito_id, chiesto_da, chiesto_da_nome, esperto, esperto_nome, domanda)
    select domanda.posizione_id, p_quesito, a.utente, a.chi, p_esperto, nome_di, btrim(p_domanda) from public.chi_agisce() a;
  perform public.annota_quesito(domanda.posizione_id, p_quesito, 'parere_chiesto', nome_di, null);
  return 'ok';
end
$$;
--> statement-breakpoint

create function public.rendi_parere(p_parere uuid, p_testo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  domanda public.quesiti;
  parere public.pareri;
begin
  -- The quesito first, as whoever closes it or passes it on.
  select q.* into domanda from public.quesiti q
    where q.id = (select p.quesito_id from public.pareri p where p.id = p_parere and p.esperto = public.utente_corrente())
    for update;
  if public.ha_chiesto(domanda, public.utente_corrente()) then
    return 'proprio';
  end if;
  update public.pareri p set testo = btrim(p_testo), reso_at = now()
    where p.id = p_parere and p.esperto = public.utente_corrente() and p.reso_at is null
      and public.sede_corrente() is not null
    returning p.* into parere;
  if not found then
    return 'non_trovata';
  end if;
  perform public.annota_quesito(parere.posizione_id, parere.quesito_id, 'parere_reso', parere.chiesto_da_nome, null);
  return 'ok';
end
$$;
--> statement-breakpoint

-- What is new in the open quesiti of the sede: messaggi of who asks that nobody here has had before them, and pareri
-- that came after whoever is in charge last looked. p_miei: only of those in charge of this person.
create function public.novita_dei_quesiti(p_miei boolean) returns table (quesito uuid, messaggi integer, pareri integer)
language sql stable security definer set search_path = ''
begin atomic
  select n.* from (
    select q.id,
      (select count(*)::integer from public.messaggi m where m.posizione_id = q.posizione_id and m.quesito_id = q.id
        and m.letto_at is null and m.lato = 'cittadino') as messaggi,
      (select count(*)::integer from public.pareri p where p.posizione_id = q.posizione_id and p.quesito_id = q.id
        and p.testo is not null and p.reso_at > coalesce((select max(a.quando_at) from public.accessi a
          where a.posizione_id = q.posizione_id and a.utente_id = q.assegnato_a and a.cosa = 'quesito'
            and a.motivo = 'Quesito ' || q.protocollo), '-infinity')) as pareri
    from public.quesiti q
    where q.sede_codice = (select public.sede_corrente()) and q.stato <> 'chiuso'
      and (not p_miei or q.assegnato_a = (select public.utente_corrente()))
  ) n
  where n.messaggi > 0 or n.pareri > 0;
end;
--> statement-breakpoint

-- In how many quesiti something waits for this person of a sede: news in what they have in charge, a parere to give.
create function public.novita_mie() returns integer
language sql stable security definer set search_path = ''
begin atomic
  select ((select count(*) from public.novita_dei_quesiti(true)) + (select count(*) from public.quesiti_in_parere()))::integer;
end;
--> statement-breakpoint

-- Opens a drawer for somebody of a sede, for an hour, with a reason that its datore reads.
create function public.apri_da_sede(p_posizione uuid, p_motivo text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
begin
  select * into chi from public.chi_agisce();
  if chi.sede is null or length(btrim(p_motivo)) < 5 or not public.riguarda_la_sede(p_posizione, chi.sede)
    or p_posizione in (select public.posizioni_di_persona()) then
    return false;
  end if;
  insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, motivo)
    values (p_posizione, chi.utente, chi.profilo, chi.chi, chi.per_conto, 'apertura', btrim(p_motivo));
  return true;
end
$$;
--> statement-breakpoint

-- The posizioni that are this sede's business, by codice fiscale of the datore, codice of a rapporto or start of the
-- datore's names. Each that is shown is a row of its register.
create function public.cerca_posizioni(p_cerca text, p_motivo text)
returns table (posizione uuid, nome text, cognome text, codice_fiscale text, comune text, sede text)
language plpgsql security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  chi record;
  parole text;
  omonimi text[];
  per_nome uuid[];
begin
  select * into chi from public.chi_agisce();
  select string_agg(quote_literal(w.parola) || ':*', ' & ') into parole
    from (select parola from unnest(string_to_array(public.normalizza_ricerca(p_cerca), ' ')) parola
      where parola <> '' limit 6) w;
  if chi.sede is null or length(btrim(p_motivo)) < 5 or parole is null then
    return;
  end if;
  select array_agg(s.codice_fiscale) into omonimi from (
    select s.codice_fiscale from public.soggetti s
    where array_to_tsvector(array_remove(string_to_array(public.normalizza_ricerca(
      left(s.cognome, 100) || ' ' || left(s.nome, 100)), ' '), '')) operator(pg_catalog.@@) parole::tsquery
    limit 5001
  ) s;
  if cardinality(omonimi) <= 5000 then
    select array_agg(p.id) into per_nome from public.posizioni p where p.codice_fiscale = any(omonimi);
  elsif omonimi is not null then
    -- Too many in the whole country to look at each: those of the sede are looked through instead.
    select array_agg(p.id) into per_nome from (
      select p.id from public.posizioni p where p.sede_codice = chi.sede
      union select r.posizione_id from public.rapporti r where r.sede_codice = chi.sede
      union select q.posizione_id from public.quesiti q where q.sede_codice = chi.sede
      union select a.posizione_id from public.appuntamenti a where a.sede_codice = chi.sede
    ) della_sede join public.posizioni p on p.id = della_sede.id
    join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    where array_to_tsvector(array_remove(string_to_array(public.normalizza_ricerca(
      left(s.cognome, 100) || ' ' || left(s.nome, 100)), ' '), '')) operator(pg_catalog.@@) parole::tsquery;
  end if;
  return query
    with trovate as materialized (
      select p.id from public.posizioni p where p.codice_fiscale = upper(btrim(p_cerca))
      union
      select r.posizione_id from public.rapporti r where r.codice = btrim(p_cerca)
      union
      select unnest(per_nome)
    ), mie as materialized (
      select t.id from trovate t where public.riguarda_la_sede(t.id, chi.sede) limit 20
    ), annotate as (
      insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, cosa, motivo)
      select m.id, chi.utente, chi.profilo, chi.chi, chi.per_conto, 'ricerca', btrim(p_motivo) from mie m
      returning accessi.posizione_id
    )
    select p.id, s.nome, s.cognome, s.codice_fiscale, s.comune, se.denominazione
    from annotate a join public.posizioni p on p.id = a.posizione_id
    join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    join public.sedi se on se.codice = p.sede_codice
    order by s.cognome, s.nome, p.id;
end
$$;
--> statement-breakpoint

-- As before; a sede's visits carry the reason with which it opened the drawer. Also says how many messaggi of the
-- sede nobody on this side has read.
drop function public.apri_cassetto(text, text, boolean);
--> statement-breakpoint
create function public.apri_cassetto(p_cosa text, p_rapporto text, p_registra boolean)
returns table (posizione uuid, codice_fiscale text, nome text, cognome text, delega uuid, ambito text, titolo text,
  da_leggere integer)
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
  perche text;
  non_letti integer := 0;
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
  if chi.sede is not null then
    select a.motivo into perche from public.accessi a
      where a.posizione_id = aperta and a.utente_id = chi.utente and a.profilo = chi.tipo
        and a.cosa in ('apertura', 'quesito', 'appuntamento')
      order by a.id desc limit 1;
  end if;
  if chi.sede is null then
    select count(*) into non_letti from public.messaggi m
      where m.posizione_id = aperta and m.letto_at is null and m.lato = 'sede';
  end if;
  if chi.tipo <> 'datore' and p_registra then
    insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, intermediario_codice, cosa, rapporto,
      motivo)
    select aperta, chi.utente, chi.tipo,
      coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(chi.utente::text, 8)),
      coalesce(i.denominazione, se.denominazione), chi.intermediario, p_cosa, p_rapporto, perche
    from (select 1) uno
    left join public.soggetti s on s.codice_fiscale = chi.codice_fiscale
    left join public.intermediari i on i.codice = chi.intermediario
    left join public.sedi se on se.codice = chi.sede;
    if chi.sede is null then
      perform public.avvisa_datore(aperta);
    end if;
  end if;
  if chi.tipo in ('datore', 'operatore', 'responsabile') then
    return query
      select p.id, p.codice_fiscale, s.nome, s.cognome, null::uuid,
        case chi.tipo when 'datore' then 'operazioni' else 'ufficio' end, null::text, non_letti
      from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
      where p.id = aperta;
  else
    return query
      select p.id, p.codice_fiscale, s.nome, s.cognome, d.id, d.ambito, d.titolo, non_letti
      from public.posizioni p
      join public.soggetti s on s.codice_fiscale = p.codice_fiscale
      join public.deleghe d on d.posizione_id = p.id and d.stato = 'attiva'
        and d.data_inizio <= public.oggi() and (d.fine is null or d.fine >= public.oggi())
        and (d.intermediario_codice = chi.intermediario
          or chi.tipo = 'delegato' and d.delegato_codice_fiscale = chi.codice_fiscale)
      where p.id = aperta
      -- A person may hold two on one drawer (as a guardian and as a delegato): the wider one counts.
      order by d.ambito desc, d.titolo limit 1;
  end if;
end
$$;
--> statement-breakpoint

-- A dead letter, to be tried again by an amministratore who mended what kept it.
create function public.ritenta_posta(p_posta uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  update public.posta p set abbandonata_at = null, tentativi = 0
    where p.id = p_posta and p.abbandonata_at is not null
      and (select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) = 'amministratore';
  if not found then
    return 'non_trovata';
  end if;
  perform graphile_worker.add_job('posta', pg_catalog.json_build_object('id', p_posta),
    job_key := p_posta::text, max_attempts := 10);
  return 'ok';
end
$$;
--> statement-breakpoint
grant execute on function public.apri_cassetto(text, text, boolean), public.colleghi(), public.prendi_in_carico(uuid), public.rilascia_quesito(uuid),
  public.assegna_quesiti(uuid[], uuid, text), public.trasferisci_quesito(uuid, text, text),
  public.scrivi_risposta(uuid, uuid, text, text, text), public.invia_risposta(uuid), public.ferma_risposta(uuid),
  public.aggiungi_nota(uuid, uuid, text), public.chiedi_parere(uuid, uuid, text), public.rendi_parere(uuid, text),
  public.novita_dei_quesiti(boolean), public.novita_mie(),
  public.apri_da_sede(uuid, text), public.cerca_posizioni(text, text), public.ritenta_posta(uuid) to cassetto_app;
