-- Users and the register, as an amministratore sees and keeps them. See docs/decisioni/0022-registri.md.
select 1;
