/**
 * The outbox of a device. `seq` never comes twice, also when rows are removed (AUTOINCREMENT). A press is closed when its follow-up is
 * over, sent when the hub has kept it, and put aside when the hub takes the others but not this one.
 */
export const TABLES = `
create table if not exists presses (
  seq integer primary key autoincrement,
  ask_id text not null,
  face integer not null,
  reason text,
  mark text,
  origin text not null,
  at_ms integer not null,
  running_ms integer not null,
  boot_id text not null,
  closed integer not null default 0,
  aside integer not null default 0,
  sent_ms integer
) strict;
create index if not exists presses_that_wait on presses (seq) where sent_ms is null;
create index if not exists presses_half_open on presses (seq) where closed = 0;
create table if not exists boxes (
  id integer primary key,
  seq integer not null,
  running_ms integer not null,
  boot_id text not null
) strict;
create table if not exists facts (name text primary key, value text not null) strict, without rowid;
`

/**
 * A press that was thanked for is on the disk: each commit is synced. The rest keeps the program small, and the log of changes short
 * after weeks of presses went out at once.
 */
export const SETTINGS = `
pragma journal_mode = wal;
pragma synchronous = full;
pragma busy_timeout = 2000;
pragma cache_size = -1024;
pragma journal_size_limit = 1048576;
`
