-- What may be done to a delega. Each function is one act: it looks who asks, takes the datore's lock, changes the
-- state and adds the event, or answers with the reason why not. The words are those of lib/deleghe/rules.ts.

-- All acts on one datore's deleghe come one after the other; an archive that judges its own waits for those under
-- way and keeps new ones waiting.
create function public.blocca_datore(p_codice_fiscale text) returns void
language sql set search_path = ''
begin atomic
  select pg_catalog.pg_advisory_xact_lock_shared(20261124);
  select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('datore ' || p_codice_fiscale, 0));
end;
--> statement-breakpoint

-- One row of eventi_delega by whoever is logged in: who acted, and for which studio.
create function public.annota_delega(p_delega uuid, p_evento text, p_datore text, p_intermediario text, p_delegato text,
  p_motivo text) returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice,
    delegato_codice_fiscale, utente_id, chi, per_conto, motivo)
  select p_delega, p_evento, p_datore, p_intermediario, p_delegato, c.utente,
    coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(c.utente::text, 8)),
    i.denominazione, nullif(pg_catalog.btrim(p_motivo), '')
  from public.sessione_corrente() c
  left join public.soggetti s on s.codice_fiscale = c.codice_fiscale
  left join public.intermediari i on i.codice = c.intermediario;
end;
--> statement-breakpoint

-- The datore whose drawer is open names an intermediario (codice) or a person (codice fiscale). Whether that person
-- exists, or holds other deleghe, is not looked at: the answer would tell.
create function public.proponi_delega(p_tipo text, p_delegato text, p_ambito text, p_inizio date, p_fine date)
returns table (esito text, proposta uuid)
language plpgsql security definer set search_path = '' as $$
declare
  datore text := public.datore_corrente();
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
begin
  esito := 'non_trovata';
  if datore is null or not exists (
    select from public.posizioni p where p.id = aperta and p.codice_fiscale = datore
  ) then
    return next;
    return;
  -- Before the ranges below, which PostgreSQL builds already when it plans.
  elsif p_fine < greatest(p_inizio, public.oggi()) then
    esito := 'fine_passata';
    return next;
    return;
  end if;
  perform public.blocca_datore(datore);
  esito := case
    when p_tipo = 'personale' and p_delegato = datore then 'te_stesso'
    when p_tipo = 'professionale' and not exists (select from public.intermediari i where i.codice = p_delegato)
      then 'intermediario_sconosciuto'
    when p_tipo = 'personale' and exists (
      select from public.deleghe d
      where d.posizione_id = aperta and d.tipo = 'personale' and d.titolo = 'volontaria' and d.stato = 'attiva'
        and daterange(d.data_inizio, d.fine, '[]') && daterange(greatest(p_inizio, public.oggi()), p_fine, '[]')
    ) then 'delegato_gia_presente'
    when p_tipo = 'professionale' and exists (
      select from public.deleghe d
      where d.posizione_id = aperta and d.intermediario_codice = p_delegato and d.stato = 'attiva'
        and d.ambito = p_ambito and d.fine is not distinct from p_fine
        and d.data_inizio <= greatest(p_inizio, public.oggi())
    ) then 'gia_attiva'
    when (select count(*) from public.proposte p
      where p.datore_codice_fiscale = datore and p.proponente = 'datore' and p.stato = 'proposta') >= 10
      then 'troppe_proposte'
    else 'ok' end;
  if esito = 'ok' then
    insert into public.proposte (tipo, datore_codice_fiscale, datore_nome, intermediario_codice, delegato_codice_fiscale,
      ambito, data_inizio, data_fine, proponente, termine)
    select p_tipo, datore, concat_ws(' ', s.nome, s.cognome), case when p_tipo = 'professionale' then p_delegato end,
      case when p_tipo = 'personale' then p_delegato end, p_ambito, greatest(p_inizio, public.oggi()), p_fine, 'datore',
      public.oggi() + 30
    from public.soggetti s where s.codice_fiscale = datore
    on conflict do nothing
    returning id into proposta;
    if proposta is null then
      esito := 'gia_proposta';
    else
      perform public.annota_delega(proposta, 'proposta', datore, case when p_tipo = 'professionale' then p_delegato end,
        case when p_tipo = 'personale' then p_delegato end, null);
    end if;
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- The titolare of a studio asks somebody for their delega. Nothing here depends on whether there is such a datore.
create function public.proponi_a_datore(p_datore text, p_ambito text, p_inizio date, p_fine date)
returns table (esito text, proposta uuid)
language plpgsql security definer set search_path = '' as $$
declare
  studio text := public.titolare_corrente();
