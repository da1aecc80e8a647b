ALTER TABLE "eventi_delega" DROP CONSTRAINT "eventi_delega_evento";--> statement-breakpoint
ALTER TABLE "eventi_delega" ADD CONSTRAINT "eventi_delega_evento" CHECK ("eventi_delega"."evento" in ('proposta', 'accettata', 'rifiutata', 'annullata', 'revocata', 'rinunciata', 'sostituita', 'scaduta', 'registrata', 'attivata_da_archivio', 'chiusa_da_archivio', 'chiusa_da_istituto', 'ripristinata', 'portata_cambiata', 'fine_cambiata'));
--> statement-breakpoint

-- The datore of the open drawer says anew how far a delega reaches and until when, from this moment on: who holds it need
-- not agree, and may renounce. The end of one that the archive brought is the archive's to say. What is so already
-- changes nothing. See docs/decisioni/0014-deleghe.md.
create function public.cambia_delega(p_delega uuid, p_ambito text, p_fine date) returns text
language plpgsql security definer set search_path = '' as $$
declare
  aperta uuid := nullif(pg_catalog.current_setting('app.posizione', true), '')::uuid;
  datore text;
  d public.deleghe;
  ultimo date;
begin
  select p.codice_fiscale into datore from public.posizioni p where p.id = aperta and p.codice_fiscale = public.datore_corrente();
  if datore is null or not exists (select from public.deleghe x where x.posizione_id = aperta and x.id = p_delega) then
    return 'non_trovata';
  end if;
  perform public.blocca_datore(datore);
  -- An archive being merged holds the deleghe it changes: who is here gives up, as attiva_proposta() does.
  perform pg_catalog.set_config('lock_timeout', '700ms', true);
  begin
    select * into d from public.deleghe x where x.posizione_id = aperta and x.id = p_delega for update;
  exception when lock_not_available or deadlock_detected then
    return 'riprova';
  end;
  if d.titolo <> 'volontaria' then
    return 'per_provvedimento';
  elsif d.stato <> 'attiva' or d.fine < public.oggi() then
    return 'gia_chiusa';
  end if;
  ultimo := case when d.identificativo is null then p_fine else d.data_fine end;
  if d.identificativo is null and ultimo < greatest(d.data_inizio, public.oggi()) then
    return 'fine_passata';
  elsif d.identificativo is null and exists (
    select from public.deleghe a
    where a.posizione_id = aperta and a.id <> d.id and a.tipo = d.tipo and a.titolo = 'volontaria' and a.stato = 'attiva'
      and daterange(a.data_inizio, a.fine, '[]') && daterange(d.data_inizio, least(ultimo, d.ultimo_giorno), '[]')
  ) then
    return 'altra_delega';
  end if;
  if d.ambito is distinct from p_ambito then
    perform public.annota_delega(d.id, 'portata_cambiata', datore, d.intermediario_codice, d.delegato_codice_fiscale, p_ambito);
  end if;
  if d.data_fine is distinct from ultimo then
    perform public.annota_delega(d.id, 'fine_cambiata', datore, d.intermediario_codice, d.delegato_codice_fiscale, ultimo::text);
  end if;
  update public.deleghe x set ambito = p_ambito, data_fine = ultimo
    where x.posizione_id = aperta and x.id = d.id and (x.ambito is distinct from p_ambito or x.data_fine is distinct from ultimo);
  if found then
    perform public.aggiorna_deleganti(array[aperta], public.oggi());
  end if;
  return 'ok';
end
$$;
--> statement-breakpoint
grant execute on function public.cambia_delega(uuid, text, date) to cassetto_app;
