-- The schema after all migrations, written by `npm run schema`. Not run: db/migrations is.

create table departments (
  id uuid not null,
  code text not null,
  name_bg text not null,
  name_en text not null,
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments_code_unique UNIQUE (code)
);

create table desks (
  id uuid not null,
  number integer not null,
  name text not null,
  printer_id uuid not null,
  constraint desks_pkey PRIMARY KEY (id),
  constraint desks_number_is_positive CHECK (((number >= 1) AND (number <= 9999))),
  constraint desks_number_unique UNIQUE (number),
  constraint desks_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id)
);

create table logbook (
  id bigint not null generated always as identity,
  at timestamp with time zone not null default now(),
  who text not null default SESSION_USER,
  desk integer,
  act text not null,
  subject_id uuid,
  facts jsonb not null,
  constraint logbook_pkey PRIMARY KEY (id)
);

create table number_series (
  desk_id uuid not null,
  year smallint not null,
  last_number integer not null,
  constraint number_series_desk_id_year_pk PRIMARY KEY (desk_id, year),
  constraint number_series_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id)
);

create table open_tills (
  desk_id uuid not null,
  staff_id uuid not null,
  till_id uuid not null,
  constraint open_tills_pkey PRIMARY KEY (desk_id),
  constraint open_tills_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint "open_tills_staffId_unique" UNIQUE (staff_id),
  constraint open_tills_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint "open_tills_tillId_unique" UNIQUE (till_id),
  constraint open_tills_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id)
);

create table payment_lines (
  payment_id uuid not null,
  ordinal smallint not null,
  service_id uuid not null,
  department_id uuid not null,
  name text not null,
  speed text not null,
  quantity integer not null,
  price_cents bigint not null,
  amount_cents bigint not null,
  payment_code text,
  constraint payment_lines_payment_id_ordinal_pk PRIMARY KEY (payment_id, ordinal),
  constraint payment_lines_amount_multiplies_up CHECK ((amount_cents = (price_cents * quantity))),
  constraint payment_lines_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint payment_lines_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint payment_lines_price_is_positive CHECK ((price_cents > 0)),
  constraint payment_lines_quantity_is_positive CHECK (((quantity >= 1) AND (quantity <= 9999))),
  constraint payment_lines_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint payment_lines_speed_is_known CHECK ((speed = ANY (ARRAY['normal'::text, 'fast'::text, 'express'::text])))
);

create table payment_tenders (
  payment_id uuid not null,
  ordinal smallint not null,
  tender text not null,
  amount_cents bigint not null,
  given_cents bigint not null,
  change_cents bigint not null,
  constraint payment_tenders_payment_id_ordinal_pk PRIMARY KEY (payment_id, ordinal),
  constraint payment_tenders_amount_is_positive CHECK (((amount_cents > 0) AND (change_cents >= 0))),
  constraint payment_tenders_change_adds_up CHECK ((given_cents = (amount_cents + change_cents))),
  constraint payment_tenders_kind_is_known CHECK ((tender = 'cash'::text)),
  constraint payment_tenders_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id)
);

create table payments (
  id uuid not null,
  till_id uuid not null,
  taken_at timestamp with time zone not null default now(),
  total_cents bigint not null,
  content text not null,
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id),
  constraint payments_total_is_positive CHECK ((total_cents > 0))
);

create table print_jobs (
  id uuid not null,
  ordinal bigint not null generated always as identity,
  printer_id uuid not null,
  desk_id uuid,
  kind text not null,
  subject_id uuid,
  title text not null,
  paper jsonb not null,
  queued_at timestamp with time zone not null default now(),
  state text not null default 'queued'::text,
  confirmed boolean not null default false,
  attempts integer not null default 0,
  fault text,
  changed_at timestamp with time zone not null default now(),
  copy smallint not null default 0,
  constraint print_jobs_pkey PRIMARY KEY (id),
  constraint print_jobs_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint print_jobs_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id),
  constraint print_jobs_state_is_known CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'printed'::text, 'failed'::text, 'unsure'::text])))
);