begin
  esito := 'non_trovata';
  if studio is null then
    return next;
    return;
  elsif p_fine < greatest(p_inizio, public.oggi()) then
    esito := 'fine_passata';
    return next;
    return;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('studio ' || studio, 0));
  perform public.blocca_datore(p_datore);
  -- Enough for a large studio's day, too few to try all the codici fiscali there may be.
  if (select count(*) from public.proposte p
    where p.intermediario_codice = studio and p.proponente = 'delegato' and p.proposta_at > now() - interval '1 day') >= 300
  then
    esito := 'troppe_proposte';
    return next;
    return;
  end if;
  -- One that was refused waits like any other for who made it, and as long: both make room on the same day, whether or
  -- not scadi_deleghe has been there.
  with scadute as (
    update public.proposte p set stato = 'scaduta'
    where p.datore_codice_fiscale = p_datore and p.intermediario_codice = studio and p.proponente = 'delegato'
      and p.stato = 'proposta' and p.termine < public.oggi()
    returning p.id
  )
  insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice)
  select s.id, 'scaduta', p_datore, studio from scadute s;
  if exists (
    select from public.proposte p
    where p.datore_codice_fiscale = p_datore and p.intermediario_codice = studio and p.proponente = 'delegato'
      and p.stato in ('proposta', 'rifiutata') and p.termine >= public.oggi()
  ) then
    esito := 'gia_proposta';
    return next;
    return;
  end if;
  insert into public.proposte (tipo, datore_codice_fiscale, intermediario_codice, ambito, data_inizio, data_fine,
    proponente, termine)
  values ('professionale', p_datore, studio, p_ambito, greatest(p_inizio, public.oggi()), p_fine, 'delegato',
    public.oggi() + 30)
  on conflict do nothing
  returning id into proposta;
  esito := case when proposta is null then 'gia_proposta' else 'ok' end;
  if proposta is not null then
    perform public.annota_delega(proposta, 'proposta', p_datore, studio, null, null);
  end if;
  return next;
end
$$;
--> statement-breakpoint

-- Whose turn it is: the side that did not propose, and for a studio its titolare.
create function public.sta_decidendo(p public.proposte) returns boolean
language sql stable set search_path = ''
return case
  when p.proponente = 'delegato' then p.datore_codice_fiscale = public.datore_corrente()
  when p.tipo = 'personale' then p.delegato_codice_fiscale = public.persona_corrente()
  else p.intermediario_codice = public.titolare_corrente() end;
--> statement-breakpoint

create function public.decidi_proposta(p_proposta uuid, p_accetta boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p public.proposte;
begin
  select * into p from public.proposte where id = p_proposta;
  if p.id is null or public.sta_decidendo(p) is not true then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(p.datore_codice_fiscale);
  if p.tipo = 'personale' then
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('delegato ' || p.delegato_codice_fiscale, 0));
  end if;
  select * into p from public.proposte where id = p_proposta for update;
  if p.stato = 'attiva' and p_accetta then
    -- Said twice it is one answer, as long as what was accepted still stands.
    return case when exists (
      select from public.deleghe d where d.id = p.id and d.stato = 'attiva' and (d.fine is null or d.fine >= public.oggi())
    ) then 'ok' else 'gia_chiusa' end;
  elsif p.stato <> 'proposta' then
    return case when p.stato = 'rifiutata' and not p_accetta then 'ok' else 'gia_decisa' end;
  elsif p.termine < public.oggi() then
    return 'scaduta';
  elsif p_accetta then
    begin
      return public.attiva_proposta(p);
    exception when lock_not_available or deadlock_detected or exclusion_violation then
      return 'riprova';
    end;
  end if;
  update public.proposte set stato = 'rifiutata' where id = p.id;
  perform public.annota_delega(p.id, 'rifiutata', p.datore_codice_fiscale, p.intermediario_codice,
    p.delegato_codice_fiscale, null);
  return 'ok';
end
$$;
--> statement-breakpoint

