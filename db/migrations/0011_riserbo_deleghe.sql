-- What the other side of a delega learns: who refused stays who they were before they were asked, and who was replaced
-- is not told by whom.
create or replace function public.annota_delega(p_delega uuid, p_evento text, p_datore text, p_intermediario text,
  p_delegato text, p_motivo text) returns void
language sql set search_path = ''
begin atomic
  insert into public.eventi_delega (delega_id, evento, datore_codice_fiscale, intermediario_codice,
    delegato_codice_fiscale, utente_id, chi, per_conto, motivo)
  select p_delega, p_evento, p_datore, p_intermediario, p_delegato, c.utente,
    -- A studio is in the institute's list, with its titolare's name on what it does; a person is not.
    case when p_evento in ('sostituita', 'ripristinata') or p_evento = 'rifiutata' and i.codice is null then null
      else coalesce(nullif(pg_catalog.concat_ws(' ', s.nome, s.cognome), ''), 'Utente ' || pg_catalog.left(c.utente::text, 8))
      end,
    case when p_evento not in ('sostituita', 'ripristinata') then i.denominazione end, nullif(pg_catalog.btrim(p_motivo), '')
  from public.sessione_corrente() c
  left join public.soggetti s on s.codice_fiscale = c.codice_fiscale
  left join public.intermediari i on i.codice = c.intermediario;
end;
--> statement-breakpoint
update public.nomine set nome = null where stato = 'rifiutata';
--> statement-breakpoint

-- As before, for at most 50 people a day: enough for a large studio, too few to ask who is who.
create or replace function public.nomina_sub_abilitato(p_persona text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  studio text := public.titolare_corrente();
begin
  if studio is null then
    return 'non_trovata';
  elsif p_persona = public.persona_corrente() then
    return 'te_stesso';
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('studio ' || studio, 0));
  if (select count(*) from public.nomine n
    where n.intermediario_codice = studio and n.nominato_at > now() - interval '1 day') >= 50
  then
    return 'troppe_proposte';
  end if;
  insert into public.nomine as n (intermediario_codice, codice_fiscale) values (studio, p_persona)
    on conflict (intermediario_codice, codice_fiscale)
    do update set stato = 'proposta', nominato_at = now(), decisa_at = null where n.stato in ('rifiutata', 'revocata');
  return case when found then 'ok' else 'gia_nominato' end;
end
$$;
--> statement-breakpoint

-- As before; the titolare learns the name of who accepts, not of who refuses.
create or replace function public.decidi_nomina(p_intermediario text, p_accetta boolean) returns text
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
      nome = case when p_accetta then (
        select concat_ws(' ', s.nome, s.cognome) from public.soggetti s where s.codice_fiscale = chi.codice_fiscale) end
    where n.intermediario_codice = p_intermediario and n.codice_fiscale = chi.codice_fiscale;
  if p_accetta then
    insert into public.profili (utente_id, tipo, intermediario_codice, ruolo)
      values (chi.utente, 'intermediario', p_intermediario, 'sub_abilitato') on conflict do nothing;
  end if;
  return 'ok';
end
$$;