create table printers (
  id uuid not null,
  name text not null,
  profile text not null,
  line text not null,
  constraint printers_pkey PRIMARY KEY (id),
  constraint printers_name_unique UNIQUE (name)
);

create table receipts (
  payment_id uuid not null,
  desk_id uuid not null,
  year smallint not null,
  number integer not null,
  constraint receipts_pkey PRIMARY KEY (payment_id),
  constraint receipts_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint receipts_number_is_one UNIQUE (desk_id, year, number),
  constraint receipts_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id)
);

create table service_fees (
  service_id uuid not null,
  speed text not null,
  valid_from date not null,
  fee_cents bigint,
  lev_cents bigint,
  term integer,
  term_unit text,
  constraint service_fees_service_id_speed_valid_from_pk PRIMARY KEY (service_id, speed, valid_from),
  constraint service_fees_are_not_negative CHECK (((fee_cents >= 0) AND (lev_cents >= 0))),
  constraint service_fees_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint service_fees_speed_is_known CHECK ((speed = ANY (ARRAY['normal'::text, 'fast'::text, 'express'::text]))),
  constraint service_fees_term_has_unit CHECK ((((term IS NULL) = (term_unit IS NULL)) AND (term_unit = ANY (ARRAY['working_days'::text, 'calendar_days'::text, 'days'::text, 'hours'::text]))))
);

create table services (
  id uuid not null,
  code text not null,
  name_bg text not null,
  name_en text not null,
  department_id uuid not null,
  pricing text not null,
  note text,
  payment_code text,
  legal_basis text,
  source text,
  source_url text,
  offered boolean not null default true,
  constraint services_pkey PRIMARY KEY (id),
  constraint services_code_is_digits CHECK ((code ~ '^[0-9]{1,6}$'::text)),
  constraint services_code_unique UNIQUE (code),
  constraint services_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint services_payment_code_is_digits CHECK ((payment_code ~ '^[0-9]{6,7}$'::text)),
  constraint services_pricing_is_known CHECK ((pricing = ANY (ARRAY['fixed'::text, 'per_unit'::text, 'open'::text])))
);

create table staff (
  id uuid not null,
  login text not null,
  name text not null,
  post text not null,
  db_role text not null,
  added_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint "staff_dbRole_unique" UNIQUE (db_role),
  constraint staff_login_is_plain CHECK ((login ~ '^[a-z][a-z0-9]{1,19}$'::text)),
  constraint staff_login_unique UNIQUE (login),
  constraint staff_post_is_known CHECK ((post = ANY (ARRAY['cashier'::text, 'clerk'::text, 'head'::text, 'admin'::text, 'auditor'::text])))
);

create table till_closings (
  till_id uuid not null,
  closed_at timestamp with time zone not null default now(),
  expected_cents bigint not null,
  counted_cents bigint not null,
  difference_cents bigint not null,
  reason text,
  constraint till_closings_pkey PRIMARY KEY (till_id),
  constraint till_closings_count_is_not_negative CHECK ((counted_cents >= 0)),
  constraint till_closings_difference_adds_up CHECK ((difference_cents = (counted_cents - expected_cents))),
  constraint till_closings_difference_has_reason CHECK (((difference_cents = 0) OR (COALESCE(length(TRIM(BOTH FROM reason)), 0) >= 3))),
  constraint till_closings_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id)
);

