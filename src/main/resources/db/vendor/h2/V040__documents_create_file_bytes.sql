-- In H2 a large binary value is kept beside the table, in pieces, only as a blob.
create domain file_bytes as binary large object;