-- The second half of an acceptance: under the datore's lock (and the person's), with the proposta still to be decided.
-- An archive being merged holds the deleghe it changes until it ends, and before that waits for whoever is here
-- (blocca_datore): who is here gives up before PostgreSQL looks for a deadlock (1 s) and would end the merge for it.
create function public.attiva_proposta(p public.proposte) returns text
language plpgsql set search_path = '' set lock_timeout = '700ms' as $$
declare
  oggi date := public.oggi();
  dal date := greatest(p.data_inizio, oggi);
  periodo daterange;
  drawer uuid;
  prima record;
begin
  if p.data_fine < dal then
    return 'fine_passata';
  end if;
  periodo := daterange(dal, p.data_fine, '[]');
  select id into drawer from public.posizioni where codice_fiscale = p.datore_codice_fiscale;
  if drawer is null then
    return 'senza_posizione';
  end if;
  if p.tipo = 'personale' then
    if exists (
      select from public.deleghe d
      where d.posizione_id = drawer and d.tipo = 'personale' and d.titolo = 'volontaria' and d.stato = 'attiva'
        and daterange(d.data_inizio, d.fine, '[]') && periodo
    ) then
      return 'delegato_gia_presente';
    end if;
    -- Circ. 127/2021: at most three; one that has not begun counts too.
    if (
      select count(*) from public.deleghe d
      where d.delegato_codice_fiscale = p.delegato_codice_fiscale and d.titolo = 'volontaria' and d.stato = 'attiva'
        and (d.fine is null or d.fine >= oggi)
    ) >= 3 then
      return 'limite_deleghe';
    end if;
    insert into public.profili (utente_id, tipo) select c.utente, 'delegato' from public.sessione_corrente() c
      on conflict do nothing;
  else
    -- Circ. 28/2011: one intermediario at a time, the new one ends the one before.
    for prima in
      select * from public.deleghe d
      where d.posizione_id = drawer and d.tipo = 'professionale' and d.stato = 'attiva'
        and daterange(d.data_inizio, d.fine, '[]') && periodo
      for update
    loop
      if prima.data_inizio < dal and dal > oggi then
        update public.deleghe set ultimo_giorno = dal - 1 where posizione_id = drawer and id = prima.id;
      else
        update public.deleghe set stato = 'revocata', chiusa_at = now() where posizione_id = drawer and id = prima.id;
      end if;
      perform public.annota_delega(prima.id, 'sostituita', p.datore_codice_fiscale, prima.intermediario_codice, null, null);
    end loop;
  end if;
  insert into public.deleghe (posizione_id, id, tipo, intermediario_codice, delegato_codice_fiscale, data_inizio, data_fine,
    stato, ambito)
  values (drawer, p.id, p.tipo, p.intermediario_codice, p.delegato_codice_fiscale, dal, p.data_fine, 'attiva', p.ambito);
  update public.proposte set stato = 'attiva' where id = p.id;
  perform public.annota_delega(p.id, 'accettata', p.datore_codice_fiscale, p.intermediario_codice,
    p.delegato_codice_fiscale, null);
  perform public.aggiorna_deleganti(array[drawer], oggi);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Whoever proposed takes it back, while nobody has decided. A studio that asked must not learn by trying whether it was