create table tills (
  id uuid not null,
  desk_id uuid not null,
  staff_id uuid not null,
  opened_at timestamp with time zone not null default now(),
  opening_float_cents bigint not null,
  constraint tills_pkey PRIMARY KEY (id),
  constraint tills_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint tills_float_is_not_negative CHECK ((opening_float_cents >= 0)),
  constraint tills_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table town (
  id smallint not null default 1,
  municipality_code text not null,
  name_bg text not null,
  name_en text not null,
  bulstat text not null,
  demo boolean not null default false,
  founded_at timestamp with time zone not null default now(),
  constraint town_pkey PRIMARY KEY (id),
  constraint town_bulstat_has_9_digits CHECK ((bulstat ~ '^[0-9]{9}$'::text)),
  constraint town_is_one CHECK ((id = 1))
);

CREATE INDEX logbook_by_subject ON public.logbook USING btree (subject_id);
CREATE INDEX logbook_by_time ON public.logbook USING btree (at);
CREATE INDEX payments_by_till ON public.payments USING btree (till_id);
CREATE INDEX payments_by_time ON public.payments USING btree (taken_at);
CREATE INDEX print_jobs_by_desk ON public.print_jobs USING btree (desk_id, ordinal);
CREATE UNIQUE INDEX print_jobs_copy_is_one ON public.print_jobs USING btree (subject_id, kind, copy);
CREATE INDEX print_jobs_owed ON public.print_jobs USING btree (printer_id, ordinal) WHERE (state <> 'printed'::text);
CREATE INDEX tills_by_desk ON public.tills USING btree (desk_id, opened_at);
CREATE INDEX tills_by_staff ON public.tills USING btree (staff_id, opened_at);

CREATE OR REPLACE FUNCTION public.add_staff(new_id uuid, new_login text, new_name text, new_post text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE role_name text := current_database() || '_staff_' || new_login;
BEGIN
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  INSERT INTO staff (id, login, name, post, db_role) VALUES (new_id, new_login, new_name, new_post, role_name);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', role_name, verifier);
  EXECUTE format('GRANT %I TO %I', current_database() || '_' || new_post, role_name);
END $function$
;

CREATE OR REPLACE FUNCTION public.close_till()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE expected bigint;
BEGIN
  -- An older snapshot would not show the payments that came since, and the count below would agree without them.
  IF session_user <> current_user AND current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is closed in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills o JOIN staff s ON s.id = o.staff_id
    WHERE o.till_id = NEW.till_id AND (s.db_role = session_user OR session_user = current_user
      OR pg_has_role(session_user, current_database() || '_head', 'MEMBER')) FOR UPDATE OF o;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  SELECT t.opening_float_cents + coalesce(sum(pt.amount_cents) FILTER (WHERE pt.tender = 'cash'), 0) INTO expected
    FROM tills t LEFT JOIN payments p ON p.till_id = t.id LEFT JOIN payment_tenders pt ON pt.payment_id = p.id
    WHERE t.id = NEW.till_id GROUP BY t.id;
  IF expected <> NEW.expected_cents THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'a payment came in between: count again';
  END IF;
  IF session_user <> current_user THEN NEW.closed_at := now(); END IF;
  DELETE FROM open_tills WHERE till_id = NEW.till_id;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.disable_staff(their_login text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE role_name text;
BEGIN
  UPDATE staff SET disabled_at = coalesce(disabled_at, now()) WHERE login = their_login RETURNING db_role INTO role_name;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
  EXECUTE format('GRANT %I TO %I', role_name, current_user);
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = role_name AND datname = current_database();
  EXECUTE format('REVOKE %I FROM %I', role_name, current_user);
END $function$
;

CREATE OR REPLACE FUNCTION public.enter_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.taken_at := now();
  PERFORM 1 FROM open_tills o JOIN staff s ON s.id = o.staff_id
    WHERE o.till_id = NEW.till_id AND s.db_role = session_user AND s.disabled_at IS NULL FOR KEY SHARE OF o;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.join_own_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  -- Beyond the total at once, not at the commit: SET CONSTRAINTS lets a writer have the sums checked before the last line.
  PERFORM 1 FROM payments p WHERE p.id IN (SELECT payment_id FROM added) AND (
    p.xmin <> pg_current_xact_id()::xid
    OR p.total_cents < greatest(
      (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = p.id),
      (SELECT sum(amount_cents) FROM payment_tenders WHERE payment_id = p.id)));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002',
      MESSAGE = 'nothing is added to a payment after its transaction or beyond its total';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.list_open_till()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO open_tills (desk_id, staff_id, till_id) VALUES (NEW.desk_id, NEW.staff_id, NEW.id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.open_till()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN
    PERFORM 1 FROM staff WHERE id = NEW.staff_id AND db_role = session_user AND disabled_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is opened by its own cashier';
    END IF;
    NEW.opened_at := now();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.payment_adds_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.total_cents IS DISTINCT FROM (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = NEW.id)
    OR NEW.total_cents IS DISTINCT FROM (SELECT sum(amount_cents) FROM payment_tenders WHERE payment_id = NEW.id)
    OR NOT EXISTS (SELECT FROM receipts WHERE payment_id = NEW.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'sum of lines = total = sum of tenders, and a receipt for every payment';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'GS002',
    MESSAGE = format('rows of %I are never changed or deleted: a correction is a new row', TG_TABLE_NAME);
END $function$
;

CREATE OR REPLACE FUNCTION public.set_staff_password(their_login text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE role_name text;
BEGIN
  SELECT db_role INTO role_name FROM staff WHERE login = their_login;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  IF session_user <> role_name AND session_user <> current_user
    AND NOT pg_has_role(session_user, current_database() || '_admin', 'MEMBER') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'only an administrator sets the password of somebody else';
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $function$
;

CREATE OR REPLACE FUNCTION public.stamp_logbook()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN
    NEW.at := now();
    NEW.who := session_user;
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.take_receipt_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  SELECT t.desk_id, extract(year FROM p.taken_at AT TIME ZONE 'Europe/Sofia') INTO NEW.desk_id, NEW.year
    FROM payments p JOIN tills t ON t.id = p.till_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a receipt is given in the transaction of its payment';
  END IF;
  INSERT INTO number_series AS s (desk_id, year, last_number) VALUES (NEW.desk_id, NEW.year, 1)
    ON CONFLICT (desk_id, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number INTO NEW.number;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.wake_printing()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  PERFORM pg_notify('print_jobs', NEW.printer_id::text);
  RETURN NULL;
END $function$
;

CREATE TRIGGER logbook_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON public.logbook FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER logbook_stamped BEFORE INSERT ON public.logbook FOR EACH ROW EXECUTE FUNCTION stamp_logbook();
CREATE TRIGGER payment_lines_join_payment AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
CREATE TRIGGER payment_lines_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_tenders_join_payment AFTER INSERT ON public.payment_tenders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
CREATE TRIGGER payment_tenders_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_tenders FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER payments_add_up AFTER INSERT ON public.payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment_adds_up();
CREATE TRIGGER payments_enter BEFORE INSERT ON public.payments FOR EACH ROW EXECUTE FUNCTION enter_payment();
CREATE TRIGGER payments_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER print_jobs_wake AFTER INSERT OR UPDATE OF state ON public.print_jobs FOR EACH ROW WHEN ((new.state = 'queued'::text)) EXECUTE FUNCTION wake_printing();
CREATE TRIGGER receipts_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipts_take_number BEFORE INSERT ON public.receipts FOR EACH ROW EXECUTE FUNCTION take_receipt_number();
CREATE TRIGGER till_closings_close BEFORE INSERT ON public.till_closings FOR EACH ROW EXECUTE FUNCTION close_till();
CREATE TRIGGER till_closings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.till_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tills_listed AFTER INSERT ON public.tills FOR EACH ROW EXECUTE FUNCTION list_open_till();
CREATE TRIGGER tills_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tills_open BEFORE INSERT ON public.tills FOR EACH ROW EXECUTE FUNCTION open_till();

grant execute on add_staff(uuid,text,text,text,text) to TOWN_admin;
grant insert, select, update (name_bg, name_en) on departments to TOWN_admin;
grant select on departments to TOWN_auditor;
grant select on departments to TOWN_cashier;
grant select on departments to TOWN_clerk;
grant select on departments to TOWN_head;
grant insert, select, update (name, printer_id) on desks to TOWN_admin;
grant select on desks to TOWN_auditor;
grant select on desks to TOWN_cashier;
grant select on desks to TOWN_clerk;
grant select on desks to TOWN_head;
grant execute on disable_staff(text) to TOWN_admin;
grant insert, select on logbook to TOWN_admin;
grant insert, select on logbook to TOWN_auditor;
grant insert on logbook to TOWN_cashier;
grant insert on logbook to TOWN_clerk;
grant insert on logbook to TOWN_head;
grant select on number_series to TOWN_admin;
grant select on number_series to TOWN_auditor;
grant select on number_series to TOWN_cashier;
grant select on number_series to TOWN_head;
grant select on open_tills to TOWN_admin;
grant select on open_tills to TOWN_auditor;
grant select on open_tills to TOWN_cashier;
grant select on open_tills to TOWN_clerk;
grant select on open_tills to TOWN_head;
grant select on payment_lines to TOWN_admin;
grant select on payment_lines to TOWN_auditor;
grant insert, select on payment_lines to TOWN_cashier;
grant select on payment_lines to TOWN_head;
grant select on payment_tenders to TOWN_admin;
grant select on payment_tenders to TOWN_auditor;
grant insert, select on payment_tenders to TOWN_cashier;
grant select on payment_tenders to TOWN_head;
grant select on payments to TOWN_admin;
grant select on payments to TOWN_auditor;
grant insert, select on payments to TOWN_cashier;
grant select on payments to TOWN_head;
grant insert, select, update (attempts, changed_at, confirmed, fault, printer_id, state) on print_jobs to TOWN_admin;
grant select on print_jobs to TOWN_auditor;
grant insert, select, update (attempts, changed_at, confirmed, fault, state) on print_jobs to TOWN_cashier;
grant insert, select on print_jobs to TOWN_head;
grant insert, select, update (line, profile) on printers to TOWN_admin;
grant select on printers to TOWN_auditor;
grant select on printers to TOWN_cashier;
grant select on printers to TOWN_clerk;
grant select on printers to TOWN_head;
grant select on receipts to TOWN_admin;
grant select on receipts to TOWN_auditor;
grant insert, select on receipts to TOWN_cashier;
grant select on receipts to TOWN_head;
grant insert, select, update (fee_cents, lev_cents) on service_fees to TOWN_admin;
grant select on service_fees to TOWN_auditor;
grant select on service_fees to TOWN_cashier;
grant select on service_fees to TOWN_clerk;
grant select on service_fees to TOWN_head;
grant insert, select, update (department_id, name_bg, name_en, note, offered, payment_code, pricing) on services to TOWN_admin;
grant select on services to TOWN_auditor;
grant select on services to TOWN_cashier;
grant select on services to TOWN_clerk;
grant select on services to TOWN_head;
grant execute on set_staff_password(text,text) to TOWN_admin;
grant execute on set_staff_password(text,text) to TOWN_auditor;
grant execute on set_staff_password(text,text) to TOWN_cashier;
grant execute on set_staff_password(text,text) to TOWN_clerk;
grant execute on set_staff_password(text,text) to TOWN_head;
grant select on staff to TOWN_admin;
grant select on staff to TOWN_auditor;
grant select on staff to TOWN_cashier;
grant select on staff to TOWN_clerk;
grant select on staff to TOWN_head;
grant select on till_closings to TOWN_admin;
grant select on till_closings to TOWN_auditor;
grant insert, select on till_closings to TOWN_cashier;
grant insert, select on till_closings to TOWN_head;
grant select on tills to TOWN_admin;
grant select on tills to TOWN_auditor;
grant insert, select on tills to TOWN_cashier;
grant select on tills to TOWN_head;
grant select on town to TOWN_admin;
grant select on town to TOWN_auditor;
grant select on town to TOWN_cashier;
grant select on town to TOWN_clerk;
grant select on town to TOWN_head;
