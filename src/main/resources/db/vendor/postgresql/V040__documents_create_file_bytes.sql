create domain file_bytes as bytea;
