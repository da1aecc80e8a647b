-- What is decided inside an intermediario leaves a row. See docs/decisioni/0022-registri.md.
select 1;