-- refused: until its last day a refused request is taken back like a waiting one, after that neither is.
create function public.ritira_proposta(p_proposta uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p public.proposte;
begin
  select * into p from public.proposte where id = p_proposta;
  if p.id is null or (case p.proponente when 'datore' then p.datore_codice_fiscale = public.datore_corrente()
      else p.intermediario_codice = public.titolare_corrente() end) is not true then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(p.datore_codice_fiscale);
  select * into p from public.proposte where id = p_proposta for update;
  if p.proponente = 'delegato' and p.stato in ('proposta', 'rifiutata', 'scaduta') then
    if p.termine < public.oggi() then
      return 'scaduta';
    end if;
  elsif p.stato <> 'proposta' then
    return case p.stato when 'annullata' then 'ok' else 'gia_decisa' end;
  end if;
  update public.proposte set stato = 'annullata' where id = p.id;
  perform public.annota_delega(p.id, 'annullata', p.datore_codice_fiscale, p.intermediario_codice,
    p.delegato_codice_fiscale, null);
  return 'ok';
end
$$;
--> statement-breakpoint

-- Ends a delega of the open drawer: p_evento `revocata` by its datore, `rinunciata` by who holds it (for a studio,
-- its titolare). What a court gave, neither of them takes away.
create function public.chiudi_delega(p_delega uuid, p_evento text, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
  datore text;
  d public.deleghe;
begin
  select p.codice_fiscale into datore from public.posizioni p where p.id = aperta;
  select * into d from public.deleghe where posizione_id = aperta and id = p_delega;
  if d.id is null or (case p_evento
      when 'revocata' then datore = public.datore_corrente()
      when 'rinunciata' then coalesce(d.intermediario_codice = public.titolare_corrente(),
        d.delegato_codice_fiscale = public.persona_corrente()) end) is not true then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(datore);
  begin
    return public.termina_delega(aperta, p_delega, p_evento, datore, p_motivo);
  exception when lock_not_available or deadlock_detected then
    return 'riprova';
  end;
end
$$;
--> statement-breakpoint

-- The second half, under the datore's lock; gives up on an archive being merged as attiva_proposta does.
create function public.termina_delega(p_posizione uuid, p_delega uuid, p_evento text, p_datore text, p_motivo text)
returns text
language plpgsql set search_path = '' set lock_timeout = '700ms' as $$
declare
  d public.deleghe;
  prima record;
begin
  select * into d from public.deleghe where posizione_id = p_posizione and id = p_delega for update;
  if d.id is null then
    return 'non_trovata';
  elsif d.titolo <> 'volontaria' and p_evento <> 'chiusa_da_istituto' then
    return 'per_provvedimento';
  elsif d.stato <> 'attiva' or d.fine < public.oggi() then
    return 'gia_chiusa';
  end if;
  update public.deleghe set stato = 'revocata', chiusa_at = now() where posizione_id = p_posizione and id = d.id;
  perform public.annota_delega(d.id, p_evento, p_datore, d.intermediario_codice, d.delegato_codice_fiscale, p_motivo);
  -- Whose place it never took goes on: until the next one begins, if there is another. Only attiva_proposta sets
  -- ultimo_giorno; an end the archive or the datore gave is data_fine, and stays.
  if d.tipo = 'professionale' and d.data_inizio > public.oggi() then
    for prima in
      update public.deleghe a set ultimo_giorno = (
        select min(s.data_inizio) - 1 from public.deleghe s
        where s.posizione_id = p_posizione and s.tipo = 'professionale' and s.stato = 'attiva'
          and s.data_inizio > a.data_inizio
      )
      where a.posizione_id = p_posizione and a.tipo = 'professionale' and a.chiusa_at is null
        and a.ultimo_giorno = d.data_inizio - 1
      returning a.id, a.stato, a.intermediario_codice
    loop
      if prima.stato = 'attiva' then
        perform public.annota_delega(prima.id, 'ripristinata', p_datore, prima.intermediario_codice, null, null);
      end if;
    end loop;
  end if;
  perform public.aggiorna_deleganti(array[p_posizione], public.oggi());
  return 'ok';
end
$$;
--> statement-breakpoint

-- An amministratore enters what a court decided: no limit of number, no acceptance. p_motivo: the decision.
create function public.registra_tutela(p_datore text, p_persona text, p_titolo text, p_fine date, p_motivo text)
returns text
language plpgsql security definer set search_path = '' as $$
declare
  drawer uuid;
  nuova uuid;
begin
  if (select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) is distinct from 'amministratore' then
    return 'non_trovata';
  elsif p_datore = p_persona then
    return 'te_stesso';
  elsif p_fine < public.oggi() then
    return 'fine_passata';
  end if;
  select id into drawer from public.posizioni where codice_fiscale = p_datore;
  if drawer is null then
    return 'senza_posizione';
  end if;
  perform public.blocca_datore(p_datore);
  if exists (
    select from public.deleghe d
    where d.posizione_id = drawer and d.delegato_codice_fiscale = p_persona and d.titolo <> 'volontaria'
      and d.stato = 'attiva' and (d.fine is null or d.fine >= public.oggi())
  ) then
    return 'gia_attiva';
  end if;
  insert into public.deleghe (posizione_id, tipo, delegato_codice_fiscale, data_inizio, data_fine, stato, titolo)
    values (drawer, 'personale', p_persona, public.oggi(), p_fine, 'attiva', p_titolo) returning id into nuova;
  insert into public.profili (utente_id, tipo) select u.id, 'delegato' from public.utenti u
    where u.codice_fiscale = p_persona on conflict do nothing;
  perform public.annota_delega(nuova, 'registrata', p_datore, null, p_persona, p_motivo);
  perform public.aggiorna_deleganti(array[drawer], public.oggi());
  return 'ok';
end
$$;
--> statement-breakpoint

-- The tutele in force, the latest first, to an amministratore: all of them, those of whoever has this codice fiscale, or
-- one. p_dopo: the last of the page before. Names and drawers are hidden from that profilo otherwise.
create function public.elenca_tutele(p_codice_fiscale text, p_tutela uuid, p_dopo uuid, p_quante integer)
returns table (id uuid, titolo text, dal date, al date, datore text, datore_nome text, persona text, persona_nome text,
  motivo text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  if (select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) is distinct from 'amministratore' then
    return;
  end if;
  return query
    select d.id, d.titolo, d.data_inizio, d.fine, p.codice_fiscale, concat_ws(' ', di.nome, di.cognome),
      d.delegato_codice_fiscale, concat_ws(' ', s.nome, s.cognome),
      (select e.motivo from public.eventi_delega e where e.delega_id = d.id and e.evento = 'registrata' limit 1)
    from public.deleghe d
    join public.posizioni p on p.id = d.posizione_id
    join public.soggetti di on di.codice_fiscale = p.codice_fiscale
    left join public.soggetti s on s.codice_fiscale = d.delegato_codice_fiscale
    where d.titolo <> 'volontaria' and d.stato = 'attiva' and (d.fine is null or d.fine >= public.oggi())
      and (p_codice_fiscale is null or p_codice_fiscale in (p.codice_fiscale, d.delegato_codice_fiscale))
      and (p_tutela is null or d.id = p_tutela)
      and (p_dopo is null or (d.data_inizio, d.id) < (select x.data_inizio, x.id from public.deleghe x where x.id = p_dopo))
    order by d.data_inizio desc, d.id desc limit p_quante;
end
$$;
--> statement-breakpoint

-- An amministratore ends one: the court decided otherwise, or it was entered by mistake. p_motivo says which.
create function public.chiudi_tutela(p_tutela uuid, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  t record;
begin
  if (select c.tipo from public.sessione_corrente() c where not c.pin_iniziale) is distinct from 'amministratore' then
    return 'non_trovata';
  end if;
  select d.posizione_id, p.codice_fiscale into t from public.deleghe d join public.posizioni p on p.id = d.posizione_id
    where d.id = p_tutela and d.titolo <> 'volontaria';
  if not found then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(t.codice_fiscale);
  begin
    return public.termina_delega(t.posizione_id, p_tutela, 'chiusa_da_istituto', t.codice_fiscale, p_motivo);
  exception when lock_not_available or deadlock_detected then
    return 'riprova';
  end;
end
$$;
--> statement-breakpoint

-- What is given and has not begun, to who will hold it: the person, or the studio in whose name they are here. Its
-- drawer is still shut for them.
create function public.deleghe_future(p_studio boolean)
returns table (id uuid, datore text, nome text, dal date, al date, ambito text, titolo text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  studio text := case when p_studio then public.intermediario_corrente() end;
  persona text := case when not p_studio then public.persona_corrente() end;
begin
  return query
    select d.id, p.codice_fiscale, concat_ws(' ', s.nome, s.cognome), d.data_inizio, d.fine, d.ambito, d.titolo
    from public.deleghe d
    join public.posizioni p on p.id = d.posizione_id
    join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    where (d.intermediario_codice = studio or d.delegato_codice_fiscale = persona)
      and d.stato = 'attiva' and d.data_inizio > public.oggi()
    order by d.data_inizio, s.cognome, s.nome, d.id limit 200;
end
$$;
--> statement-breakpoint

-- Who will hold it gives it up before it begins, without a drawer to stand in. From its first day on: chiudi_delega.
create function public.rinuncia_delega_futura(p_delega uuid, p_motivo text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  f record;
begin
  select d.posizione_id, p.codice_fiscale into f from public.deleghe d join public.posizioni p on p.id = d.posizione_id
    where d.id = p_delega and d.data_inizio > public.oggi()
      and coalesce(d.intermediario_codice = public.titolare_corrente(), d.delegato_codice_fiscale = public.persona_corrente());
  if not found then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(f.codice_fiscale);
  begin
    return public.termina_delega(f.posizione_id, p_delega, 'rinunciata', f.codice_fiscale, p_motivo);
  exception when lock_not_available or deadlock_detected then
    return 'riprova';
  end;
end
$$;
--> statement-breakpoint

-- The titolare names a person; whether that person can log in at all is not looked at.
create function public.nomina_sub_abilitato(p_persona text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  studio text := public.titolare_corrente();
begin
  if studio is null then
    return 'non_trovata';
  elsif p_persona = public.persona_corrente() then
    return 'te_stesso';
  end if;
  insert into public.nomine as n (intermediario_codice, codice_fiscale) values (studio, p_persona)
    on conflict (intermediario_codice, codice_fiscale)
    do update set stato = 'proposta', nominato_at = now(), decisa_at = null where n.stato in ('rifiutata', 'revocata');
  return case when found then 'ok' else 'gia_nominato' end;
end
$$;
--> statement-breakpoint

create function public.decidi_nomina(p_intermediario text, p_accetta boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  chi record;
  adesso text;
begin
  select * into chi from public.sessione_corrente();
  if not found or chi.pin_iniziale then
    return 'non_trovata';
  end if;
  select n.stato into adesso from public.nomine n
    where n.intermediario_codice = p_intermediario and n.codice_fiscale = chi.codice_fiscale for update;
  if adesso is null then
    return 'non_trovata';
  elsif adesso <> 'proposta' then
    return case when adesso = case when p_accetta then 'attiva' else 'rifiutata' end then 'ok' else 'gia_decisa' end;
  end if;
  update public.nomine n set stato = case when p_accetta then 'attiva' else 'rifiutata' end, decisa_at = now(),
      nome = (select concat_ws(' ', s.nome, s.cognome) from public.soggetti s where s.codice_fiscale = chi.codice_fiscale)
    where n.intermediario_codice = p_intermediario and n.codice_fiscale = chi.codice_fiscale;
  if p_accetta then
    insert into public.profili (utente_id, tipo, intermediario_codice, ruolo)
      values (chi.utente, 'intermediario', p_intermediario, 'sub_abilitato') on conflict do nothing;
  end if;
  return 'ok';
end
$$;
--> statement-breakpoint

-- Takes the profile away, and with it (foreign key) the sessions that are using it.
create function public.revoca_nomina(p_persona text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  studio text := public.titolare_corrente();
begin
  update public.nomine set stato = 'revocata', decisa_at = now()
    where intermediario_codice = studio and codice_fiscale = p_persona and stato in ('proposta', 'attiva');
  if not found then
    return 'non_trovata';
  end if;
  delete from public.profili p using public.utenti u
    where u.id = p.utente_id and u.codice_fiscale = p_persona and p.intermediario_codice = studio
      and p.ruolo = 'sub_abilitato';
  return 'ok';
end
$$;
--> statement-breakpoint

-- Whose session this is, in one statement; notes that it was seen, at most every 30 seconds. With it goes what the
-- head of every page offers: the own drawer under the profilo that opens it, and whether there are others.
drop function public.apri_sessione();
--> statement-breakpoint
create function public.apri_sessione()
returns table (sessione uuid, utente uuid, profilo uuid, tipo text, codice_fiscale text, nome text, cognome text,
  pin_iniziale boolean, sede text, sede_denominazione text, intermediario text, intermediario_denominazione text,
  ruolo text, scelto text, propria uuid, altrui integer, scrivanie jsonb)
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
    -- Two of each are enough: whether there is another is all that is asked.
    with tenuti as (
      select p.id, p.tipo, g.posizione_id from public.profili p
      cross join lateral (
        select d.posizione_id from public.deleganti d
        where d.delegato = case p.tipo when 'intermediario' then 'i:' || p.intermediario_codice else 'p:' || chi.codice_fiscale end
          and d.dal <= public.oggi() and (d.al is null or d.al >= public.oggi()) limit 2
      ) g
      where p.utente_id = chi.utente and p.tipo in ('delegato', 'intermediario')
    )
    select chi.sessione::uuid, chi.utente::uuid, chi.profilo::uuid, chi.tipo::text, chi.codice_fiscale::text,
      so.nome, so.cognome, chi.pin_iniziale::boolean, chi.sede::text, se.denominazione, chi.intermediario::text,
      i.denominazione, (select p.ruolo from public.profili p where p.id = chi.profilo), sc.tipo,
      (select po.id from public.posizioni po where po.codice_fiscale = chi.codice_fiscale
        and exists (select from public.profili p where p.utente_id = chi.utente and p.tipo = 'datore')),
      (select count(distinct t.posizione_id)::integer from tenuti t),
      (select coalesce(jsonb_agg(jsonb_build_object('profilo', x.id, 'tipo', x.tipo) order by x.id is distinct from sc.id, x.tipo), '[]')
        from (select distinct t.id, t.tipo from tenuti t) x)
    from public.sessioni s
    left join public.profili sc on sc.id = s.profilo_id and sc.utente_id = chi.utente
    left join public.soggetti so on so.codice_fiscale = chi.codice_fiscale
    left join public.sedi se on se.codice = chi.sede
    left join public.intermediari i on i.codice = chi.intermediario
    where s.id = chi.sessione;
end
$$;
--> statement-breakpoint

-- The first visit of a day by somebody else: a mail to the datore who asked for it. An address that is none must not
-- keep the drawer shut.
create function public.avvisa_datore(p_posizione uuid) returns void
language plpgsql set search_path = '' as $$
declare
  indirizzo text;
begin
  update public.preferenze f set avvisato_il = public.oggi()
    where f.posizione_id = p_posizione and f.avvisa_se_aperto and f.avvisato_il is distinct from public.oggi();
  if not found then
    return;
  end if;
  select s.email into indirizzo from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
    where p.id = p_posizione;
  if indirizzo is not null then
    perform public.accoda_posta(indirizzo, 'delegato_ha_aperto');
  end if;
exception when check_violation then
  return;
end
$$;
--> statement-breakpoint

-- Opens the drawer named by app.posizione: no row if it is not the viewer's to open (or has no such rapporto).
-- Writes the register when the drawer is not the viewer's own; p_registra is false for a prefetch.
drop function public.apri_cassetto(text, text, boolean);
--> statement-breakpoint
create function public.apri_cassetto(p_cosa text, p_rapporto text, p_registra boolean)
returns table (posizione uuid, codice_fiscale text, nome text, cognome text, delega uuid, ambito text)
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
    insert into public.accessi (posizione_id, utente_id, profilo, chi, per_conto, intermediario_codice, cosa, rapporto)
    select aperta, chi.utente, chi.tipo,
      coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(chi.utente::text, 8)),
      i.denominazione, chi.intermediario, p_cosa, p_rapporto
    from (select 1) uno
    left join public.soggetti s on s.codice_fiscale = chi.codice_fiscale
    left join public.intermediari i on i.codice = chi.intermediario;
    perform public.avvisa_datore(aperta);
  end if;
  if chi.tipo = 'datore' then
    return query
      select p.id, p.codice_fiscale, s.nome, s.cognome, null::uuid, 'operazioni'
      from public.posizioni p join public.soggetti s on s.codice_fiscale = p.codice_fiscale
      where p.id = aperta;
  else
    return query
      select p.id, p.codice_fiscale, s.nome, s.cognome, d.id, d.ambito
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

-- To the application by name: the helpers above are called by these alone.
grant execute on function public.normalizza_ricerca(text), public.delegato_corrente(), public.persona_corrente(),
  public.datore_corrente(), public.intermediario_corrente(), public.titolare_corrente(), public.cerca_deleganti(text), public.trova_deleganti(text, integer),
  public.deleganti_recenti(), public.conta_deleganti(), public.proponi_delega(text, text, text, date, date),
  public.proponi_a_datore(text, text, date, date), public.decidi_proposta(uuid, boolean), public.ritira_proposta(uuid),
  public.chiudi_delega(uuid, text, text), public.registra_tutela(text, text, text, date, text),
  public.elenca_tutele(text, uuid, uuid, integer), public.chiudi_tutela(uuid, text), public.deleghe_future(boolean),
  public.rinuncia_delega_futura(uuid, text),
  public.nomina_sub_abilitato(text), public.decidi_nomina(text, boolean), public.revoca_nomina(text),
  public.apri_sessione(), public.apri_cassetto(text, text, boolean) to cassetto_app;
--> statement-breakpoint
-- Who can already log in finds their desk as it is today.
select public.aggiorna_deleganti(null, public.oggi());
