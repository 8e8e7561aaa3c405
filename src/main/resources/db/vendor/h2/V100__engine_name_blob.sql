-- The engine's own tables for H2 use a type name that H2 does not know while it speaks PostgreSQL.
create domain blob as binary large object;
