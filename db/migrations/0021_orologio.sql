-- The moment it is on the day that oggi() says, by the clock on the wall: between that day and today summer time may have
-- begun or ended, and days are not 24 hours then. Where oggi() is today it is now().
create or replace function public.adesso() returns timestamptz
language sql stable set search_path = ''
return pg_catalog.now()
  + (((pg_catalog.now() at time zone 'Europe/Rome')
      + pg_catalog.make_interval(days => public.oggi() - (pg_catalog.now() at time zone 'Europe/Rome')::date))
      at time zone 'Europe/Rome'
    - (pg_catalog.now() at time zone 'Europe/Rome') at time zone 'Europe/Rome');
