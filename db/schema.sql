-- The schema after all migrations, written by `npm run schema`. Not run: db/migrations is.

create table bank_deposits (
  id uuid not null,
  desk_id uuid not null,
  year smallint not null,
  number integer not null,
  made_at timestamp with time zone not null default now(),
  staff_id uuid not null,
  amount_cents bigint not null,
  counted_money jsonb not null,
  note text,
  constraint bank_deposits_pkey PRIMARY KEY (id),
  constraint bank_deposits_amount_is_positive CHECK ((amount_cents > 0)),
  constraint bank_deposits_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint bank_deposits_number_is_one UNIQUE (desk_id, year, number),
  constraint bank_deposits_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table bill_withdrawals (
  bill_id uuid not null,
  withdrawn_at timestamp with time zone not null default now(),
  reason text not null,
  constraint bill_withdrawals_pkey PRIMARY KEY (bill_id),
  constraint bill_withdrawals_bill_id_bills_id_fk FOREIGN KEY (bill_id) REFERENCES bills(id)
);

create table bills (
  id uuid not null,
  kind text not null,
  number text not null,
  payer_id uuid,
  service_id uuid,
  department_id uuid not null,
  name text not null,
  payment_code text,
  amount_cents bigint not null,
  due_on date,
  issued_at timestamp with time zone not null default now(),
  issued_by uuid not null,
  constraint bills_pkey PRIMARY KEY (id),
  constraint bills_amount_is_positive CHECK ((amount_cents > 0)),
  constraint bills_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint bills_issued_by_staff_id_fk FOREIGN KEY (issued_by) REFERENCES staff(id),
  constraint bills_kind_is_known CHECK ((kind = 'request'::text)),
  constraint bills_number_is_one UNIQUE (number, kind),
  constraint bills_payer_id_parties_id_fk FOREIGN KEY (payer_id) REFERENCES parties(id),
  constraint bills_payment_code_is_digits CHECK ((payment_code ~ '^[0-9]{6,7}$'::text)),
  constraint bills_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id)
);

create table calendar_days (
  day date not null,
  is_working boolean not null,
  name_bg text not null,
  name_en text not null,
  kind text not null,
  basis text not null,
  source text not null,
  set_at timestamp with time zone not null default now(),
  set_by uuid,
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days_kind_is_known CHECK ((kind = ANY (ARRAY['fixed'::text, 'easter'::text, 'compensation'::text, 'one-off'::text, 'worked'::text]))),
  constraint calendar_days_set_by_staff_id_fk FOREIGN KEY (set_by) REFERENCES staff(id)
);

create table cards (
  id uuid not null,
  service_id uuid not null,
  version integer not null,
  card jsonb not null,
  source text not null,
  imported_at timestamp with time zone not null default now(),
  imported_by uuid,
  constraint cards_pkey PRIMARY KEY (id),
  constraint cards_imported_by_staff_id_fk FOREIGN KEY (imported_by) REFERENCES staff(id),
  constraint cards_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint cards_version_is_one UNIQUE (service_id, version),
  constraint cards_version_is_positive CHECK ((version > 0))
);

create table case_access (
  case_id uuid not null,
  department_id uuid,
  staff_id uuid,
  granted_at timestamp with time zone not null default now(),
  granted_by uuid,
  constraint case_access_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_access_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint case_access_granted_by_staff_id_fk FOREIGN KEY (granted_by) REFERENCES staff(id),
  constraint case_access_is_of_one CHECK (((department_id IS NULL) <> (staff_id IS NULL))),
  constraint case_access_is_once UNIQUE NULLS NOT DISTINCT (case_id, department_id, staff_id),
  constraint case_access_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table case_closings (
  id uuid not null,
  case_id uuid not null,
  nomenclature_id uuid not null,
  retention text not null,
  keep_until date,
  note text,
  closed_at timestamp with time zone not null default now(),
  closed_by uuid not null,
  constraint case_closings_pkey PRIMARY KEY (id),
  constraint case_closings_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_closings_closed_by_staff_id_fk FOREIGN KEY (closed_by) REFERENCES staff(id),
  constraint case_closings_nomenclature_id_nomenclature_id_fk FOREIGN KEY (nomenclature_id) REFERENCES nomenclature(id)
);

create table case_reopenings (
  closing_id uuid not null,
  reason text not null,
  reopened_at timestamp with time zone not null default now(),
  reopened_by uuid not null,
  constraint case_reopenings_pkey PRIMARY KEY (closing_id),
  constraint case_reopenings_closing_id_case_closings_id_fk FOREIGN KEY (closing_id) REFERENCES case_closings(id),
  constraint case_reopenings_reopened_by_staff_id_fk FOREIGN KEY (reopened_by) REFERENCES staff(id)
);

create table cases (
  id uuid not null,
  nomenclature_id uuid,
  access_code text not null,
  department_id uuid,
  intake_id uuid,
  opened_at timestamp with time zone not null default now(),
  opened_by uuid not null,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_access_code_is_long CHECK ((access_code ~ '^[0-9A-Z]{10}$'::text)),
  constraint cases_access_code_is_one UNIQUE (access_code),
  constraint cases_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint cases_intake_id_departments_id_fk FOREIGN KEY (intake_id) REFERENCES departments(id),
  constraint cases_nomenclature_id_nomenclature_id_fk FOREIGN KEY (nomenclature_id) REFERENCES nomenclature(id),
  constraint cases_opened_by_staff_id_fk FOREIGN KEY (opened_by) REFERENCES staff(id)
);

create table cash_movements (
  id uuid not null,
  till_id uuid not null,
  kind text not null,
  amount_cents bigint not null,
  reason text not null,
  counterparty text,
  moved_at timestamp with time zone not null default now(),
  constraint cash_movements_pkey PRIMARY KEY (id),
  constraint cash_movements_amount_fits_kind CHECK ((((kind = 'no_sale'::text) AND (amount_cents = 0)) OR ((kind <> 'no_sale'::text) AND (amount_cents > 0)))),
  constraint cash_movements_have_reason CHECK ((length(TRIM(BOTH FROM reason)) >= 3)),
  constraint cash_movements_kind_is_known CHECK ((kind = ANY (ARRAY['pay_in'::text, 'pay_out'::text, 'no_sale'::text]))),
  constraint cash_movements_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id)
);

create table cash_vouchers (
  id uuid not null,
  till_id uuid not null,
  desk_id uuid not null,
  direction text not null,
  year smallint not null,
  number integer not null,
  issued_at timestamp with time zone not null default now(),
  subject text not null,
  subject_id uuid not null,
  amount_cents bigint not null,
  ground text not null,
  counterparty text,
  constraint cash_vouchers_pkey PRIMARY KEY (id),
  constraint cash_vouchers_amount_is_positive CHECK ((amount_cents > 0)),
  constraint cash_vouchers_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint cash_vouchers_direction_is_known CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint cash_vouchers_number_is_one UNIQUE (desk_id, direction, year, number),
  constraint cash_vouchers_subject_is_known CHECK ((subject = ANY (ARRAY['float'::text, 'movement'::text, 'takings'::text, 'difference'::text, 'handed_over'::text]))),
  constraint cash_vouchers_subject_is_one UNIQUE (subject_id, subject),
  constraint cash_vouchers_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id)
);

create table confirmations (
  id uuid not null,
  act text not null,
  subject_id uuid not null,
  what text not null default ''::text,
  staff_id uuid not null,
  given_at timestamp with time zone not null default now(),
  constraint confirmations_pkey PRIMARY KEY (id),
  constraint confirmations_act_is_known CHECK ((act = ANY (ARRAY['reversals.make'::text, 'payments.override'::text]))),
  constraint confirmations_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table deliveries (
  dispatch_id uuid not null,
  delivered_on date not null,
  proof text not null,
  told_at timestamp with time zone not null default now(),
  told_by uuid not null,
  constraint deliveries_pkey PRIMARY KEY (dispatch_id),
  constraint deliveries_dispatch_id_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES dispatches(id),
  constraint deliveries_told_by_staff_id_fk FOREIGN KEY (told_by) REFERENCES staff(id)
);

create table departments (
  id uuid not null,
  code text not null,
  name_bg text not null,
  name_en text not null,
  kind text not null default 'department'::text,
  parent_id uuid,
  ekatte text,
  closed_at timestamp with time zone,
  constraint departments_pkey PRIMARY KEY (id),
  constraint departments_are_not_under_themselves CHECK ((parent_id <> id)),
  constraint departments_code_unique UNIQUE (code),
  constraint departments_kind_is_known CHECK ((kind = ANY (ARRAY['directorate'::text, 'department'::text, 'mayoralty'::text, 'centre'::text]))),
  constraint departments_parent_id_departments_id_fk FOREIGN KEY (parent_id) REFERENCES departments(id)
);

create table deposited_tills (
  till_id uuid not null,
  deposit_id uuid not null,
  constraint deposited_tills_pkey PRIMARY KEY (till_id),
  constraint deposited_tills_deposit_id_bank_deposits_id_fk FOREIGN KEY (deposit_id) REFERENCES bank_deposits(id),
  constraint deposited_tills_till_id_till_closings_till_id_fk FOREIGN KEY (till_id) REFERENCES till_closings(till_id)
);

create table desks (
  id uuid not null,
  number integer not null,
  name text not null,
  printer_id uuid not null,
  terminal text,
  constraint desks_pkey PRIMARY KEY (id),
  constraint desks_number_is_positive CHECK (((number >= 1) AND (number <= 9999))),
  constraint desks_number_unique UNIQUE (number),
  constraint desks_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id),
  constraint desks_terminal_is_plain CHECK ((terminal ~ '^[0-9A-Z]{4,16}$'::text))
);

create table dispatches (
  id uuid not null,
  document_id uuid not null,
  way text not null,
  sent_to text,
  reference text,
  sent_at timestamp with time zone not null default now(),
  sent_by uuid not null,
  constraint dispatches_pkey PRIMARY KEY (id),
  constraint dispatches_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint dispatches_sent_by_staff_id_fk FOREIGN KEY (sent_by) REFERENCES staff(id),
  constraint dispatches_way_is_known CHECK ((way = ANY (ARRAY['desk'::text, 'mayoralty'::text, 'post'::text, 'email'::text, 'ssev'::text])))
);

create table document_corrections (
  id uuid not null,
  document_id uuid not null,
  field text not null,
  before text,
  after text,
  reason text not null,
  corrected_at timestamp with time zone not null default now(),
  corrected_by uuid not null,
  words text,
  party_ids uuid[],
  constraint document_corrections_pkey PRIMARY KEY (id),
  constraint document_corrections_corrected_by_staff_id_fk FOREIGN KEY (corrected_by) REFERENCES staff(id),
  constraint document_corrections_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id)
);

create table document_files (
  document_id uuid not null,
  ordinal smallint not null,
  sha256 text not null,
  name text not null,
  role text not null,
  is_attested boolean not null default false,
  attached_at timestamp with time zone not null default now(),
  attached_by uuid not null,
  constraint document_files_document_id_ordinal_pk PRIMARY KEY (document_id, ordinal),
  constraint document_files_attached_by_staff_id_fk FOREIGN KEY (attached_by) REFERENCES staff(id),
  constraint document_files_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint document_files_role_is_known CHECK ((role = ANY (ARRAY['scan'::text, 'attachment'::text, 'draft'::text, 'result'::text]))),
  constraint document_files_sha256_files_sha256_fk FOREIGN KEY (sha256) REFERENCES files(sha256)
);

create table document_kinds (
  id uuid not null,
  code text not null,
  name_bg text not null,
  name_en text not null,
  letters text not null default ''::text,
  mode text not null,
  nomenclature_id uuid,
  offered boolean not null default true,
  constraint document_kinds_pkey PRIMARY KEY (id),
  constraint document_kinds_code_is_one UNIQUE (code),
  constraint document_kinds_code_is_plain CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint document_kinds_mode_is_known CHECK ((mode = ANY (ARRAY['starts'::text, 'continues'::text, 'unsolicited'::text]))),
  constraint document_kinds_nomenclature_id_nomenclature_id_fk FOREIGN KEY (nomenclature_id) REFERENCES nomenclature(id)
);

create table document_parties (
  document_id uuid not null,
  ordinal smallint not null,
  role text not null,
  party_id uuid not null,
  name text not null,
  constraint document_parties_document_id_ordinal_pk PRIMARY KEY (document_id, ordinal),
  constraint document_parties_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint document_parties_party_id_parties_id_fk FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint document_parties_role_is_known CHECK ((role = ANY (ARRAY['sender'::text, 'recipient'::text, 'applicant'::text, 'representative'::text])))
);

create table document_series (
  register_id uuid not null,
  year smallint not null,
  last_number integer not null,
  constraint document_series_register_id_year_pk PRIMARY KEY (register_id, year),
  constraint document_series_register_id_registers_id_fk FOREIGN KEY (register_id) REFERENCES registers(id)
);

create table document_words (
  word text not null,
  constraint document_words_pkey PRIMARY KEY (word)
);

create table documents (
  id uuid not null,
  register_id uuid not null,
  year smallint not null default 0,
  sequence integer not null default 0,
  day date not null,
  uri text not null default ''::text,
  number text not null,
  sub integer,
  direction text not null,
  kind_id uuid not null,
  channel text,
  subject text not null,
  words text not null,
  case_id uuid not null,
  opens_case boolean not null,
  answers_id uuid,
  department_id uuid,
  intake_id uuid,
  received_at timestamp with time zone not null,
  registered_at timestamp with time zone not null default now(),
  registered_by uuid not null,
  sheets smallint,
  attachments smallint,
  attachments_note text,
  foreign_number text,
  foreign_day date,
  foreign_uri text,
  content text not null,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents_answers_id_documents_id_fk FOREIGN KEY (answers_id) REFERENCES documents(id),
  constraint documents_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint documents_channel_is_known CHECK ((channel = ANY (ARRAY['desk'::text, 'mayoralty'::text, 'post'::text, 'email'::text, 'portal'::text, 'ssev'::text]))),
  constraint documents_come_somehow CHECK (((direction <> 'incoming'::text) OR (channel IS NOT NULL))),
  constraint documents_counts_are_not_negative CHECK (((sheets >= 0) AND (attachments >= 0))),
  constraint documents_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint documents_direction_is_known CHECK ((direction = ANY (ARRAY['incoming'::text, 'outgoing'::text, 'internal'::text]))),
  constraint documents_have_a_subject CHECK (((length(TRIM(BOTH FROM subject)) >= 2) AND (length(TRIM(BOTH FROM subject)) <= 1000))),
  constraint documents_intake_id_departments_id_fk FOREIGN KEY (intake_id) REFERENCES departments(id),
  constraint documents_kind_id_document_kinds_id_fk FOREIGN KEY (kind_id) REFERENCES document_kinds(id),
  constraint documents_number_is_one UNIQUE (register_id, year, number),
  constraint documents_register_id_registers_id_fk FOREIGN KEY (register_id) REFERENCES registers(id),
  constraint documents_registered_by_staff_id_fk FOREIGN KEY (registered_by) REFERENCES staff(id),
  constraint documents_sequence_is_one UNIQUE (register_id, year, sequence),
  constraint documents_uri_is_one UNIQUE (uri)
);

create table favourites (
  desk_id uuid not null,
  digit smallint not null,
  service_id uuid not null,
  speed text not null,
  constraint favourites_desk_id_digit_pk PRIMARY KEY (desk_id, digit),
  constraint favourites_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint favourites_digit_is_1_to_9 CHECK (((digit >= 1) AND (digit <= 9))),
  constraint favourites_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint favourites_speed_is_known CHECK ((speed = ANY (ARRAY['normal'::text, 'fast'::text, 'express'::text])))
);

create table files (
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  stored_at timestamp with time zone not null default now(),
  stored_by uuid not null,
  constraint files_pkey PRIMARY KEY (sha256),
  constraint files_are_not_empty CHECK ((bytes > 0)),
  constraint files_sha256_is_one CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint files_stored_by_staff_id_fk FOREIGN KEY (stored_by) REFERENCES staff(id)
);

create table filings (
  case_id uuid not null,
  ordinal integer not null default 0,
  section text not null,
  document_id uuid,
  linked_case_id uuid,
  note text,
  filed_at timestamp with time zone not null default now(),
  filed_by uuid not null,
  constraint filings_case_id_ordinal_pk PRIMARY KEY (case_id, ordinal),
  constraint filings_are_of_one CHECK (((document_id IS NULL) <> (linked_case_id IS NULL))),
  constraint filings_are_once UNIQUE (case_id, section, document_id),
  constraint filings_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint filings_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint filings_filed_by_staff_id_fk FOREIGN KEY (filed_by) REFERENCES staff(id),
  constraint filings_link_another CHECK ((linked_case_id <> case_id)),
  constraint filings_linked_case_id_cases_id_fk FOREIGN KEY (linked_case_id) REFERENCES cases(id),
  constraint filings_links_are_once UNIQUE (case_id, linked_case_id),
  constraint filings_section_is_known CHECK ((section = ANY (ARRAY['official'::text, 'internal'::text, 'control'::text])))
);

create table fiscal_desks (
  desk_id uuid not null,
  printer_id uuid not null,
  constraint fiscal_desks_pkey PRIMARY KEY (desk_id),
  constraint fiscal_desks_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint fiscal_desks_printer_id_fiscal_devices_printer_id_fk FOREIGN KEY (printer_id) REFERENCES fiscal_devices(printer_id)
);

create table fiscal_devices (
  printer_id uuid not null,
  device_number text not null,
  operator smallint not null default 1,
  operator_password text not null,
  constraint fiscal_devices_pkey PRIMARY KEY (printer_id),
  constraint fiscal_devices_number_is_on_the_seal CHECK ((device_number ~ '^[A-Z]{2}[0-9]{6}$'::text)),
  constraint fiscal_devices_number_is_one UNIQUE (device_number),
  constraint fiscal_devices_operator_is_known CHECK (((operator >= 1) AND (operator <= 30))),
  constraint fiscal_devices_password_is_digits CHECK ((operator_password ~ '^[0-9]{1,8}$'::text)),
  constraint fiscal_devices_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id)
);

create table fiscal_documents (
  job_id uuid not null,
  printer_id uuid not null,
  task text not null,
  payment_id uuid,
  document text,
  fiscal_memory text,
  issued_at timestamp with time zone not null,
  amount_cents bigint,
  constraint fiscal_documents_pkey PRIMARY KEY (job_id),
  constraint fiscal_documents_job_id_print_jobs_id_fk FOREIGN KEY (job_id) REFERENCES print_jobs(id),
  constraint fiscal_documents_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint fiscal_documents_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id),
  constraint fiscal_documents_task_is_known CHECK ((task = ANY (ARRAY['sale'::text, 'storno'::text, 'cash_in'::text, 'cash_out'::text, 'x_report'::text, 'z_report'::text])))
);

create table fiscal_revenues (
  service_id uuid not null,
  valid_from date not null,
  tax_group smallint,
  ground text not null,
  constraint fiscal_revenues_service_id_valid_from_pk PRIMARY KEY (service_id, valid_from),
  constraint fiscal_revenues_ground_is_told CHECK ((length(TRIM(BOTH FROM ground)) >= 3)),
  constraint fiscal_revenues_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint fiscal_revenues_tax_group_is_known CHECK (((tax_group >= 1) AND (tax_group <= 8)))
);

create table fiscal_sales (
  payment_id uuid not null,
  printer_id uuid not null,
  number integer not null,
  unp text not null,
  constraint fiscal_sales_pkey PRIMARY KEY (payment_id),
  constraint fiscal_sales_number_is_one UNIQUE (printer_id, number),
  constraint fiscal_sales_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint fiscal_sales_printer_id_fiscal_devices_printer_id_fk FOREIGN KEY (printer_id) REFERENCES fiscal_devices(printer_id),
  constraint fiscal_sales_unp_is_whole CHECK (((unp ~ '^[A-Z]{2}[0-9]{6}-[A-Z0-9]{4}-[0-9]{7}$'::text) AND (("right"(unp, 7))::integer = number))),
  constraint fiscal_sales_unp_unique UNIQUE (unp)
);

create table fiscal_series (
  printer_id uuid not null,
  last_number integer not null,
  constraint fiscal_series_pkey PRIMARY KEY (printer_id),
  constraint fiscal_series_printer_id_fiscal_devices_printer_id_fk FOREIGN KEY (printer_id) REFERENCES fiscal_devices(printer_id)
);

create table hand_outs (
  request_id uuid not null,
  way text not null,
  taken_by text not null,
  identity text,
  reference text,
  handed_at timestamp with time zone not null default now(),
  handed_by uuid not null,
  constraint hand_outs_pkey PRIMARY KEY (request_id),
  constraint hand_outs_handed_by_staff_id_fk FOREIGN KEY (handed_by) REFERENCES staff(id),
  constraint hand_outs_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id),
  constraint hand_outs_way_is_known CHECK ((way = ANY (ARRAY['desk'::text, 'mayoralty'::text, 'post'::text, 'email'::text, 'ssev'::text])))
);

create table handover_receipts (
  handover_id uuid not null,
  taken_at timestamp with time zone not null default now(),
  taken_by uuid not null,
  constraint handover_receipts_pkey PRIMARY KEY (handover_id),
  constraint handover_receipts_handover_id_handovers_id_fk FOREIGN KEY (handover_id) REFERENCES handovers(id),
  constraint handover_receipts_taken_by_staff_id_fk FOREIGN KEY (taken_by) REFERENCES staff(id)
);

create table handovers (
  id uuid not null,
  document_id uuid not null,
  giver_id uuid not null,
  given_at timestamp with time zone not null default now(),
  taker_id uuid,
  taker_department_id uuid,
  outside_name text,
  back_by date,
  note text,
  constraint handovers_pkey PRIMARY KEY (id),
  constraint handovers_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint handovers_giver_id_staff_id_fk FOREIGN KEY (giver_id) REFERENCES staff(id),
  constraint handovers_have_one_taker CHECK ((num_nonnulls(taker_id, taker_department_id, outside_name) = 1)),
  constraint handovers_taker_department_id_departments_id_fk FOREIGN KEY (taker_department_id) REFERENCES departments(id),
  constraint handovers_taker_id_staff_id_fk FOREIGN KEY (taker_id) REFERENCES staff(id)
);

create table held_baskets (
  id uuid not null,
  desk_id uuid not null,
  staff_id uuid not null,
  held_at timestamp with time zone not null default now(),
  label text not null,
  basket jsonb not null,
  constraint held_baskets_pkey PRIMARY KEY (id),
  constraint held_baskets_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint held_baskets_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table kiosk_asks (
  id uuid not null,
  kiosk_id uuid not null,
  question_id uuid not null,
  asked_from timestamp with time zone not null default now(),
  asked_by uuid,
  constraint kiosk_asks_pkey PRIMARY KEY (id),
  constraint kiosk_asks_asked_by_staff_id_fk FOREIGN KEY (asked_by) REFERENCES staff(id),
  constraint kiosk_asks_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id),
  constraint kiosk_asks_of_a_kiosk UNIQUE (id, kiosk_id),
  constraint kiosk_asks_question_id_kiosk_questions_id_fk FOREIGN KEY (question_id) REFERENCES kiosk_questions(id)
);

create table kiosk_codes (
  code_hash text not null,
  kiosk_id uuid not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  constraint kiosk_codes_pkey PRIMARY KEY (code_hash),
  constraint kiosk_codes_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id),
  constraint kiosk_codes_made_by_staff_id_fk FOREIGN KEY (made_by) REFERENCES staff(id)
);

create table kiosk_events (
  id uuid not null,
  kiosk_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}'::jsonb,
  raised_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint kiosk_events_pkey PRIMARY KEY (id),
  constraint kiosk_events_kind_is_known CHECK ((kind = ANY (ARRAY['silent'::text, 'negatives'::text, 'doubled'::text, 'clock'::text, 'fault'::text]))),
  constraint kiosk_events_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id)
);

create table kiosk_hours (
  question_id uuid not null,
  kiosk_id uuid not null,
  day date not null,
  hour smallint not null,
  face1 integer not null default 0,
  face2 integer not null default 0,
  face3 integer not null default 0,
  face4 integer not null default 0,
  face5 integer not null default 0,
  tests integer not null default 0,
  closed integer not null default 0,
  bursts integer not null default 0,
  repeats integer not null default 0,
  constraint kiosk_hours_question_id_day_hour_kiosk_id_pk PRIMARY KEY (question_id, day, hour, kiosk_id),
  constraint kiosk_hours_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id),
  constraint kiosk_hours_question_id_kiosk_questions_id_fk FOREIGN KEY (question_id) REFERENCES kiosk_questions(id)
);

create table kiosk_keys (
  id uuid not null,
  device_id uuid not null,
  kiosk_id uuid not null,
  key text not null,
  code_hash text not null,
  enrolled_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoke_reason text,
  constraint kiosk_keys_pkey PRIMARY KEY (id),
  constraint kiosk_keys_are_revoked_by_somebody CHECK ((((revoked_at IS NULL) = (revoked_by IS NULL)) AND ((revoked_at IS NULL) = (revoke_reason IS NULL)))),
  constraint "kiosk_keys_codeHash_unique" UNIQUE (code_hash),
  constraint kiosk_keys_code_hash_kiosk_codes_code_hash_fk FOREIGN KEY (code_hash) REFERENCES kiosk_codes(code_hash),
  constraint kiosk_keys_have_32_bytes CHECK ((key ~ '^[A-Za-z0-9_-]{43}$'::text)),
  constraint kiosk_keys_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id),
  constraint kiosk_keys_revoked_by_staff_id_fk FOREIGN KEY (revoked_by) REFERENCES staff(id)
);

create table kiosk_presses (
  device_id uuid not null,
  seq bigint not null,
  kiosk_id uuid not null,
  ask_id uuid not null,
  face smallint not null,
  reason text,
  mark text,
  origin text not null,
  pressed_at timestamp with time zone not null,
  device_at timestamp with time zone not null,
  skew_ms bigint not null,
  arrived_at timestamp with time zone not null default now(),
  constraint kiosk_presses_device_id_seq_pk PRIMARY KEY (device_id, seq),
  constraint kiosk_presses_ask_id_kiosk_id_kiosk_asks_id_kiosk_id_fk FOREIGN KEY (ask_id, kiosk_id) REFERENCES kiosk_asks(id, kiosk_id),
  constraint kiosk_presses_device_id_kiosk_states_device_id_fk FOREIGN KEY (device_id) REFERENCES kiosk_states(device_id),
  constraint kiosk_presses_face_is_known CHECK (((face >= 1) AND (face <= 5))),
  constraint kiosk_presses_mark_is_known CHECK ((mark = ANY (ARRAY['test'::text, 'closed'::text, 'burst'::text, 'repeat'::text]))),
  constraint kiosk_presses_origin_is_known CHECK ((origin = ANY (ARRAY['keys'::text, 'touch'::text, 'box'::text]))),
  constraint kiosk_presses_seq_is_positive CHECK ((seq > 0))
);

create table kiosk_questions (
  id uuid not null,
  text_bg text not null,
  text_en text not null,
  faces smallint not null,
  follow_up_bg text,
  follow_up_en text,
  follow_up_to smallint,
  reasons jsonb not null default '[]'::jsonb,
  thanks_bg text,
  thanks_en text,
  made_at timestamp with time zone not null default now(),
  made_by uuid,
  constraint kiosk_questions_pkey PRIMARY KEY (id),
  constraint kiosk_questions_follow_up_is_after_a_face CHECK (((follow_up_to >= 1) AND (follow_up_to <= faces))),
  constraint kiosk_questions_follow_up_is_whole CHECK ((((follow_up_bg IS NULL) = (follow_up_to IS NULL)) AND ((follow_up_bg IS NULL) = (follow_up_en IS NULL)) AND ((follow_up_bg IS NULL) = (reasons = '[]'::jsonb)))),
  constraint kiosk_questions_have_4_or_5_faces CHECK ((faces = ANY (ARRAY[4, 5]))),
  constraint kiosk_questions_made_by_staff_id_fk FOREIGN KEY (made_by) REFERENCES staff(id)
);

create table kiosk_reasons (
  question_id uuid not null,
  kiosk_id uuid not null,
  day date not null,
  face smallint not null,
  reason text not null,
  times integer not null,
  constraint kiosk_reasons_question_id_day_kiosk_id_face_reason_pk PRIMARY KEY (question_id, day, kiosk_id, face, reason),
  constraint kiosk_reasons_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id),
  constraint kiosk_reasons_question_id_kiosk_questions_id_fk FOREIGN KEY (question_id) REFERENCES kiosk_questions(id)
);

create table kiosk_rules (
  id uuid not null,
  silent_minutes integer not null,
  negatives integer not null,
  negative_minutes integer not null,
  pace jsonb not null default '{}'::jsonb,
  pin_hash text,
  set_at timestamp with time zone not null default now(),
  set_by uuid,
  constraint kiosk_rules_pkey PRIMARY KEY (id),
  constraint kiosk_rules_are_positive CHECK (((silent_minutes > 0) AND (negatives > 0) AND (negative_minutes > 0))),
  constraint kiosk_rules_set_by_staff_id_fk FOREIGN KEY (set_by) REFERENCES staff(id)
);

create table kiosk_states (
  device_id uuid not null,
  kiosk_id uuid not null,
  last_word_at timestamp with time zone not null default now(),
  signed_ms bigint not null default 0,
  highest_seq bigint not null default 0,
  skew_ms bigint,
  outbox integer,
  program text,
  configuration text,
  facts jsonb not null default '{}'::jsonb,
  constraint kiosk_states_pkey PRIMARY KEY (device_id),
  constraint kiosk_states_kiosk_id_kiosks_id_fk FOREIGN KEY (kiosk_id) REFERENCES kiosks(id)
);

create table kiosks (
  id uuid not null,
  number integer not null,
  department_id uuid not null,
  place text not null,
  added_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  constraint kiosks_pkey PRIMARY KEY (id),
  constraint kiosks_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint kiosks_number_is_positive CHECK (((number >= 1) AND (number <= 9999))),
  constraint kiosks_number_unique UNIQUE (number)
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

create table merged_parties (
  party_id uuid not null,
  into_id uuid not null,
  constraint merged_parties_pkey PRIMARY KEY (party_id),
  constraint merged_parties_into_id_parties_id_fk FOREIGN KEY (into_id) REFERENCES parties(id),
  constraint merged_parties_party_id_parties_id_fk FOREIGN KEY (party_id) REFERENCES parties(id)
);

create table nomenclature (
  id uuid not null,
  index text not null,
  name text not null,
  retention text not null,
  years smallint,
  is_expert boolean not null default false,
  source text not null,
  closed_at timestamp with time zone,
  constraint nomenclature_pkey PRIMARY KEY (id),
  constraint nomenclature_index_is_one UNIQUE (index),
  constraint nomenclature_retention_is_known CHECK ((retention = ANY (ARRAY['permanent'::text, 'permanent_here'::text, 'term'::text]))),
  constraint nomenclature_term_has_years CHECK ((((retention = 'term'::text) = (years IS NOT NULL)) AND (years > 0)))
);

create table number_series (
  desk_id uuid not null,
  year smallint not null,
  last_number integer not null,
  series text not null default 'receipt'::text,
  constraint number_series_desk_id_year_series_pk PRIMARY KEY (desk_id, year, series),
  constraint number_series_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint number_series_is_known CHECK ((series = ANY (ARRAY['receipt'::text, 'reversal'::text, 'z'::text, 'cash_in'::text, 'cash_out'::text, 'deposit'::text])))
);

create table open_bills (
  bill_id uuid not null,
  constraint open_bills_pkey PRIMARY KEY (bill_id),
  constraint open_bills_bill_id_bills_id_fk FOREIGN KEY (bill_id) REFERENCES bills(id)
);

create table open_requests (
  request_id uuid not null,
  case_id uuid not null,
  service_id uuid not null,
  department_id uuid not null,
  due_on date,
  is_restricted boolean not null default false,
  constraint open_requests_pkey PRIMARY KEY (request_id),
  constraint open_requests_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint open_requests_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id)
);

create table open_tasks (
  task_id uuid not null,
  case_id uuid not null,
  request_id uuid,
  parent_id uuid,
  kind text not null,
  assigner_id uuid,
  assignee_id uuid,
  department_id uuid not null,
  due_on date not null,
  is_restricted boolean not null default false,
  constraint open_tasks_pkey PRIMARY KEY (task_id),
  constraint open_tasks_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint open_tasks_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id)
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

create table opinions (
  id uuid not null,
  document_id uuid not null,
  task_id uuid,
  value text not null,
  note text,
  given_at timestamp with time zone not null default now(),
  given_by uuid not null,
  constraint opinions_pkey PRIMARY KEY (id),
  constraint opinions_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint opinions_given_by_staff_id_fk FOREIGN KEY (given_by) REFERENCES staff(id),
  constraint opinions_say_why CHECK (((value = 'agree'::text) OR (length(TRIM(BOTH FROM note)) > 2))),
  constraint opinions_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id),
  constraint opinions_value_is_known CHECK ((value = ANY (ARRAY['agree'::text, 'disagree'::text, 'terminate'::text, 'rework'::text])))
);

create table parties (
  id uuid not null,
  kind text not null,
  identifier_kind text,
  identifier text,
  identifier_masked text generated always as 
CASE
    WHEN (identifier IS NULL) THEN NULL::text
    WHEN (identifier_kind = 'eik'::text) THEN identifier
    ELSE ("left"(identifier, 6) || '****'::text)
END,
  name text not null,
  name_folded text not null,
  ekatte text,
  address text,
  phone text,
  email text,
  added_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  constraint parties_pkey PRIMARY KEY (id),
  constraint parties_ekatte_settlements_ekatte_fk FOREIGN KEY (ekatte) REFERENCES settlements(ekatte),
  constraint parties_have_a_name CHECK ((length(TRIM(BOTH FROM name)) >= 2)),
  constraint parties_identifier_fits_its_kind CHECK ((((identifier IS NULL) AND (identifier_kind IS NULL)) OR ((identifier_kind = ANY (ARRAY['egn'::text, 'lnch'::text])) AND (kind = 'person'::text) AND (identifier ~ '^[0-9]{10}$'::text)) OR ((identifier_kind = 'eik'::text) AND (identifier ~ '^([0-9]{9}|[0-9]{13})$'::text)))),
  constraint parties_kind_is_known CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
);

create table party_merges (
  id uuid not null,
  party_id uuid not null,
  into_id uuid,
  reason text not null,
  merged_at timestamp with time zone not null default now(),
  merged_by uuid not null,
  constraint party_merges_pkey PRIMARY KEY (id),
  constraint party_merges_are_of_two CHECK ((party_id <> into_id)),
  constraint party_merges_into_id_parties_id_fk FOREIGN KEY (into_id) REFERENCES parties(id),
  constraint party_merges_merged_by_staff_id_fk FOREIGN KEY (merged_by) REFERENCES staff(id),
  constraint party_merges_party_id_parties_id_fk FOREIGN KEY (party_id) REFERENCES parties(id)
);

create table payment_lines (
  payment_id uuid not null,
  ordinal smallint not null,
  service_id uuid,
  department_id uuid not null,
  name text not null,
  speed text not null,
  quantity integer not null,
  price_cents bigint not null,
  amount_cents bigint not null,
  payment_code text,
  bill_id uuid,
  override_of_cents bigint,
  override_reason text,
  confirmation_id uuid,
  tax_group smallint,
  constraint payment_lines_payment_id_ordinal_pk PRIMARY KEY (payment_id, ordinal),
  constraint payment_lines_amount_multiplies_up CHECK ((amount_cents = (price_cents * quantity))),
  constraint payment_lines_are_of_something CHECK (((service_id IS NOT NULL) OR (bill_id IS NOT NULL))),
  constraint payment_lines_bill_id_bills_id_fk FOREIGN KEY (bill_id) REFERENCES bills(id),
  constraint payment_lines_confirmation_id_confirmations_id_fk FOREIGN KEY (confirmation_id) REFERENCES confirmations(id),
  constraint payment_lines_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint payment_lines_override_is_explained CHECK (((num_nulls(override_of_cents, override_reason, confirmation_id) = ANY (ARRAY[0, 3])) AND ((override_reason IS NULL) OR (length(TRIM(BOTH FROM override_reason)) >= 3)))),
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
  terminal text,
  authorisation text,
  rrn text,
  card_tail text,
  reference text,
  constraint payment_tenders_payment_id_ordinal_pk PRIMARY KEY (payment_id, ordinal),
  constraint payment_tenders_amount_is_positive CHECK (((amount_cents > 0) AND (change_cents >= 0))),
  constraint payment_tenders_card_is_as_on_the_slip CHECK (((terminal ~ '^[0-9A-Z]{4,16}$'::text) AND (authorisation ~ '^[0-9A-Z]{4,8}$'::text) AND (rrn ~ '^[0-9]{12}$'::text) AND (card_tail ~ '^[0-9]{4}$'::text))),
  constraint payment_tenders_card_is_whole CHECK ((((tender = 'card'::text) AND (num_nulls(terminal, authorisation, rrn, card_tail) = 0)) OR ((tender <> 'card'::text) AND (num_nonnulls(terminal, authorisation, rrn, card_tail) = 0)))),
  constraint payment_tenders_card_slip_is_one UNIQUE (terminal, rrn),
  constraint payment_tenders_change_adds_up CHECK ((given_cents = (amount_cents + change_cents))),
  constraint payment_tenders_change_is_cash CHECK (((tender = 'cash'::text) OR (change_cents = 0))),
  constraint payment_tenders_kind_is_known CHECK ((tender = ANY (ARRAY['cash'::text, 'card'::text, 'bank'::text]))),
  constraint payment_tenders_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint payment_tenders_transfer_has_reference CHECK ((((tender = 'bank'::text) = (reference IS NOT NULL)) AND (COALESCE(length(TRIM(BOTH FROM reference)), 2) >= 2)))
);

create table payments (
  id uuid not null,
  till_id uuid not null,
  taken_at timestamp with time zone not null default now(),
  total_cents bigint not null,
  content text not null,
  payer_id uuid,
  payer_name text,
  paid_by text,
  served_ms integer,
  constraint payments_pkey PRIMARY KEY (id),
  constraint payments_payer_has_name CHECK (((payer_id IS NULL) = (payer_name IS NULL))),
  constraint payments_payer_id_parties_id_fk FOREIGN KEY (payer_id) REFERENCES parties(id),
  constraint payments_served_time_is_not_negative CHECK ((served_ms >= 0)),
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
  note jsonb,
  stands_in_for_id uuid,
  constraint print_jobs_pkey PRIMARY KEY (id),
  constraint print_jobs_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint print_jobs_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id),
  constraint print_jobs_stands_in_for_id_printers_id_fk FOREIGN KEY (stands_in_for_id) REFERENCES printers(id),
  constraint print_jobs_state_is_known CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'printed'::text, 'failed'::text, 'unsure'::text])))
);

create table printer_profiles (
  name text not null,
  profile jsonb not null,
  added_at timestamp with time zone not null default now(),
  constraint printer_profiles_pkey PRIMARY KEY (name)
);

create table printer_states (
  printer_id uuid not null,
  fault text,
  warnings text[] not null default '{}'::text[],
  program text not null,
  seen_at timestamp with time zone not null,
  constraint printer_states_pkey PRIMARY KEY (printer_id),
  constraint printer_states_printer_id_printers_id_fk FOREIGN KEY (printer_id) REFERENCES printers(id)
);

create table printers (
  id uuid not null,
  name text not null,
  profile text not null,
  line text not null,
  printed_by text not null default 'desk'::text,
  stand_in_id uuid,
  constraint printers_pkey PRIMARY KEY (id),
  constraint printers_are_printed_by_somebody CHECK ((printed_by = ANY (ARRAY['desk'::text, 'agent'::text]))),
  constraint printers_name_unique UNIQUE (name),
  constraint printers_stand_in_id_printers_id_fk FOREIGN KEY (stand_in_id) REFERENCES printers(id),
  constraint printers_stand_in_is_another CHECK ((stand_in_id <> id))
);

create table ready_requests (
  request_id uuid not null,
  constraint ready_requests_pkey PRIMARY KEY (request_id),
  constraint ready_requests_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id)
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

create table registers (
  id uuid not null,
  index integer not null,
  name_bg text not null,
  name_en text not null,
  is_official boolean not null,
  template text not null,
  reply_template text,
  closed_at timestamp with time zone,
  constraint registers_pkey PRIMARY KEY (id),
  constraint registers_index_is_one UNIQUE (index),
  constraint registers_index_is_positive CHECK (((index >= 1) AND (index <= 9999)))
);

create table request_endings (
  request_id uuid not null,
  outcome text not null,
  document_id uuid,
  reason text,
  due_on date,
  ended_on date not null default CURRENT_DATE,
  late_reason text,
  late_note text,
  case_id uuid,
  department_id uuid,
  ended_at timestamp with time zone not null default now(),
  ended_by uuid not null,
  constraint request_endings_pkey PRIMARY KEY (request_id),
  constraint request_endings_are_late_with_reason CHECK (((due_on >= ended_on) OR (due_on IS NULL) OR (late_reason IS NOT NULL))),
  constraint request_endings_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint request_endings_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint request_endings_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint request_endings_ended_by_staff_id_fk FOREIGN KEY (ended_by) REFERENCES staff(id),
  constraint request_endings_outcome_is_known CHECK ((outcome = ANY (ARRAY['completed'::text, 'refused'::text, 'terminated'::text, 'withdrawn'::text]))),
  constraint request_endings_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id)
);

create table request_events (
  id uuid not null,
  request_id uuid not null,
  kind text not null,
  on_day date not null,
  due_on date,
  reason text,
  document_id uuid,
  facts jsonb not null default '{}'::jsonb,
  told_at timestamp with time zone not null default now(),
  told_by uuid not null,
  constraint request_events_pkey PRIMARY KEY (id),
  constraint request_events_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint request_events_kind_is_known CHECK ((kind = ANY (ARRAY['irregular'::text, 'notified'::text, 'brought'::text, 'mended'::text, 'suspended'::text, 'resumed'::text, 'extended'::text, 'forwarded'::text, 'moved'::text]))),
  constraint request_events_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id),
  constraint request_events_told_by_staff_id_fk FOREIGN KEY (told_by) REFERENCES staff(id)
);

create table request_items (
  request_id uuid not null,
  ordinal smallint not null,
  name text not null,
  is_ex_officio boolean not null,
  state text not null,
  constraint request_items_request_id_ordinal_pk PRIMARY KEY (request_id, ordinal),
  constraint request_items_never_ask_ex_officio CHECK ((is_ex_officio = (state = 'ex_officio'::text))),
  constraint request_items_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id),
  constraint request_items_state_is_known CHECK ((state = ANY (ARRAY['brought'::text, 'missing'::text, 'not_needed'::text, 'ex_officio'::text])))
);

create table requests (
  document_id uuid not null,
  service_id uuid not null,
  speed text not null,
  card_id uuid,
  bill_id uuid,
  department_id uuid not null,
  representation text,
  delivery text not null,
  deliver_to text,
  term_amount smallint not null,
  term_unit text not null,
  term_article text not null,
  starts_on date not null,
  due_on date not null,
  constraint requests_pkey PRIMARY KEY (document_id),
  constraint requests_bill_id_bills_id_fk FOREIGN KEY (bill_id) REFERENCES bills(id),
  constraint requests_bill_is_one UNIQUE (bill_id),
  constraint requests_card_id_cards_id_fk FOREIGN KEY (card_id) REFERENCES cards(id),
  constraint requests_delivery_is_known CHECK ((delivery = ANY (ARRAY['desk'::text, 'mayoralty'::text, 'post'::text, 'email'::text, 'ssev'::text]))),
  constraint requests_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint requests_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint requests_service_id_services_id_fk FOREIGN KEY (service_id) REFERENCES services(id),
  constraint requests_speed_is_known CHECK ((speed = ANY (ARRAY['normal'::text, 'fast'::text, 'express'::text]))),
  constraint requests_term_is_positive CHECK ((term_amount >= 0)),
  constraint requests_term_unit_is_known CHECK ((term_unit = ANY (ARRAY['hours'::text, 'calendar_days'::text, 'working_days'::text, 'weeks'::text, 'months'::text])))
);

create table restricted_cases (
  case_id uuid not null,
  reason text not null,
  restricted_at timestamp with time zone not null default now(),
  restricted_by uuid not null,
  constraint restricted_cases_pkey PRIMARY KEY (case_id),
  constraint restricted_cases_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint restricted_cases_restricted_by_staff_id_fk FOREIGN KEY (restricted_by) REFERENCES staff(id)
);

create table reversals (
  id uuid not null,
  payment_id uuid not null,
  till_id uuid not null,
  reversed_at timestamp with time zone not null default now(),
  reason text not null,
  confirmation_id uuid not null,
  refund_reference text,
  desk_id uuid not null,
  year smallint not null,
  number integer not null,
  constraint reversals_pkey PRIMARY KEY (id),
  constraint reversals_confirmation_id_confirmations_id_fk FOREIGN KEY (confirmation_id) REFERENCES confirmations(id),
  constraint reversals_confirmation_is_one UNIQUE (confirmation_id),
  constraint reversals_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint reversals_have_reason CHECK ((length(TRIM(BOTH FROM reason)) >= 3)),
  constraint reversals_number_is_one UNIQUE (desk_id, year, number),
  constraint reversals_payment_id_payments_id_fk FOREIGN KEY (payment_id) REFERENCES payments(id),
  constraint reversals_payment_is_one UNIQUE (payment_id),
  constraint reversals_till_id_tills_id_fk FOREIGN KEY (till_id) REFERENCES tills(id)
);

create table reviews (
  id uuid not null,
  task_id uuid not null,
  week date not null,
  status text not null,
  verdict text not null,
  note text,
  reviewed_at timestamp with time zone not null default now(),
  reviewed_by uuid not null,
  constraint reviews_pkey PRIMARY KEY (id),
  constraint reviews_begin_on_monday CHECK ((EXTRACT(isodow FROM week) = (1)::numeric)),
  constraint reviews_reviewed_by_staff_id_fk FOREIGN KEY (reviewed_by) REFERENCES staff(id),
  constraint reviews_status_is_known CHECK ((status = ANY (ARRAY['done'::text, 'not_done'::text, 'under_way'::text]))),
  constraint reviews_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id),
  constraint reviews_verdict_is_known CHECK ((verdict = ANY (ARRAY['no_problems'::text, 'lack_of_resources'::text, 'outside_problem'::text, 'impossible'::text, 'sent_back'::text])))
);

create table satisfaction_methods (
  id uuid not null,
  year smallint not null,
  method smallint not null,
  carried_out boolean not null,
  conduct text,
  findings text,
  measures text,
  noted_at timestamp with time zone not null default now(),
  noted_by uuid not null,
  constraint satisfaction_methods_pkey PRIMARY KEY (id),
  constraint satisfaction_methods_are_11 CHECK (((method >= 1) AND (method <= 11))),
  constraint satisfaction_methods_noted_by_staff_id_fk FOREIGN KEY (noted_by) REFERENCES staff(id),
  constraint satisfaction_methods_year_is_sane CHECK (((year >= 2020) AND (year <= 2100)))
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
  needs_payer boolean not null default false,
  constraint services_pkey PRIMARY KEY (id),
  constraint services_code_is_digits CHECK ((code ~ '^[0-9]{1,6}$'::text)),
  constraint services_code_unique UNIQUE (code),
  constraint services_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint services_payment_code_is_digits CHECK ((payment_code ~ '^[0-9]{6,7}$'::text)),
  constraint services_pricing_is_known CHECK ((pricing = ANY (ARRAY['fixed'::text, 'per_unit'::text, 'open'::text])))
);

create table settings (
  key text not null,
  valid_from date not null,
  amount_cents bigint,
  source text not null,
  set_at timestamp with time zone not null default now(),
  constraint settings_key_valid_from_pk PRIMARY KEY (key, valid_from),
  constraint settings_amount_is_positive CHECK ((amount_cents > 0)),
  constraint settings_key_is_known CHECK ((key = ANY (ARRAY['cash_limit'::text, 'till_limit'::text])))
);

create table settlements (
  ekatte text not null,
  name_bg text not null,
  name_en text not null,
  kind text not null,
  municipality_bg text not null,
  district_bg text not null,
  constraint settlements_pkey PRIMARY KEY (ekatte),
  constraint settlements_ekatte_has_5_digits CHECK ((ekatte ~ '^[0-9]{5}$'::text))
);

create table staff (
  id uuid not null,
  login text not null,
  name text not null,
  post text not null,
  db_role text not null,
  added_at timestamp with time zone not null default now(),
  disabled_at timestamp with time zone,
  operator_code text not null default ''::text,
  department_id uuid,
  "position" text,
  constraint staff_pkey PRIMARY KEY (id),
  constraint "staff_dbRole_unique" UNIQUE (db_role),
  constraint staff_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint staff_login_is_plain CHECK ((login ~ '^[a-z][a-z0-9]{1,19}$'::text)),
  constraint staff_login_unique UNIQUE (login),
  constraint staff_operator_code_has_4_digits CHECK ((operator_code ~ '^[0-9]{4}$'::text)),
  constraint staff_operator_code_is_one UNIQUE (operator_code),
  constraint staff_post_is_known CHECK ((post = ANY (ARRAY['cashier'::text, 'clerk'::text, 'officer'::text, 'head'::text, 'admin'::text, 'auditor'::text, 'hub'::text])))
);

create table substitutions (
  id uuid not null,
  absent_id uuid not null,
  substitute_id uuid not null,
  from_day date not null,
  until_day date not null,
  ground text not null,
  set_at timestamp with time zone not null default now(),
  set_by uuid,
  constraint substitutions_pkey PRIMARY KEY (id),
  constraint substitutions_absent_id_staff_id_fk FOREIGN KEY (absent_id) REFERENCES staff(id),
  constraint substitutions_are_of_two CHECK ((absent_id <> substitute_id)),
  constraint substitutions_end_after_they_begin CHECK ((from_day <= (until_day + 1))),
  constraint substitutions_set_by_staff_id_fk FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint substitutions_substitute_id_staff_id_fk FOREIGN KEY (substitute_id) REFERENCES staff(id)
);

create table task_endings (
  task_id uuid not null,
  outcome text not null,
  result text not null,
  next text,
  due_on date,
  ended_on date not null default CURRENT_DATE,
  late_reason text,
  late_note text,
  case_id uuid,
  department_id uuid,
  assignee_id uuid,
  ended_at timestamp with time zone not null default now(),
  ended_by uuid not null,
  constraint task_endings_pkey PRIMARY KEY (task_id),
  constraint task_endings_are_late_with_reason CHECK (((outcome = 'cancelled'::text) OR (due_on >= ended_on) OR (due_on IS NULL) OR (late_reason IS NOT NULL))),
  constraint task_endings_assignee_id_staff_id_fk FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint task_endings_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint task_endings_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint task_endings_ended_by_staff_id_fk FOREIGN KEY (ended_by) REFERENCES staff(id),
  constraint task_endings_outcome_is_known CHECK ((outcome = ANY (ARRAY['done'::text, 'cancelled'::text, 'not_done'::text]))),
  constraint task_endings_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id)
);

create table task_moves (
  id uuid not null,
  task_id uuid not null,
  kind text not null,
  assignee_id uuid,
  department_id uuid not null,
  reason text,
  moved_at timestamp with time zone not null default now(),
  moved_by uuid not null,
  constraint task_moves_pkey PRIMARY KEY (id),
  constraint task_moves_assignee_id_staff_id_fk FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint task_moves_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint task_moves_kind_is_known CHECK ((kind = ANY (ARRAY['delegated'::text, 'returned'::text, 'reassigned'::text]))),
  constraint task_moves_moved_by_staff_id_fk FOREIGN KEY (moved_by) REFERENCES staff(id),
  constraint task_moves_return_with_reason CHECK (((kind <> 'returned'::text) OR (length(TRIM(BOTH FROM reason)) > 2))),
  constraint task_moves_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id)
);

create table task_terms (
  id uuid not null,
  task_id uuid not null,
  due_on date not null,
  reason text not null,
  set_at timestamp with time zone not null default now(),
  set_by uuid not null,
  constraint task_terms_pkey PRIMARY KEY (id),
  constraint task_terms_set_by_staff_id_fk FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint task_terms_task_id_tasks_id_fk FOREIGN KEY (task_id) REFERENCES tasks(id)
);

create table tasks (
  id uuid not null,
  case_id uuid not null,
  document_id uuid,
  request_id uuid,
  phase text,
  parent_id uuid,
  kind text not null,
  what text not null,
  assigner_id uuid,
  assignee_id uuid,
  department_id uuid not null,
  due_on date not null,
  given_at timestamp with time zone not null default now(),
  constraint tasks_pkey PRIMARY KEY (id),
  constraint tasks_assignee_id_staff_id_fk FOREIGN KEY (assignee_id) REFERENCES staff(id),
  constraint tasks_assigner_id_staff_id_fk FOREIGN KEY (assigner_id) REFERENCES staff(id),
  constraint tasks_case_id_cases_id_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint tasks_department_id_departments_id_fk FOREIGN KEY (department_id) REFERENCES departments(id),
  constraint tasks_document_id_documents_id_fk FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint tasks_kind_is_known CHECK ((kind = ANY (ARRAY['resolution'::text, 'phase'::text, 'opinion'::text]))),
  constraint tasks_parent_id_tasks_id_fk FOREIGN KEY (parent_id) REFERENCES tasks(id),
  constraint tasks_phase_is_of_a_request CHECK (((phase IS NULL) OR ((request_id IS NOT NULL) AND (kind = 'phase'::text)))),
  constraint tasks_request_id_requests_document_id_fk FOREIGN KEY (request_id) REFERENCES requests(document_id),
  constraint tasks_say_what CHECK (((length(TRIM(BOTH FROM what)) >= 3) AND (length(TRIM(BOTH FROM what)) <= 2000)))
);

create table terminal_reports (
  id uuid not null,
  terminal text not null,
  day date not null,
  reported_at timestamp with time zone not null default now(),
  staff_id uuid not null,
  stated_cents bigint not null,
  expected_cents bigint not null,
  reason text,
  constraint terminal_reports_pkey PRIMARY KEY (id),
  constraint terminal_reports_difference_has_reason CHECK (((stated_cents = expected_cents) OR (COALESCE(length(TRIM(BOTH FROM reason)), 0) >= 3))),
  constraint terminal_reports_staff_id_staff_id_fk FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table till_closings (
  till_id uuid not null,
  closed_at timestamp with time zone not null default now(),
  expected_cents bigint not null,
  counted_cents bigint not null,
  difference_cents bigint not null,
  reason text,
  desk_id uuid not null,
  year smallint not null,
  number integer not null,
  counted_money jsonb,
  left_cents bigint not null,
  constraint till_closings_pkey PRIMARY KEY (till_id),
  constraint till_closings_count_is_not_negative CHECK ((counted_cents >= 0)),
  constraint till_closings_desk_id_desks_id_fk FOREIGN KEY (desk_id) REFERENCES desks(id),
  constraint till_closings_difference_adds_up CHECK ((difference_cents = (counted_cents - expected_cents))),
  constraint till_closings_difference_has_reason CHECK (((difference_cents = 0) OR (COALESCE(length(TRIM(BOTH FROM reason)), 0) >= 3))),
  constraint till_closings_left_was_counted CHECK (((left_cents >= 0) AND (left_cents <= counted_cents))),
  constraint till_closings_number_is_one UNIQUE (desk_id, year, number),
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
  training boolean not null default false,
  opens_at time without time zone not null default '08:00:00'::time without time zone,
  closes_at time without time zone not null default '17:00:00'::time without time zone,
  constraint town_pkey PRIMARY KEY (id),
  constraint town_bulstat_has_9_digits CHECK ((bulstat ~ '^[0-9]{9}$'::text)),
  constraint town_is_one CHECK ((id = 1)),
  constraint town_opens_before_it_closes CHECK ((opens_at < closes_at))
);

create table undeposited_tills (
  till_id uuid not null,
  constraint undeposited_tills_pkey PRIMARY KEY (till_id),
  constraint undeposited_tills_till_id_till_closings_till_id_fk FOREIGN KEY (till_id) REFERENCES till_closings(till_id)
);

CREATE INDEX bank_deposits_by_time ON public.bank_deposits USING btree (made_at);
CREATE INDEX bills_by_payer ON public.bills USING btree (payer_id) WHERE (payer_id IS NOT NULL);
CREATE INDEX case_access_by_department ON public.case_access USING btree (department_id);
CREATE INDEX case_access_by_staff ON public.case_access USING btree (staff_id);
CREATE INDEX case_closings_by_case ON public.case_closings USING btree (case_id);
CREATE INDEX cases_by_time ON public.cases USING btree (opened_at);
CREATE INDEX cash_movements_by_till ON public.cash_movements USING btree (till_id);
CREATE INDEX cash_movements_by_time ON public.cash_movements USING btree (moved_at);
CREATE INDEX cash_vouchers_by_till ON public.cash_vouchers USING btree (till_id);
CREATE INDEX cash_vouchers_by_time ON public.cash_vouchers USING btree (desk_id, issued_at);
CREATE INDEX departments_by_parent ON public.departments USING btree (parent_id);
CREATE INDEX deposited_tills_by_deposit ON public.deposited_tills USING btree (deposit_id);
CREATE INDEX dispatches_by_document ON public.dispatches USING btree (document_id);
CREATE INDEX document_corrections_by_document ON public.document_corrections USING btree (document_id);
CREATE INDEX document_corrections_by_foreign_number ON public.document_corrections USING btree (after) WHERE (field = 'foreign_number'::text);
CREATE INDEX document_corrections_by_party ON public.document_corrections USING gin (party_ids) WHERE (party_ids IS NOT NULL);
CREATE INDEX document_corrections_by_word_starts ON public.document_corrections USING gin (word_starts(words)) WHERE (words IS NOT NULL);
CREATE INDEX document_files_by_file ON public.document_files USING btree (sha256);
CREATE INDEX document_parties_by_party ON public.document_parties USING btree (party_id, document_id);
CREATE INDEX document_words_by_spellings ON public.document_words USING gin (word_spellings(word));
CREATE INDEX documents_by_case ON public.documents USING btree (case_id);
CREATE INDEX documents_by_day ON public.documents USING btree (day, sequence);
CREATE INDEX documents_by_foreign_number ON public.documents USING btree (foreign_number) WHERE (foreign_number IS NOT NULL);
CREATE INDEX documents_by_intake ON public.documents USING btree (intake_id, day) WHERE (intake_id IS NOT NULL);
CREATE INDEX documents_by_number ON public.documents USING btree (number text_pattern_ops);
CREATE INDEX documents_by_registrar ON public.documents USING btree (registered_by, registered_at);
CREATE INDEX documents_by_word_starts ON public.documents USING gin (word_starts(words));
CREATE UNIQUE INDEX documents_open_one_case ON public.documents USING btree (case_id) WHERE opens_case;
CREATE INDEX filings_by_document ON public.filings USING btree (document_id);
CREATE INDEX filings_by_linked_case ON public.filings USING btree (linked_case_id) WHERE (linked_case_id IS NOT NULL);
CREATE INDEX fiscal_documents_by_device ON public.fiscal_documents USING btree (printer_id, issued_at);
CREATE INDEX fiscal_documents_by_payment ON public.fiscal_documents USING btree (payment_id);
CREATE INDEX fiscal_documents_by_time ON public.fiscal_documents USING btree (issued_at);
CREATE INDEX handovers_by_document ON public.handovers USING btree (document_id, given_at);
CREATE INDEX held_baskets_by_desk ON public.held_baskets USING btree (desk_id, held_at);
CREATE INDEX kiosk_asks_by_kiosk ON public.kiosk_asks USING btree (kiosk_id, asked_from);
CREATE INDEX kiosk_events_by_time ON public.kiosk_events USING btree (raised_at);
CREATE UNIQUE INDEX kiosk_events_open_once ON public.kiosk_events USING btree (kiosk_id, kind) WHERE (ended_at IS NULL);
CREATE INDEX kiosk_keys_by_device ON public.kiosk_keys USING btree (device_id);
CREATE INDEX kiosk_keys_by_kiosk ON public.kiosk_keys USING btree (kiosk_id);
CREATE INDEX kiosk_presses_by_time ON public.kiosk_presses USING btree (kiosk_id, pressed_at);
CREATE INDEX logbook_by_subject ON public.logbook USING btree (subject_id);
CREATE INDEX logbook_by_time ON public.logbook USING btree (at);
CREATE INDEX merged_parties_by_other ON public.merged_parties USING btree (into_id);
CREATE INDEX open_requests_by_case ON public.open_requests USING btree (case_id);
CREATE INDEX open_requests_by_department ON public.open_requests USING btree (department_id, due_on);
CREATE INDEX open_requests_by_due ON public.open_requests USING btree (due_on);
CREATE INDEX open_tasks_by_assignee ON public.open_tasks USING btree (assignee_id, due_on);
CREATE INDEX open_tasks_by_case ON public.open_tasks USING btree (case_id);
CREATE INDEX open_tasks_by_department ON public.open_tasks USING btree (department_id, due_on);
CREATE INDEX open_tasks_by_due ON public.open_tasks USING btree (due_on);
CREATE INDEX open_tasks_by_parent ON public.open_tasks USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX open_tasks_by_request ON public.open_tasks USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX opinions_by_document ON public.opinions USING btree (document_id, given_at);
CREATE INDEX parties_by_masked_identifier ON public.parties USING btree (identifier_masked) WHERE (identifier_masked IS NOT NULL);
CREATE INDEX parties_by_name ON public.parties USING btree (name_folded text_pattern_ops);
CREATE INDEX parties_by_word_starts ON public.parties USING gin (word_starts(name_folded));
CREATE UNIQUE INDEX parties_identifier_is_one ON public.parties USING btree (identifier, identifier_kind) WHERE (identifier IS NOT NULL);
CREATE INDEX payment_lines_by_bill ON public.payment_lines USING btree (bill_id) WHERE (bill_id IS NOT NULL);
CREATE INDEX payments_by_amount ON public.payments USING btree (total_cents, taken_at);
CREATE INDEX payments_by_payer ON public.payments USING btree (payer_id, taken_at) WHERE (payer_id IS NOT NULL);
CREATE INDEX payments_by_till ON public.payments USING btree (till_id);
CREATE INDEX payments_by_time ON public.payments USING btree (taken_at);
CREATE INDEX print_jobs_by_desk ON public.print_jobs USING btree (desk_id, ordinal);
CREATE UNIQUE INDEX print_jobs_copy_is_one ON public.print_jobs USING btree (subject_id, kind, copy);
CREATE INDEX print_jobs_owed ON public.print_jobs USING btree (printer_id, ordinal) WHERE (state <> 'printed'::text);
CREATE UNIQUE INDEX registers_official_is_one ON public.registers USING btree (is_official) WHERE is_official;
CREATE INDEX request_endings_by_day ON public.request_endings USING btree (ended_on);
CREATE INDEX request_events_by_request ON public.request_events USING btree (request_id, told_at);
CREATE INDEX requests_by_service ON public.requests USING btree (service_id);
CREATE INDEX reversals_by_till ON public.reversals USING btree (till_id);
CREATE INDEX reversals_by_time ON public.reversals USING btree (reversed_at);
CREATE INDEX reviews_by_task ON public.reviews USING btree (task_id, week);
CREATE INDEX reviews_by_week ON public.reviews USING btree (week);
CREATE INDEX satisfaction_methods_by_year ON public.satisfaction_methods USING btree (year, method);
CREATE INDEX staff_by_department ON public.staff USING btree (department_id);
CREATE INDEX substitutions_by_absent ON public.substitutions USING btree (absent_id, until_day);
CREATE INDEX substitutions_by_substitute ON public.substitutions USING btree (substitute_id, until_day);
CREATE INDEX task_endings_by_day ON public.task_endings USING btree (ended_on);
CREATE INDEX task_endings_by_department ON public.task_endings USING btree (department_id, ended_on);
CREATE INDEX task_moves_by_task ON public.task_moves USING btree (task_id, moved_at);
CREATE INDEX task_terms_by_task ON public.task_terms USING btree (task_id, set_at);
CREATE INDEX tasks_by_case ON public.tasks USING btree (case_id, given_at);
CREATE INDEX tasks_by_parent ON public.tasks USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX tasks_by_request ON public.tasks USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX terminal_reports_by_day ON public.terminal_reports USING btree (day, terminal, reported_at);
CREATE INDEX till_closings_by_desk ON public.till_closings USING btree (desk_id, closed_at);
CREATE INDEX till_closings_by_time ON public.till_closings USING btree (closed_at);
CREATE INDEX tills_by_desk ON public.tills USING btree (desk_id, opened_at);
CREATE INDEX tills_by_staff ON public.tills USING btree (staff_id, opened_at);

CREATE OR REPLACE FUNCTION public.acting_as()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM staff WHERE db_role = session_user AND disabled_at IS NULL
    UNION
    SELECT s.absent_id FROM substitutions s JOIN staff me ON me.id = s.substitute_id
      WHERE me.db_role = session_user AND me.disabled_at IS NULL AND town_day() BETWEEN s.from_day AND s.until_day) them
$function$
;

CREATE OR REPLACE FUNCTION public.add_staff(new_id uuid, new_login text, new_name text, new_post text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE role_name text := current_database() || '_staff_' || new_login;
BEGIN
  PERFORM refuse_in_training();
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  INSERT INTO staff (id, login, name, post, db_role) VALUES (new_id, new_login, new_name, new_post, role_name);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', role_name, verifier);
  EXECUTE format('GRANT %I TO %I', current_database() || '_' || new_post, role_name);
END $function$
;

CREATE OR REPLACE FUNCTION public.await_deposit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO undeposited_tills (till_id) VALUES (NEW.till_id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.begin_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE of_case uuid := (SELECT case_id FROM documents WHERE id = NEW.document_id);
BEGIN
  INSERT INTO open_requests (request_id, case_id, service_id, department_id, due_on, is_restricted) VALUES (NEW.document_id, of_case,
    NEW.service_id, NEW.department_id, NEW.due_on, EXISTS (SELECT FROM restricted_cases WHERE case_id = of_case));
  INSERT INTO case_access (case_id, department_id) VALUES (of_case, NEW.department_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.bill_of_uri(of_uri text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT r.bill_id FROM documents d JOIN requests r ON r.document_id = d.id WHERE d.uri = of_uri AND r.bill_id IS NOT NULL
$function$
;

CREATE OR REPLACE FUNCTION public.carry_till()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  DELETE FROM undeposited_tills WHERE till_id = NEW.till_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till that handed nothing over is not deposited';
  END IF;
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM tills WHERE id = NEW.till_id AND (staff_id = staff_at_work() OR is_of_post('head'))) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a cashier takes the money of the own tills to the bank';
  END IF;
  PERFORM 1 FROM bank_deposits b WHERE b.id = NEW.deposit_id AND b.amount_cents < (
    SELECT sum(c.counted_cents - c.left_cents) FROM deposited_tills d JOIN till_closings c ON c.till_id = d.till_id
      WHERE d.deposit_id = b.id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a deposit is the sum of what its tills handed over';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.close_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  PERFORM refuse_unseen_case(NEW.case_id);
  PERFORM refuse_closed_case(NEW.case_id);
  IF EXISTS (SELECT FROM open_tasks WHERE case_id = NEW.case_id) OR EXISTS (SELECT FROM open_requests WHERE case_id = NEW.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'case.has_open_work', DETAIL = json_build_object('number', number_of_case(NEW.case_id));
  END IF;
  IF session_user <> current_user THEN
    NEW.closed_at := clock_timestamp();
    NEW.closed_by := staff_at_work();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.close_till()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN
    DELETE FROM open_tills WHERE till_id = NEW.till_id;
    RETURN NEW;
  END IF;
  -- An older snapshot would not show the payments that came since, and the count below would agree without them.
  IF session_user <> current_user AND current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a till is closed in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills WHERE till_id = NEW.till_id
    AND (staff_id = staff_at_work() OR session_user = current_user OR is_of_post('head')) FOR UPDATE;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  IF till_cash(NEW.till_id) <> NEW.expected_cents THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'a payment came in between: count again';
  END IF;
  NEW.closed_at := now();
  SELECT desk_id, year_of(NEW.closed_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'z');
  DELETE FROM open_tills WHERE till_id = NEW.till_id;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.closing_is_in_the_books()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF vouchered(NEW.till_id, '{movement,takings,difference,handed_over}') <>
      NEW.left_cents - (SELECT opening_float_cents FROM tills WHERE id = NEW.till_id)
    OR vouchered(NEW.till_id, '{difference}') <> NEW.difference_cents
    OR vouchered(NEW.till_id, '{handed_over}') <> NEW.left_cents - NEW.counted_cents THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'takings, difference and what is handed over have their vouchers';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.confirm()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.given_at := now();
  IF NEW.staff_id IS NULL OR NOT (is_of_post('head') OR (NEW.act = 'reversals.make' AND is_of_post('cashier'))) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this post may not confirm that';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.count_dues_on(of_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT count(*)::integer FROM open_requests WHERE due_on = of_day
$function$
;

CREATE OR REPLACE FUNCTION public.counted_documents(from_day date, until_day date)
 RETURNS TABLE(day date, register_id uuid, direction text, kind_id uuid, channel text, department_id uuid, intake_id uuid, documents bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT d.day, d.register_id, d.direction, d.kind_id, d.channel, d.department_id, d.intake_id, count(*) FROM documents d
  WHERE d.day BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR d.department_id = ANY ((SELECT seen_departments())::uuid[])
      OR d.intake_id = ANY ((SELECT seen_departments())::uuid[]))
  GROUP BY 1, 2, 3, 4, 5, 6, 7
$function$
;

CREATE OR REPLACE FUNCTION public.counted_open_work()
 RETURNS TABLE(is_task boolean, department_id uuid, due_on date, open bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 2000
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  units uuid[] := CASE WHEN NOT sees_all_cases() THEN seen_departments() END;
  own uuid[] := ARRAY(SELECT a.case_id FROM case_access a JOIN restricted_cases r ON r.case_id = a.case_id WHERE a.staff_id = ANY (acting_as()));
BEGIN
  IF units IS NULL THEN
    RETURN QUERY SELECT true, o.department_id, o.due_on, count(*) FROM open_tasks o
      WHERE NOT o.is_restricted OR o.case_id = ANY (own) GROUP BY o.department_id, o.due_on;
    RETURN QUERY SELECT false, o.department_id, o.due_on, count(*) FROM open_requests o
      WHERE NOT o.is_restricted OR o.case_id = ANY (own) GROUP BY o.department_id, o.due_on;
  ELSE
    RETURN QUERY SELECT true, o.department_id, o.due_on, count(*) FROM open_tasks o
      WHERE o.department_id = ANY (units) AND (NOT o.is_restricted OR o.case_id = ANY (own)) GROUP BY o.department_id, o.due_on;
    RETURN QUERY SELECT false, o.department_id, o.due_on, count(*) FROM open_requests o
      WHERE o.department_id = ANY (units) AND (NOT o.is_restricted OR o.case_id = ANY (own)) GROUP BY o.department_id, o.due_on;
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.deposit_adds_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.amount_cents IS DISTINCT FROM (SELECT sum(c.counted_cents - c.left_cents) FROM deposited_tills d
      JOIN till_closings c ON c.till_id = d.till_id WHERE d.deposit_id = NEW.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a deposit is the sum of what its tills handed over';
  END IF;
  RETURN NULL;
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
  PERFORM refuse_in_training();
  UPDATE staff SET disabled_at = coalesce(disabled_at, now()) WHERE login = their_login RETURNING db_role INTO role_name;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
  EXECUTE format('GRANT %I TO %I', role_name, current_user);
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE usename = role_name AND datname IN (current_database(), current_database() || '_training');
  EXECUTE format('REVOKE %I FROM %I', role_name, current_user);
END $function$
;

CREATE OR REPLACE FUNCTION public.document_is_of_its_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM 1 FROM print_jobs WHERE id = NEW.job_id AND printer_id = NEW.printer_id AND kind LIKE 'fiscal-%'
    AND paper -> 'fiscal' ->> 'task' = NEW.task
    AND NEW.payment_id IS NOT DISTINCT FROM CASE WHEN kind IN ('fiscal-receipt', 'fiscal-storno') THEN subject_id END;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a fiscal document is of the paper that its device was sent';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.end_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE ended open_requests%ROWTYPE;
BEGIN
  DELETE FROM open_requests WHERE request_id = NEW.request_id RETURNING * INTO ended;
  IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  PERFORM refuse_unseen_case(ended.case_id);
  IF EXISTS (SELECT FROM open_tasks WHERE request_id = NEW.request_id AND kind = 'phase') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.has_open_phase', DETAIL = json_build_object('number', (SELECT number FROM documents WHERE id = NEW.request_id));
  END IF;
  NEW.due_on := ended.due_on;
  NEW.case_id := ended.case_id;
  NEW.department_id := ended.department_id;
  IF session_user <> current_user THEN
    NEW.ended_at := clock_timestamp();
    NEW.ended_on := town_day();
    NEW.ended_by := staff_at_work();
  END IF;
  IF NEW.ended_on > NEW.due_on AND NEW.late_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.late_reason_needed', DETAIL = json_build_object(
      'number', (SELECT number FROM documents WHERE id = NEW.request_id), 'due', to_char(NEW.due_on, 'DD.MM.YYYY'));
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.end_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE held open_tasks := hold_task(NEW.task_id);
BEGIN
  IF EXISTS (SELECT FROM open_tasks WHERE parent_id = NEW.task_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.has_open';
  END IF;
  DELETE FROM open_tasks WHERE task_id = NEW.task_id;
  NEW.due_on := held.due_on;
  NEW.case_id := held.case_id;
  NEW.department_id := held.department_id;
  NEW.assignee_id := held.assignee_id;
  IF session_user <> current_user THEN
    NEW.ended_at := clock_timestamp();
    NEW.ended_on := town_day();
    NEW.ended_by := staff_at_work();
  END IF;
  IF NEW.outcome <> 'cancelled' AND NEW.ended_on > NEW.due_on AND NEW.late_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.late_reason_needed', DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'));
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.ended_requests(from_day date, until_day date)
 RETURNS TABLE(request_id uuid, case_id uuid, number text, department_id uuid, service_id uuid, kind_id uuid, channel text, speed text, outcome text, starts_on date, due_on date, ended_on date, late_reason text, late_note text, ended_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT e.request_id, e.case_id, d.number, e.department_id, r.service_id, d.kind_id, d.channel, r.speed, e.outcome, r.starts_on, e.due_on,
    e.ended_on, e.late_reason, e.late_note, e.ended_by
  FROM request_endings e JOIN requests r ON r.document_id = e.request_id JOIN documents d ON d.id = e.request_id
  WHERE e.ended_on BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR e.department_id = ANY ((SELECT seen_departments())::uuid[]))
    AND (NOT EXISTS (SELECT FROM restricted_cases c WHERE c.case_id = e.case_id)
      OR EXISTS (SELECT FROM case_access a WHERE a.case_id = e.case_id AND a.staff_id = ANY ((SELECT acting_as())::uuid[])))
$function$
;

CREATE OR REPLACE FUNCTION public.ended_tasks(from_day date, until_day date)
 RETURNS TABLE(task_id uuid, case_id uuid, number text, request_id uuid, kind text, what text, assigner_id uuid, assignee_id uuid, department_id uuid, given_on date, due_on date, ended_on date, outcome text, late_reason text, late_note text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5000
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT e.task_id, e.case_id, d.number, t.request_id, t.kind, t.what, t.assigner_id, e.assignee_id, e.department_id,
    (t.given_at AT TIME ZONE 'Europe/Sofia')::date, e.due_on, e.ended_on, e.outcome, e.late_reason, e.late_note
  FROM task_endings e JOIN tasks t ON t.id = e.task_id LEFT JOIN documents d ON d.case_id = e.case_id AND d.opens_case
  WHERE e.ended_on BETWEEN from_day AND until_day
    AND ((SELECT sees_all_cases()) OR e.department_id = ANY ((SELECT seen_departments())::uuid[]))
    AND (NOT EXISTS (SELECT FROM restricted_cases c WHERE c.case_id = e.case_id)
      OR EXISTS (SELECT FROM case_access a WHERE a.case_id = e.case_id AND a.staff_id = ANY ((SELECT acting_as())::uuid[])))
$function$
;

CREATE OR REPLACE FUNCTION public.enrol_by_code()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM FROM kiosk_codes WHERE code_hash = NEW.code_hash AND kiosk_id = NEW.kiosk_id AND expires_at > now();
  IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'kiosk.code_wrong'; END IF;
  NEW.enrolled_at := now();
  NEW.revoked_at := NULL;
  NEW.revoked_by := NULL;
  NEW.revoke_reason := NULL;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.enter_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  place text := substring(NEW.number FROM '\{n+\}');
  of_register integer;
BEGIN
  IF session_user <> current_user THEN
    IF NEW.day > town_day() OR NEW.received_at > now() OR NEW.day < make_date(extract(year FROM town_day())::int - 1, 1, 1) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a document is of today or of a day before, of this year or the last';
    END IF;
    NEW.registered_at := now();
    NEW.registered_by := staff_at_work();
    NEW.intake_id := (SELECT d.id FROM staff s JOIN departments d ON d.id = s.department_id
      WHERE s.id = NEW.registered_by AND d.kind = 'mayoralty');
  END IF;
  IF NEW.opens_case THEN
    IF NOT EXISTS (SELECT FROM cases WHERE id = NEW.case_id AND xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a case is opened in the transaction of its document';
    END IF;
  ELSE
    PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
    PERFORM refuse_unseen_case(NEW.case_id);
    PERFORM refuse_closed_case(NEW.case_id);
  END IF;
  IF NEW.number LIKE '%{s}%' THEN
    NEW.sub := (SELECT coalesce(max(sub), 0) + 1 FROM documents WHERE case_id = NEW.case_id);
    NEW.number := replace(NEW.number, '{s}', NEW.sub::text);
  ELSE
    NEW.sub := NULL;
  END IF;
  NEW.year := extract(year FROM NEW.day);
  SELECT r.index INTO of_register FROM registers r WHERE r.id = NEW.register_id AND r.closed_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'register.closed';
  END IF;
  INSERT INTO document_series AS s (register_id, year, last_number) VALUES (NEW.register_id, NEW.year, 1)
    ON CONFLICT (register_id, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number INTO NEW.sequence;
  NEW.uri := of_register || '-' || NEW.sequence || '-' || to_char(NEW.day, 'DD.MM.YYYY');
  IF place IS NULL AND NEW.sub IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number has its sequence or its place in the case';
  END IF;
  IF place IS NOT NULL THEN
    NEW.number := replace(NEW.number, place,
      lpad(NEW.sequence::text, greatest(length(place) - 2, length(NEW.sequence::text)), '0'));
  END IF;
  IF NEW.number ~ '[{}]' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number has no other places than {n} and {s}';
  END IF;
  RETURN NEW;
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

CREATE OR REPLACE FUNCTION public.file_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO filings (case_id, section, document_id, filed_at, filed_by) VALUES (NEW.case_id,
    CASE WHEN NEW.direction = 'internal' AND NOT NEW.opens_case THEN 'internal' ELSE 'official' END, NEW.id, NEW.registered_at, NEW.registered_by);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.file_into_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  PERFORM refuse_unseen_case(NEW.case_id);
  PERFORM refuse_closed_case(NEW.case_id);
  IF session_user <> current_user THEN
    NEW.filed_at := clock_timestamp();
    NEW.filed_by := staff_at_work();
    IF NEW.linked_case_id IS NOT NULL THEN PERFORM refuse_unseen_case(NEW.linked_case_id); END IF;
    IF NEW.document_id IS NOT NULL THEN
      PERFORM FROM documents d WHERE d.id = NEW.document_id AND (d.xmin = pg_current_xact_id()::xid OR sees_case(d.case_id)
        OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND sees_case(f.case_id)));
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the document is not theirs to see';
      END IF;
    END IF;
  END IF;
  NEW.ordinal := (SELECT coalesce(max(ordinal), 0) + 1 FROM filings WHERE case_id = NEW.case_id);
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.find_documents(wanted text[], of_parties uuid[], of_direction text, of_kind uuid, of_register uuid, of_department uuid, of_channel text, of_registrar uuid, from_day date, until_day date, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET work_mem TO '32MB'
AS $function$
DECLARE
  newest integer;
  acts uuid[] := acting_as();
  places uuid[] := seen_departments();
  everything boolean := sees_all_cases();
  indexed text := '';
  worded text := '';
  conditions text := '';
  span text := '';
  pair integer;
  found uuid[];
  corrected uuid[] := '{}';
BEGIN
  FOR pair IN 1 .. coalesce(array_length(wanted, 1), 0) BY 2 LOOP
    indexed := indexed || format(' AND word_starts(d.words) && %L::text[]', ARRAY[left(wanted[pair], 8), left(wanted[pair + 1], 8)]);
    worded := worded || format(' AND (d.words LIKE %L OR d.words LIKE %L)',
      '% ' || regexp_replace(wanted[pair], '([\\%_])', '\\\1', 'g') || '%',
      '% ' || regexp_replace(wanted[pair + 1], '([\\%_])', '\\\1', 'g') || '%');
  END LOOP;
  IF of_direction IS NOT NULL THEN conditions := conditions || format(' AND d.direction = %L', of_direction); END IF;
  IF of_kind IS NOT NULL THEN conditions := conditions || format(' AND d.kind_id = %L', of_kind); END IF;
  IF of_register IS NOT NULL THEN conditions := conditions || format(' AND d.register_id = %L', of_register); END IF;
  IF of_department IS NOT NULL THEN
    conditions := conditions || format(' AND (d.department_id = %1$L OR d.intake_id = %1$L)', of_department);
  END IF;
  IF of_channel IS NOT NULL THEN conditions := conditions || format(' AND d.channel = %L', of_channel); END IF;
  IF of_registrar IS NOT NULL THEN conditions := conditions || format(' AND d.registered_by = %L', of_registrar); END IF;
  IF from_day IS NOT NULL THEN span := span || format(' AND d.day >= %L', from_day); END IF;
  IF until_day IS NOT NULL THEN span := span || format(' AND d.day <= %L', until_day); END IF;
  IF of_parties IS NOT NULL THEN
    conditions := conditions || format(' AND d.id IN (SELECT document_id FROM document_parties WHERE party_id = ANY (%1$L)
      UNION ALL SELECT document_id FROM document_corrections WHERE party_ids IS NOT NULL AND party_ids && %1$L::uuid[])', of_parties);
  END IF;
  conditions := conditions || format(
    ' AND (d.registered_by = ANY (%1$L)
      OR CASE WHEN EXISTS (SELECT FROM restricted_cases r WHERE r.case_id = d.case_id)
        THEN EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND a.staff_id = ANY (%1$L))
        ELSE %3$L OR EXISTS (SELECT FROM case_access a WHERE a.case_id = d.case_id AND (a.staff_id = ANY (%1$L) OR a.department_id = ANY (%2$L))) END
      OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND f.case_id <> d.case_id AND sees_case(f.case_id)))',
    acts, places, everything);

  -- Corrections are few: the documents that they gave these words are one list for every way of looking.
  IF indexed <> '' THEN
    EXECUTE format('SELECT coalesce(array_agg(DISTINCT d.document_id), ''{}'') FROM document_corrections d WHERE words IS NOT NULL %s %s',
      indexed, worded) INTO corrected;
  END IF;

  -- A look at the newest tells how frequent it is: what a few thousand rows have often enough is walked to, what is rarer is indexed.
  IF of_parties IS NULL AND indexed <> '' THEN
    FOREACH newest IN ARRAY ARRAY[2000, 10000] LOOP
      EXECUTE format('SELECT array_agg(id ORDER BY place) FROM (SELECT d.id, row_number() OVER () AS place FROM
        (SELECT * FROM documents d WHERE true %s ORDER BY day DESC, sequence DESC LIMIT %s) d WHERE (true %s OR d.id = ANY (%L)) %s LIMIT %s) f',
        span, newest, worded, corrected, conditions, most) INTO found;
      IF array_length(found, 1) >= most THEN RETURN QUERY SELECT unnest(found); RETURN; END IF;
      EXIT WHEN coalesce(array_length(found, 1), 0) * 4 < most;
    END LOOP;
  END IF;
  conditions := span || conditions;
  IF NOT everything AND of_parties IS NULL
    AND (SELECT count(*) FROM (SELECT FROM case_access WHERE staff_id = ANY (acts) OR department_id = ANY (places) LIMIT 20001) few) < 20001 THEN
    RETURN QUERY EXECUTE format('WITH open_to_them AS MATERIALIZED (SELECT case_id FROM case_access WHERE staff_id = ANY (%1$L) OR department_id = ANY (%2$L)),
        theirs AS (SELECT id FROM documents WHERE registered_by = ANY (%1$L)
          UNION SELECT o.id FROM documents o JOIN open_to_them t ON t.case_id = o.case_id
          UNION SELECT f.document_id FROM filings f JOIN open_to_them t ON t.case_id = f.case_id WHERE f.document_id IS NOT NULL),
        hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d JOIN theirs USING (id) WHERE (true %3$s OR d.id = ANY (%4$L)) %5$s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %6$s', acts, places, worded, corrected, conditions, most);
  ELSIF indexed = '' AND of_parties IS NULL THEN
    RETURN QUERY EXECUTE format('SELECT d.id FROM documents d WHERE true %s ORDER BY d.day DESC, d.sequence DESC LIMIT %s', conditions, most);
  ELSE
    RETURN QUERY EXECUTE format('WITH hits AS MATERIALIZED (SELECT d.id, d.day, d.sequence FROM documents d WHERE true %1$s %2$s %4$s
        UNION SELECT d.id, d.day, d.sequence FROM documents d WHERE d.id = ANY (%3$L) %4$s)
      SELECT id FROM hits ORDER BY day DESC, sequence DESC LIMIT %5$s', indexed, worded, corrected, conditions, most);
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.find_numbers(typed text[], asked integer, from_year integer, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH them AS (
    SELECT d.id FROM unnest(typed) t, LATERAL (SELECT id FROM documents WHERE number ~>=~ t AND number ~<~ (t || U&'\+10FFFF')
      ORDER BY number USING ~<~ LIMIT most) d
    UNION SELECT id FROM documents WHERE uri = ANY (typed) OR foreign_number = ANY (typed)
    UNION SELECT document_id FROM document_corrections WHERE field = 'foreign_number' AND after = ANY (typed)
    UNION SELECT d.id FROM document_series s JOIN documents d ON d.register_id = s.register_id AND d.year = s.year AND d.sequence = asked
      WHERE s.year >= from_year)
  SELECT d.id FROM documents d JOIN them USING (id)
  WHERE sees_case(d.case_id) OR d.registered_by = ANY (acting_as())
    OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND f.case_id <> d.case_id AND sees_case(f.case_id))
  ORDER BY d.number = ANY (typed) DESC, d.uri = ANY (typed) DESC, d.day DESC, d.sequence DESC LIMIT most
$function$
;

CREATE OR REPLACE FUNCTION public.fiscal_paper_is_of_its_sale()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE now_made boolean;
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  now_made := CASE NEW.kind
    WHEN 'fiscal-receipt' THEN EXISTS (SELECT FROM fiscal_sales WHERE payment_id = NEW.subject_id
      AND printer_id = NEW.printer_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'fiscal-storno' THEN EXISTS (SELECT FROM fiscal_sales s JOIN reversals r ON r.payment_id = s.payment_id
      WHERE s.payment_id = NEW.subject_id AND s.printer_id = NEW.printer_id AND r.xmin = pg_current_xact_id()::xid)
    WHEN 'fiscal-cash' THEN EXISTS (SELECT FROM fiscal_devices WHERE printer_id = NEW.printer_id)
    WHEN 'fiscal-report' THEN EXISTS (SELECT FROM fiscal_devices WHERE printer_id = NEW.printer_id)
    ELSE NEW.paper -> 'fiscal' IS NULL END;
  IF now_made IS NOT TRUE OR (NEW.copy > 0 AND NEW.kind LIKE 'fiscal-%') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a fiscal paper is owed once, to the device of its sale';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.give_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE most date;
BEGIN
  PERFORM refuse_closed_case(NEW.case_id);
  IF NEW.parent_id IS NOT NULL THEN
    SELECT due_on INTO most FROM open_tasks WHERE task_id = NEW.parent_id AND case_id = NEW.case_id FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.parent_ended';
    END IF;
  END IF;
  IF NEW.request_id IS NOT NULL THEN
    SELECT least(most, due_on) INTO most FROM open_requests WHERE request_id = NEW.request_id AND case_id = NEW.case_id FOR SHARE;
    IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  END IF;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.given_at := clock_timestamp();
    IF NEW.kind = 'phase' THEN NEW.assigner_id := NULL; ELSE NEW.assigner_id := staff_at_work(); END IF;
    IF NEW.kind = 'resolution' AND NEW.parent_id IS NULL
      AND NOT EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head') THEN
      RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'a resolution is given by a head';
    END IF;
    -- What is late already may only be given for today: a day that has passed is no term.
    IF most IS NOT NULL AND NEW.due_on > greatest(most, town_day()) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.beyond_term',
        DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'), 'most', to_char(most, 'DD.MM.YYYY'));
    END IF;
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.grant_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.granted_at := now();
    NEW.granted_by := staff_at_work();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.guard_department()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE uses json;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('departments'));
  IF NEW.parent_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.parent_id IS DISTINCT FROM OLD.parent_id) THEN
    IF EXISTS (WITH RECURSIVE above AS (
        SELECT id, parent_id FROM departments WHERE id = NEW.parent_id
        UNION SELECT d.id, d.parent_id FROM departments d JOIN above a ON d.id = a.parent_id) SELECT FROM above WHERE id = NEW.id) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'department.under_itself', DETAIL = json_build_object('name', NEW.name_bg);
    END IF;
    IF EXISTS (SELECT FROM departments WHERE id = NEW.parent_id AND closed_at IS NOT NULL) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'department.closed',
        DETAIL = json_build_object('name', (SELECT name_bg FROM departments WHERE id = NEW.parent_id));
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL THEN
    SELECT json_build_object('name', NEW.name_bg,
      'tasks', (SELECT count(*)::text FROM open_tasks WHERE department_id = NEW.id),
      'requests', (SELECT count(*)::text FROM open_requests WHERE department_id = NEW.id),
      'people', (SELECT count(*)::text FROM staff WHERE department_id = NEW.id AND disabled_at IS NULL),
      'services', (SELECT count(*)::text FROM services WHERE department_id = NEW.id AND offered),
      'departments', (SELECT count(*)::text FROM departments WHERE parent_id = NEW.id AND closed_at IS NULL)) INTO uses;
    IF EXISTS (SELECT FROM json_each_text(uses) WHERE key <> 'name' AND value <> '0') THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'department.in_use', DETAIL = uses;
    END IF;
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.guard_substitution()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE met substitutions;
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM staff me, staff absent
      WHERE me.db_role = session_user AND me.disabled_at IS NULL AND absent.id = NEW.absent_id AND (me.post = 'admin'
        OR (me.post = 'head' AND (absent.id = me.id OR me.department_id IS NULL OR absent.department_id = ANY (seen_departments()))))) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'substitution.not_yours',
      DETAIL = json_build_object('name', (SELECT name FROM staff WHERE id = NEW.absent_id));
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM staff WHERE id IN (NEW.absent_id, NEW.substitute_id) ORDER BY id FOR UPDATE;
    SELECT * INTO met FROM substitutions s WHERE s.id <> NEW.id AND s.absent_id IN (NEW.absent_id, NEW.substitute_id)
      AND s.from_day <= NEW.until_day AND s.until_day >= NEW.from_day AND s.from_day <= s.until_day ORDER BY s.from_day LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'substitution.overlaps',
        DETAIL = json_build_object('name', (SELECT name FROM staff WHERE id = met.absent_id),
          'from', to_char(met.from_day, 'DD.MM.YYYY'), 'until', to_char(met.until_day, 'DD.MM.YYYY'));
    END IF;
  ELSIF NEW.until_day > OLD.until_day THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a substitution is made shorter, never longer';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.hand_out_ended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM request_endings WHERE request_id = NEW.request_id AND document_id IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what is handed out is the result of a request that ended';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.hold_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.hold_own_till(till uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'cash is moved in a read committed transaction';
  END IF;
  PERFORM 1 FROM open_tills WHERE till_id = till AND staff_id = staff_at_work() FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.hold_task(of uuid)
 RETURNS open_tasks
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE held open_tasks;
BEGIN
  SELECT * INTO held FROM open_tasks WHERE task_id = of FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.ended';
  END IF;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(held.case_id);
    IF NOT coalesce(holds_task(held), false) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.not_yours';
    END IF;
  END IF;
  RETURN held;
END $function$
;

CREATE OR REPLACE FUNCTION public.holds_task(t open_tasks)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT t.assignee_id = ANY (acting_as()) OR t.assigner_id = ANY (acting_as())
    OR (t.assignee_id IS NULL AND t.department_id = ANY (seen_departments()))
    OR (t.department_id = ANY (seen_departments()) AND EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head'))
    OR EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head' AND department_id IS NULL)
$function$
;

CREATE OR REPLACE FUNCTION public.is_confirmed(confirmation uuid, of_act text, subject uuid, of_what text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM confirmations WHERE id = confirmation AND act = of_act AND subject_id = subject
    AND what = of_what AND staff_id <> staff_at_work() AND given_at > now() - interval '15 minutes')
$function$
;

CREATE OR REPLACE FUNCTION public.is_of_post(post text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT pg_has_role(session_user, town_database() || '_' || post, 'MEMBER')
$function$
;

CREATE OR REPLACE FUNCTION public.issue_bill()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN
    NEW.issued_by := staff_at_work();
    NEW.issued_at := now();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.issue_voucher()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM 1 FROM open_tills WHERE till_id = NEW.till_id
    AND (staff_id = staff_at_work() OR is_of_post('head')) FOR KEY SHARE;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM till_closings WHERE till_id = NEW.till_id) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the till was closed in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.not_open';
  END IF;
  IF NEW.subject = 'movement' THEN
    PERFORM 1 FROM cash_movements WHERE id = NEW.subject_id AND till_id = NEW.till_id
      AND amount_cents = NEW.amount_cents AND kind = 'pay_' || NEW.direction;
  ELSE
    PERFORM 1 WHERE NEW.subject_id = NEW.till_id;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a voucher tells of its movement or till';
  END IF;
  NEW.issued_at := now();
  SELECT desk_id, year_of(NEW.issued_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'cash_' || NEW.direction);
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.join_own_bill()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM bills WHERE id = NEW.bill_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the bill of a request is issued with it';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.join_own_deposit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM bank_deposits d
      WHERE d.id = NEW.deposit_id AND d.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'nothing is added to a deposit after its transaction';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.join_own_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE id = NEW.document_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'nothing is added to a document after its transaction';
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

CREATE OR REPLACE FUNCTION public.join_own_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE id = NEW.request_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the checklist of a request is of its registration';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.keep_ready()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_TABLE_NAME = 'hand_outs' THEN
    DELETE FROM ready_requests WHERE request_id = NEW.request_id;
  ELSE
    INSERT INTO ready_requests (request_id) VALUES (NEW.request_id);
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.keep_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  -- In one order: of two who bring the same new words one waits for the other, never both.
  INSERT INTO document_words (word)
    SELECT DISTINCT typed FROM unnest(string_to_array(ltrim(NEW.words), ' ')) typed
    WHERE length(typed) > 2 AND typed !~ '[0-9]' AND NOT EXISTS (SELECT FROM document_words kept WHERE kept.word = typed)
    ORDER BY typed ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.lead_to_other()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM FROM parties WHERE id IN (NEW.party_id, NEW.into_id) ORDER BY id FOR NO KEY UPDATE;
  IF NEW.into_id IS NULL THEN
    DELETE FROM merged_parties WHERE party_id = NEW.party_id;
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'only a merged record is separated'; END IF;
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT FROM merged_parties WHERE party_id IN (NEW.party_id, NEW.into_id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a merged record leads to one that stays';
  END IF;
  UPDATE merged_parties SET into_id = NEW.into_id WHERE into_id = NEW.party_id;
  INSERT INTO merged_parties (party_id, into_id) VALUES (NEW.party_id, NEW.into_id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.lines_are_fiscal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM added l LEFT JOIN LATERAL (SELECT tax_group FROM fiscal_revenues WHERE service_id = l.service_id
      AND valid_from <= (now() AT TIME ZONE 'Europe/Sofia')::date ORDER BY valid_from DESC LIMIT 1) f ON true
    WHERE l.tax_group IS DISTINCT FROM f.tax_group;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'what needs a fiscal receipt was changed in the same moment: look again';
  END IF;
  PERFORM 1 FROM added l WHERE l.tax_group IS NOT NULL
    AND NOT EXISTS (SELECT FROM fiscal_sales WHERE payment_id = l.payment_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what needs a fiscal receipt has its sale';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.lines_are_of_the_catalogue()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM added l JOIN services s ON s.id = l.service_id WHERE l.bill_id IS NULL
    AND (l.department_id <> s.department_id OR l.payment_code IS DISTINCT FROM s.payment_code);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the catalogue was changed in the same moment: look again';
  END IF;
  PERFORM 1 FROM added l JOIN bills b ON b.id = l.bill_id WHERE l.payment_code IS DISTINCT FROM b.payment_code;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a bill is paid as it was issued';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.list_moved_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE of_case uuid;
BEGIN
  UPDATE open_tasks SET assignee_id = NEW.assignee_id, department_id = NEW.department_id WHERE task_id = NEW.task_id
    RETURNING case_id INTO of_case;
  PERFORM share_with(of_case, NEW.assignee_id, NEW.department_id);
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

CREATE OR REPLACE FUNCTION public.list_request_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE open_requests SET due_on = NEW.due_on WHERE request_id = NEW.request_id;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.list_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO open_tasks (task_id, case_id, request_id, parent_id, kind, assigner_id, assignee_id, department_id, due_on, is_restricted)
    VALUES (NEW.id, NEW.case_id, NEW.request_id, NEW.parent_id, NEW.kind, NEW.assigner_id, NEW.assignee_id, NEW.department_id, NEW.due_on,
      EXISTS (SELECT FROM restricted_cases WHERE case_id = NEW.case_id));
  PERFORM share_with(NEW.case_id, NEW.assignee_id, NEW.department_id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.list_task_term()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE open_tasks SET due_on = NEW.due_on WHERE task_id = NEW.task_id;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.make_deposit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.made_at := now();
  NEW.year := year_of(NEW.made_at);
  NEW.number := take_number(NEW.desk_id, NEW.year, 'deposit');
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.move_cash()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM hold_own_till(NEW.till_id);
  NEW.moved_at := now();
  IF NEW.kind = 'pay_out' THEN PERFORM refuse_beyond_till(NEW.till_id, NEW.amount_cents); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.move_dues(of_day date, to_day date, why text)
 RETURNS TABLE(moved uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  RETURN QUERY INSERT INTO request_events AS e (id, request_id, kind, on_day, due_on, reason, told_by)
    SELECT gen_random_uuid(), r.request_id, 'moved', of_day, to_day, why, staff_at_work()
    FROM (SELECT request_id FROM open_requests WHERE due_on = of_day ORDER BY request_id FOR UPDATE) r
    RETURNING e.request_id;
END $function$
;

CREATE OR REPLACE FUNCTION public.move_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM hold_task(NEW.task_id);
  IF session_user <> current_user THEN
    NEW.moved_at := clock_timestamp();
    NEW.moved_by := staff_at_work();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.movement_is_in_the_books()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.kind <> 'no_sale' AND session_user <> current_user
    AND NOT EXISTS (SELECT FROM cash_vouchers WHERE subject_id = NEW.id AND subject = 'movement') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'cash is moved with a voucher';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.near_words(typed text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT word FROM document_words WHERE word_spellings(word) && word_spellings(typed)
  ORDER BY abs(length(word) - length(typed)), word LIMIT 20
$function$
;

CREATE OR REPLACE FUNCTION public.number_of_case(of uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT number FROM documents WHERE case_id = of AND opens_case
$function$
;

CREATE OR REPLACE FUNCTION public.open_bill()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO open_bills (bill_id) VALUES (NEW.id);
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.open_bills_again()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  INSERT INTO open_bills (bill_id) SELECT bill_id FROM payment_lines
    WHERE payment_id = NEW.payment_id AND bill_id IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.open_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.opened_at := now();
  NEW.opened_by := staff_at_work();
  NEW.intake_id := (SELECT d.id FROM staff s JOIN departments d ON d.id = s.department_id
    WHERE s.id = NEW.opened_by AND d.kind = 'mayoralty');
  RETURN NEW;
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

CREATE OR REPLACE FUNCTION public.opening_is_in_the_books()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF vouchered(NEW.id, '{float}') <> NEW.opening_float_cents - coalesce((SELECT left_cents FROM till_closings
      WHERE desk_id = NEW.desk_id ORDER BY closed_at DESC, number DESC LIMIT 1), 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a float beyond what was left at the desk has its voucher';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.paper_is_of_its_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  opens boolean := NEW.paper -> 'blocks' @> '[{"drawer": true}]';
  now_made boolean;
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  IF NEW.copy > 0 THEN
    IF opens OR (NEW.paper -> 'duplicate' ->> 'copy') IS DISTINCT FROM NEW.copy::text OR NOT EXISTS (
      SELECT FROM print_jobs WHERE subject_id = NEW.subject_id AND kind = NEW.kind AND copy = 0) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a duplicate says which one it is, and of what';
    END IF;
    RETURN NEW;
  END IF;
  now_made := CASE NEW.kind
    WHEN 'receipt' THEN EXISTS (SELECT FROM payments WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'reversal' THEN EXISTS (SELECT FROM reversals WHERE payment_id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'till-closing' THEN EXISTS (SELECT FROM till_closings WHERE till_id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'deposit' THEN EXISTS (SELECT FROM bank_deposits WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'no-sale' THEN EXISTS (SELECT FROM cash_movements WHERE id = NEW.subject_id AND xmin = pg_current_xact_id()::xid)
    WHEN 'cash-in-voucher' THEN (SELECT xmin = pg_current_xact_id()::xid OR NOT opens FROM cash_vouchers
      WHERE id = NEW.subject_id AND direction = 'in')
    WHEN 'cash-out-voucher' THEN (SELECT xmin = pg_current_xact_id()::xid OR NOT opens FROM cash_vouchers
      WHERE id = NEW.subject_id AND direction = 'out')
    ELSE NOT opens END;
  IF now_made IS NOT TRUE OR NEW.paper ->> 'kind' IS DISTINCT FROM NEW.kind OR NEW.state <> 'queued' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a paper is owed when what it tells of is done';
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

CREATE OR REPLACE FUNCTION public.printed_stays_printed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what came out is printed again as a duplicate';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.reads_logbook()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM staff WHERE db_role = session_user AND disabled_at IS NULL
    AND (post IN ('admin', 'auditor') OR (post = 'head' AND department_id IS NULL)))
$function$
;

CREATE OR REPLACE FUNCTION public.refund_has_reference()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND coalesce(length(trim(NEW.refund_reference)), 0) < 2
    AND EXISTS (SELECT FROM payment_tenders WHERE payment_id = NEW.payment_id AND tender <> 'cash') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'reversal.needs_reference';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_beyond_till(till uuid, amount bigint)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE held bigint := till_cash(till);
BEGIN
  IF amount > held THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'till.too_little_cash',
      DETAIL = json_build_object('held', held, 'needed', amount);
  END IF;
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

CREATE OR REPLACE FUNCTION public.refuse_closed_case(of uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM case_closings c WHERE c.case_id = of
      AND NOT EXISTS (SELECT FROM case_reopenings r WHERE r.closing_id = c.id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'case.closed', DETAIL = json_build_object('number', number_of_case(of));
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_ended_request(of uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'request.ended',
    DETAIL = json_build_object('number', (SELECT number FROM documents WHERE id = of));
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_gap()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM documents WHERE register_id = NEW.register_id AND year = NEW.year AND sequence = NEW.last_number) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number that was taken is of a document';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_gap_of_desk()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  stands boolean;
  kept CONSTANT text := CASE NEW.series WHEN 'receipt' THEN 'receipts' WHEN 'reversal' THEN 'reversals' WHEN 'z' THEN 'till_closings'
    WHEN 'deposit' THEN 'bank_deposits' ELSE 'cash_vouchers' END;
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE desk_id = $1 AND year = $2 AND number = $3%s)', kept,
    CASE WHEN kept = 'cash_vouchers' THEN ' AND ''cash_'' || direction = $4' ELSE '' END)
    INTO stands USING NEW.desk_id, NEW.year, NEW.last_number, NEW.series;
  IF NOT stands THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a number that was taken is of a paper';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_groundless(told request_events, of_case uuid, was date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE decided CONSTANT boolean := told.kind NOT IN ('notified', 'brought', 'moved');
BEGIN
  IF decided AND NOT (is_of_post('officer') OR is_of_post('head')) OR told.kind = 'moved' AND NOT is_of_post('admin') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this post does not decide on the term of a request';
  END IF;
  IF decided AND length(trim(coalesce(told.reason, ''))) < 3 THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a term is stopped, begun anew or extended with a reason';
  END IF;
  IF told.kind IN ('irregular', 'extended')
    AND NOT EXISTS (SELECT FROM documents WHERE id = told.document_id AND case_id = of_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the applicant is told by a document of the case';
  END IF;
  IF told.due_on IS NULL AND told.kind NOT IN ('irregular', 'suspended') AND was IS NOT NULL
    OR told.due_on IS NOT NULL AND told.kind IN ('irregular', 'suspended')
    OR told.kind IN ('notified', 'brought') AND told.due_on IS DISTINCT FROM was THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a term stands still from an irregularity or a suspension until they end';
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_in_training()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF current_database() <> town_database() THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'training.staff_of_town';
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_miscounted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND sum_of_money(NEW.counted_money) <> (to_jsonb(NEW) ->> TG_ARGV[0])::bigint THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'the notes and coins make another sum';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_older_word()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  IF NEW.highest_seq < OLD.highest_seq
    OR (NEW.signed_ms < OLD.signed_ms AND OLD.signed_ms < extract(epoch FROM now() + interval '1 hour') * 1000) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'what a device said last is never taken back';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_own_cancelling()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT EXISTS (SELECT FROM tasks t WHERE t.id = NEW.task_id AND (t.assigner_id = ANY (acting_as())
      OR EXISTS (SELECT FROM staff s WHERE s.id = ANY (acting_as()) AND s.post = 'head'
        AND (s.department_id IS NULL OR NEW.department_id = ANY (seen_departments())))
      OR t.kind = 'phase' AND EXISTS (SELECT FROM request_endings e WHERE e.request_id = t.request_id))) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.cancelled_by_giver';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_settled_bill(bill uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE told json;
BEGIN
  SELECT json_build_object('number', b.number, 'receipt', d.number || '-' || r.year || '-' || lpad(r.number::text, 6, '0'),
      'cashier', s.name, 'at', to_char(p.taken_at AT TIME ZONE 'Europe/Sofia', 'DD.MM.YYYY HH24:MI')) INTO told
    FROM payment_lines l JOIN bills b ON b.id = l.bill_id JOIN payments p ON p.id = l.payment_id
      JOIN receipts r ON r.payment_id = p.id JOIN tills t ON t.id = p.till_id
      JOIN desks d ON d.id = r.desk_id JOIN staff s ON s.id = t.staff_id
    WHERE l.bill_id = bill AND p.xmin <> pg_current_xact_id()::xid ORDER BY p.taken_at DESC LIMIT 1;
  IF told IS NOT NULL AND NOT EXISTS (SELECT FROM bill_withdrawals WHERE bill_id = bill) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'bill.paid', DETAIL = told;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'bill.withdrawn',
    DETAIL = json_build_object('number', (SELECT number FROM bills WHERE id = bill));
END $function$
;

CREATE OR REPLACE FUNCTION public.refuse_unseen_case(of uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user AND NOT sees_case(of) THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the case is not theirs to see';
  END IF;
END $function$
;

CREATE OR REPLACE FUNCTION public.reopen_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT case_id FROM case_closings WHERE id = NEW.closing_id));
  NEW.reopened_at := clock_timestamp();
  NEW.reopened_by := staff_at_work();
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.report_terminal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.staff_id := staff_at_work();
  NEW.reported_at := now();
  IF NEW.expected_cents <> terminal_took(NEW.terminal, NEW.day) THEN
    RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the terminal was used in between: look again';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.restrict_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(NEW.case_id);
    NEW.restricted_at := clock_timestamp();
    NEW.restricted_by := staff_at_work();
  END IF;
  INSERT INTO case_access (case_id, staff_id) VALUES (NEW.case_id, NEW.restricted_by) ON CONFLICT DO NOTHING;
  UPDATE open_tasks SET is_restricted = true WHERE case_id = NEW.case_id;
  UPDATE open_requests SET is_restricted = true WHERE case_id = NEW.case_id;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.reverse_payment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  PERFORM hold_own_till(NEW.till_id);
  IF NOT is_confirmed(NEW.confirmation_id, 'reversals.make', NEW.payment_id, '') THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'confirmation.missing';
  END IF;
  PERFORM refuse_beyond_till(NEW.till_id, coalesce((SELECT sum(amount_cents) FROM payment_tenders
    WHERE payment_id = NEW.payment_id AND tender = 'cash'), 0)::bigint);
  NEW.reversed_at := now();
  SELECT desk_id, year_of(NEW.reversed_at) INTO NEW.desk_id, NEW.year FROM tills WHERE id = NEW.till_id;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'reversal');
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.review_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT case_id FROM tasks WHERE id = NEW.task_id));
  NEW.reviewed_at := clock_timestamp();
  NEW.reviewed_by := staff_at_work();
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.revoke_key()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a key that was revoked stays so';
  END IF;
  IF session_user <> current_user THEN NEW.revoked_at := now(); NEW.revoked_by := staff_at_work(); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.sale_has_its_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  PERFORM 1 FROM print_jobs WHERE subject_id = NEW.payment_id AND kind = 'fiscal-receipt'
    AND printer_id = NEW.printer_id AND paper -> 'fiscal' ->> 'unp' = NEW.unp
    AND (paper -> 'fiscal' ->> 'totalCents')::bigint
      = (SELECT sum(amount_cents) FROM payment_lines WHERE payment_id = NEW.payment_id AND tax_group IS NOT NULL);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a sale owes its fiscal receipt';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.seen_departments()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH RECURSIVE mine AS (
    SELECT department_id AS id, post = 'head' AS is_head FROM staff
      WHERE id = ANY (acting_as()) AND department_id IS NOT NULL AND post IN ('clerk', 'officer', 'head')
    UNION
    SELECT d.id, true FROM departments d JOIN mine m ON d.parent_id = m.id WHERE m.is_head
  ) SELECT coalesce(array_agg(DISTINCT id), '{}') FROM mine
$function$
;

CREATE OR REPLACE FUNCTION public.sees_all_cases()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM staff s LEFT JOIN departments d ON d.id = s.department_id
    WHERE s.id = ANY (acting_as()) AND (s.post = 'auditor' OR (s.post = 'head' AND s.department_id IS NULL)
      OR (s.post = 'clerk' AND d.kind IS DISTINCT FROM 'mayoralty')))
$function$
;

CREATE OR REPLACE FUNCTION public.sees_all_papers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT is_of_post('cashier') OR is_of_post('admin') OR is_of_post('auditor')
$function$
;

CREATE OR REPLACE FUNCTION public.sees_case(of uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT CASE WHEN EXISTS (SELECT FROM restricted_cases WHERE case_id = of)
    THEN EXISTS (SELECT FROM case_access WHERE case_id = of AND staff_id = ANY (acting_as()))
    ELSE sees_all_cases() OR EXISTS (SELECT FROM case_access WHERE case_id = of
      AND (staff_id = ANY (acting_as()) OR department_id = ANY (seen_departments()))) END
$function$
;

CREATE OR REPLACE FUNCTION public.sees_paper_of(of uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce((SELECT d.registered_by = ANY (acting_as()) OR sees_case(d.case_id) FROM documents d WHERE d.id = of), is_of_post('head'))
$function$
;

CREATE OR REPLACE FUNCTION public.served_in_halls(from_day date, until_day date)
 RETURNS TABLE(department_id uuid, payments bigint, requests bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT department_id, sum(payments)::bigint, sum(requests)::bigint FROM (
    SELECT s.department_id, count(*) AS payments, 0 AS requests FROM payments p
      JOIN tills t ON t.id = p.till_id JOIN staff s ON s.id = t.staff_id
      WHERE p.taken_at >= from_day::timestamp AT TIME ZONE 'Europe/Sofia' AND p.taken_at < (until_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'
      GROUP BY 1
    UNION ALL
    SELECT s.department_id, 0, count(*) FROM requests r JOIN documents d ON d.id = r.document_id
      JOIN staff s ON s.id = d.registered_by
      WHERE d.day BETWEEN from_day AND until_day AND d.channel IN ('desk', 'mayoralty')
      GROUP BY 1) served
  GROUP BY 1
$function$
;

CREATE OR REPLACE FUNCTION public.set_staff_password(their_login text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE role_name text;
BEGIN
  PERFORM refuse_in_training();
  SELECT db_role INTO role_name FROM staff WHERE login = their_login;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  IF session_user <> role_name AND session_user <> current_user AND NOT is_of_post('admin') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'only an administrator sets the password of somebody else';
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $function$
;

CREATE OR REPLACE FUNCTION public.set_task_term()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  held open_tasks;
  most date;
BEGIN
  SELECT * INTO held FROM open_tasks WHERE task_id = NEW.task_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.ended';
  END IF;
  SELECT least((SELECT due_on FROM open_tasks WHERE task_id = held.parent_id), (SELECT due_on FROM open_requests WHERE request_id = held.request_id)) INTO most;
  IF session_user <> current_user THEN
    PERFORM refuse_unseen_case(held.case_id);
    NEW.set_at := clock_timestamp();
    NEW.set_by := staff_at_work();
    IF held.kind <> 'phase' AND NOT (held.assigner_id = ANY (acting_as()) OR EXISTS (SELECT FROM staff WHERE id = ANY (acting_as()) AND post = 'head')) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.not_yours';
    END IF;
    IF most IS NOT NULL AND NEW.due_on > greatest(most, town_day()) THEN
      RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.beyond_term',
        DETAIL = json_build_object('due', to_char(NEW.due_on, 'DD.MM.YYYY'), 'most', to_char(most, 'DD.MM.YYYY'));
    END IF;
  END IF;
  IF EXISTS (SELECT FROM open_tasks WHERE parent_id = NEW.task_id AND due_on > NEW.due_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'task.outlived';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.settle_lines()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE wrong record;
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  FOR wrong IN SELECT a.bill_id FROM added a WHERE a.bill_id IS NOT NULL ORDER BY a.bill_id LOOP
    DELETE FROM open_bills WHERE bill_id = wrong.bill_id;
    IF NOT FOUND THEN PERFORM refuse_settled_bill(wrong.bill_id); END IF;
  END LOOP;
  SELECT l.* INTO wrong FROM added l JOIN bills b ON b.id = l.bill_id
    WHERE l.amount_cents <> b.amount_cents OR l.quantity <> 1 OR l.service_id IS DISTINCT FROM b.service_id
      OR l.department_id <> b.department_id OR l.override_reason IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a bill is paid as it was issued';
  END IF;
  -- The published fee of the day binds, unless the catalogue leaves the amount open or a second person agreed to another.
  SELECT s.code, f.fee_cents, l.override_reason INTO wrong FROM added l JOIN services s ON s.id = l.service_id
    LEFT JOIN LATERAL (SELECT fee_cents FROM service_fees WHERE service_id = s.id AND speed = l.speed
      AND valid_from <= (now() AT TIME ZONE 'Europe/Sofia')::date ORDER BY valid_from DESC LIMIT 1) f ON true
    WHERE l.bill_id IS NULL AND s.pricing <> 'open' AND CASE WHEN l.override_reason IS NULL
      THEN l.price_cents IS DISTINCT FROM f.fee_cents
      ELSE l.override_of_cents IS DISTINCT FROM f.fee_cents OR NOT is_confirmed(l.confirmation_id, 'payments.override',
        l.payment_id, l.service_id || ':' || l.speed || ':' || l.price_cents) END LIMIT 1;
  IF FOUND AND wrong.override_reason IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'service.price_changed',
      DETAIL = json_build_object('code', wrong.code, 'now', coalesce(wrong.fee_cents, 0));
  ELSIF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'confirmation.missing';
  END IF;
  SELECT s.code INTO wrong FROM added l JOIN services s ON s.id = l.service_id JOIN payments p ON p.id = l.payment_id
    WHERE s.needs_payer AND p.payer_id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'payment.payer_needed', DETAIL = json_build_object('code', wrong.code);
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.share_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO case_access (case_id, staff_id, department_id)
    SELECT NEW.id, x.staff_id, x.department_id FROM (VALUES (NEW.opened_by, NULL), (NULL, NEW.department_id), (NULL, NEW.intake_id))
      x (staff_id, department_id) WHERE num_nonnulls(x.staff_id, x.department_id) = 1 ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.share_with(of_case uuid, person uuid, department uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  INSERT INTO case_access (case_id, staff_id, department_id)
    SELECT of_case, x.staff_id, x.department_id FROM (VALUES (person, NULL::uuid), (NULL::uuid, department)) x (staff_id, department_id)
    WHERE num_nonnulls(x.staff_id, x.department_id) = 1 ON CONFLICT DO NOTHING
$function$
;

CREATE OR REPLACE FUNCTION public.staff_at_work()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT id FROM staff WHERE db_role = session_user AND disabled_at IS NULL
$function$
;

CREATE OR REPLACE FUNCTION public.stamp_ask()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN NEW.asked_by := staff_at_work(); NEW.asked_from := clock_timestamp(); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.stamp_kiosk_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN NEW.set_by := staff_at_work(); NEW.set_at := clock_timestamp(); END IF;
  RETURN NEW;
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

CREATE OR REPLACE FUNCTION public.stamp_maker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN NEW.made_by := staff_at_work(); NEW.made_at := now(); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.stamp_method()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user <> current_user THEN NEW.noted_by := staff_at_work(); NEW.noted_at := clock_timestamp(); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.stamp_on_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM FROM documents d WHERE d.id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND (d.xmin = pg_current_xact_id()::xid OR sees_case(d.case_id)
    OR EXISTS (SELECT FROM filings f WHERE f.document_id = d.id AND sees_case(f.case_id)));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the document is not theirs to see';
  END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[1], clock_timestamp(), TG_ARGV[2], staff_at_work()));
END $function$
;

CREATE OR REPLACE FUNCTION public.stamp_row()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], clock_timestamp(), TG_ARGV[1], staff_at_work()));
END $function$
;

CREATE OR REPLACE FUNCTION public.stand_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  IF OLD.kind LIKE 'fiscal-%' OR NEW.state <> OLD.state OR NOT (
      (is_of_post('admin') AND OLD.state IN ('queued', 'failed', 'unsure') AND NEW.stands_in_for_id IS NULL)
      OR (OLD.state = 'queued' AND NEW.printer_id = (SELECT stand_in_id FROM printers WHERE id = OLD.printer_id)
        AND NEW.stands_in_for_id = OLD.printer_id AND OLD.stands_in_for_id IS NULL)
      OR (OLD.state = 'queued' AND NEW.printer_id = OLD.stands_in_for_id AND NEW.stands_in_for_id IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'only a paper that waits goes to another printer';
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.status_of_case(of_number text, with_code text)
 RETURNS TABLE(case_id uuid, number text, uri text, day date, kind_bg text, kind_en text, department_bg text, department_en text, is_closed boolean, told json, outcome text, due_on date, is_owed boolean, is_handed_out boolean, stages json)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT c.id, d.number, d.uri, d.day, coalesce(s.name_bg, k.name_bg), coalesce(s.name_en, k.name_en), u.name_bg, u.name_en,
    EXISTS (SELECT FROM case_closings x WHERE x.case_id = c.id AND NOT EXISTS (SELECT FROM case_reopenings o WHERE o.closing_id = x.id)),
    coalesce((SELECT json_agg(e.kind ORDER BY e.told_at, e.id) FROM request_events e WHERE e.request_id = r.document_id), '[]'),
    (SELECT e.outcome FROM request_endings e WHERE e.request_id = r.document_id),
    q.due_on,
    EXISTS (SELECT FROM open_bills b WHERE b.bill_id = r.bill_id),
    EXISTS (SELECT FROM hand_outs h WHERE h.request_id = r.document_id),
    coalesce((SELECT json_agg(t.what ORDER BY t.given_at, t.id) FROM open_tasks w JOIN tasks t ON t.id = w.task_id
      WHERE w.request_id = r.document_id AND w.kind = 'phase'), '[]')
  FROM cases c
  JOIN documents d ON d.case_id = c.id AND d.opens_case
  JOIN document_kinds k ON k.id = d.kind_id
  LEFT JOIN requests r ON r.document_id = d.id
  LEFT JOIN services s ON s.id = r.service_id
  LEFT JOIN departments u ON u.id = coalesce(r.department_id, c.department_id)
  LEFT JOIN open_requests q ON q.request_id = d.id
  WHERE c.access_code = with_code AND of_number IN (d.number, d.uri)
$function$
;

CREATE OR REPLACE FUNCTION public.sum_of_money(money jsonb)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT coalesce(sum(key::bigint * value::bigint), 0)::bigint FROM jsonb_each_text(money)
$function$
;

CREATE OR REPLACE FUNCTION public.sum_up_presses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT ask_id, max(face) AS face FROM new_presses GROUP BY ask_id) n
      JOIN kiosk_asks a ON a.id = n.ask_id JOIN kiosk_questions q ON q.id = a.question_id WHERE n.face > q.faces) THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a face that the question does not have';
  END IF;
  INSERT INTO kiosk_hours AS h (question_id, kiosk_id, day, hour, face1, face2, face3, face4, face5, tests, closed, bursts, repeats)
    SELECT a.question_id, n.kiosk_id, n.at::date, extract(hour FROM n.at)::smallint,
      sum(n.face1), sum(n.face2), sum(n.face3), sum(n.face4), sum(n.face5), sum(n.tests), sum(n.closed), sum(n.bursts), sum(n.repeats)
    FROM (SELECT ask_id, kiosk_id, date_trunc('hour', pressed_at AT TIME ZONE 'Europe/Sofia') AS at,
        count(*) FILTER (WHERE mark IS NULL AND face = 1) AS face1, count(*) FILTER (WHERE mark IS NULL AND face = 2) AS face2,
        count(*) FILTER (WHERE mark IS NULL AND face = 3) AS face3, count(*) FILTER (WHERE mark IS NULL AND face = 4) AS face4,
        count(*) FILTER (WHERE mark IS NULL AND face = 5) AS face5, count(*) FILTER (WHERE mark = 'test') AS tests,
        count(*) FILTER (WHERE mark = 'closed') AS closed, count(*) FILTER (WHERE mark = 'burst') AS bursts,
        count(*) FILTER (WHERE mark = 'repeat') AS repeats
      FROM new_presses GROUP BY 1, 2, 3) n
    JOIN kiosk_asks a ON a.id = n.ask_id
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (question_id, day, hour, kiosk_id) DO UPDATE SET
      face1 = h.face1 + excluded.face1, face2 = h.face2 + excluded.face2, face3 = h.face3 + excluded.face3,
      face4 = h.face4 + excluded.face4, face5 = h.face5 + excluded.face5, tests = h.tests + excluded.tests,
      closed = h.closed + excluded.closed, bursts = h.bursts + excluded.bursts, repeats = h.repeats + excluded.repeats;
  INSERT INTO kiosk_reasons AS r (question_id, kiosk_id, day, face, reason, times)
    SELECT a.question_id, n.kiosk_id, (n.pressed_at AT TIME ZONE 'Europe/Sofia')::date, n.face, n.reason, count(*)
    FROM new_presses n JOIN kiosk_asks a ON a.id = n.ask_id
    WHERE n.reason IS NOT NULL AND n.mark IS NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (question_id, day, kiosk_id, face, reason) DO UPDATE SET times = r.times + excluded.times;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.take_number(desk uuid, in_year smallint, of_series text)
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  INSERT INTO number_series AS s (desk_id, year, series, last_number) VALUES (desk, in_year, of_series, 1)
    ON CONFLICT (desk_id, year, series) DO UPDATE SET last_number = s.last_number + 1
    RETURNING last_number
$function$
;

CREATE OR REPLACE FUNCTION public.take_operator_code()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE;
  NEW.operator_code := lpad((SELECT coalesce(max(operator_code::integer), 0) + 1 FROM staff)::text, 4, '0');
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.take_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.taken_at := clock_timestamp();
  NEW.taken_by := staff_at_work();
  PERFORM FROM handovers h WHERE h.id = NEW.handover_id AND (h.taker_id = ANY (acting_as())
    OR h.taker_department_id = ANY (seen_departments())
    OR (h.outside_name IS NOT NULL AND h.giver_id <> NEW.taken_by) OR (h.outside_name IS NOT NULL AND is_of_post('clerk')));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'a paper is taken by whom it was given to';
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
  SELECT t.desk_id, year_of(p.taken_at) INTO NEW.desk_id, NEW.year
    FROM payments p JOIN tills t ON t.id = p.till_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a receipt is given in the transaction of its payment';
  END IF;
  NEW.number := take_number(NEW.desk_id, NEW.year, 'receipt');
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.take_sale_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE seal text; code text;
BEGIN
  IF session_user = current_user AND NEW.number IS NOT NULL THEN RETURN NEW; END IF;
  SELECT f.printer_id, v.device_number, s.operator_code INTO NEW.printer_id, seal, code
    FROM payments p JOIN tills t ON t.id = p.till_id JOIN staff s ON s.id = t.staff_id
      JOIN fiscal_desks f ON f.desk_id = t.desk_id JOIN fiscal_devices v ON v.printer_id = f.printer_id
    WHERE p.id = NEW.payment_id AND p.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    IF EXISTS (SELECT FROM payments WHERE id = NEW.payment_id AND xmin = pg_current_xact_id()::xid) THEN
      RAISE EXCEPTION USING ERRCODE = '40001', MESSAGE = 'the fiscal device was taken from the desk in the same moment: look again';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a sale is numbered in the transaction of its payment';
  END IF;
  INSERT INTO fiscal_series AS s (printer_id, last_number) VALUES (NEW.printer_id, 1)
    ON CONFLICT (printer_id) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number INTO NEW.number;
  NEW.unp := seal || '-' || code || '-' || lpad(NEW.number::text, 7, '0');
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.tell_delivery()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT d.case_id FROM dispatches s JOIN documents d ON d.id = s.document_id WHERE s.id = NEW.dispatch_id));
  NEW.told_at := clock_timestamp();
  NEW.told_by := staff_at_work();
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.tell_of_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  of_case uuid;
  was date;
BEGIN
  SELECT case_id, due_on INTO of_case, was FROM open_requests WHERE request_id = NEW.request_id FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse_ended_request(NEW.request_id); END IF;
  IF NEW.kind <> 'moved' THEN
    PERFORM refuse_unseen_case(of_case);
  ELSIF NOT EXISTS (SELECT FROM calendar_days WHERE day = was AND NOT is_working)
      OR NEW.due_on IS NULL OR NEW.due_on NOT BETWEEN was + 1 AND was + 14 THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a last day is moved off a day off alone, and not far';
  END IF;
  IF session_user <> current_user THEN
    PERFORM refuse_groundless(NEW, of_case, was);
    NEW.told_at := clock_timestamp();
    NEW.told_by := staff_at_work();
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.terminal_took(of_terminal text, on_day date)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce((SELECT sum(t.amount_cents) FROM payments p CROSS JOIN LATERAL (SELECT terminal, amount_cents
        FROM payment_tenders WHERE payment_id = p.id AND tender = 'card' OFFSET 0) t
      WHERE t.terminal = of_terminal AND p.taken_at >= on_day::timestamp AT TIME ZONE 'Europe/Sofia'
        AND p.taken_at < (on_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'), 0)
    - coalesce((SELECT sum(t.amount_cents) FROM reversals r CROSS JOIN LATERAL (SELECT terminal, amount_cents
        FROM payment_tenders WHERE payment_id = r.payment_id AND tender = 'card' OFFSET 0) t
      WHERE t.terminal = of_terminal AND r.reversed_at >= on_day::timestamp AT TIME ZONE 'Europe/Sofia'
        AND r.reversed_at < (on_day + 1)::timestamp AT TIME ZONE 'Europe/Sofia'), 0)
$function$
;

CREATE OR REPLACE FUNCTION public.till_cash(till uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT t.opening_float_cents
    + coalesce((SELECT sum(pt.amount_cents) FROM payments p JOIN payment_tenders pt ON pt.payment_id = p.id
        WHERE p.till_id = t.id AND pt.tender = 'cash'), 0)
    - coalesce((SELECT sum(pt.amount_cents) FROM reversals r JOIN payment_tenders pt ON pt.payment_id = r.payment_id
        WHERE r.till_id = t.id AND pt.tender = 'cash'), 0)
    + coalesce((SELECT sum(CASE m.kind WHEN 'pay_in' THEN m.amount_cents ELSE -m.amount_cents END) FROM cash_movements m
        WHERE m.till_id = t.id), 0)
    FROM tills t WHERE t.id = till
$function$
;

CREATE OR REPLACE FUNCTION public.town_database()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT regexp_replace(current_database(), '_training$', '')
$function$
;

CREATE OR REPLACE FUNCTION public.town_day()
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT (now() AT TIME ZONE 'Europe/Sofia')::date
$function$
;

CREATE OR REPLACE FUNCTION public.voucher_is_of_its_moment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NULL; END IF;
  IF NEW.subject = 'float' THEN
    PERFORM 1 FROM tills t WHERE t.id = NEW.till_id AND t.xmin = pg_current_xact_id()::xid
      AND vouchered(t.id, '{float}') = t.opening_float_cents - coalesce((SELECT left_cents FROM till_closings
        WHERE desk_id = t.desk_id ORDER BY closed_at DESC, number DESC LIMIT 1), 0);
  ELSE
    PERFORM 1 FROM till_closings WHERE till_id = NEW.till_id AND xmin = pg_current_xact_id()::xid;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'a voucher of a till is issued when it is opened or closed';
  END IF;
  RETURN NULL;
END $function$
;

CREATE OR REPLACE FUNCTION public.vouchered(till uuid, subjects text[])
 RETURNS bigint
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(sum(CASE direction WHEN 'in' THEN amount_cents ELSE -amount_cents END), 0)::bigint
    FROM cash_vouchers WHERE till_id = till AND subject = ANY (subjects)
$function$
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

CREATE OR REPLACE FUNCTION public.why_restricted(of uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT reason FROM restricted_cases WHERE case_id = of AND sees_case(of)
$function$
;

CREATE OR REPLACE FUNCTION public.withdraw_bill()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  NEW.withdrawn_at := now();
  DELETE FROM open_bills WHERE bill_id = NEW.bill_id;
  IF NOT FOUND THEN PERFORM refuse_settled_bill(NEW.bill_id); END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.word_spellings(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 1000
AS $function$
  SELECT array_agg(DISTINCT spelling) FROM (
    SELECT word AS spelling UNION ALL
    SELECT overlay(word PLACING '' FROM place FOR 1) FROM generate_series(1, length(word)) place WHERE length(word) > 3) spellings
$function$
;

CREATE OR REPLACE FUNCTION public.word_starts(folded text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 10000
AS $function$
  SELECT coalesce(array_agg(DISTINCT left(word, size)), '{}')
  FROM unnest(string_to_array(ltrim(folded), ' ')) word, generate_series(1, least(length(word), 8)) size
$function$
;

CREATE OR REPLACE FUNCTION public.written_since(of uuid, since timestamp with time zone)
 RETURNS TABLE(what text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT what, at FROM (
    SELECT 'document' AS what, min(d.registered_at) AS at FROM document_parties p JOIN documents d ON d.id = p.document_id
      WHERE p.party_id = of AND d.registered_at > since
    UNION ALL SELECT 'bill', min(issued_at) FROM bills WHERE payer_id = of AND issued_at > since
    UNION ALL SELECT 'payment', min(taken_at) FROM payments WHERE payer_id = of AND taken_at > since
    UNION ALL SELECT 'merge', min(merged_at) FROM party_merges WHERE into_id = of AND merged_at > since
    UNION ALL SELECT 'change', changed_at FROM parties WHERE id = of AND changed_at > since
  ) things WHERE at IS NOT NULL ORDER BY at LIMIT 1
$function$
;

CREATE OR REPLACE FUNCTION public.year_of(at timestamp with time zone)
 RETURNS smallint
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT extract(year FROM at AT TIME ZONE 'Europe/Sofia')::smallint
$function$
;

CREATE CONSTRAINT TRIGGER bank_deposits_add_up AFTER INSERT ON public.bank_deposits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deposit_adds_up();
CREATE TRIGGER bank_deposits_are_counted AFTER INSERT ON public.bank_deposits FOR EACH ROW EXECUTE FUNCTION refuse_miscounted('amount_cents');
CREATE TRIGGER bank_deposits_make BEFORE INSERT ON public.bank_deposits FOR EACH ROW EXECUTE FUNCTION make_deposit();
CREATE TRIGGER bank_deposits_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bank_deposits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_withdrawals_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bill_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_withdrawals_withdraw BEFORE INSERT ON public.bill_withdrawals FOR EACH ROW EXECUTE FUNCTION withdraw_bill();
CREATE TRIGGER bills_issue BEFORE INSERT ON public.bills FOR EACH ROW EXECUTE FUNCTION issue_bill();
CREATE TRIGGER bills_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bills_open AFTER INSERT ON public.bills FOR EACH ROW EXECUTE FUNCTION open_bill();
CREATE TRIGGER cards_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cards FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cards_stamped BEFORE INSERT ON public.cards FOR EACH ROW EXECUTE FUNCTION stamp_row('imported_at', 'imported_by');
CREATE TRIGGER case_access_granted BEFORE INSERT ON public.case_access FOR EACH ROW EXECUTE FUNCTION grant_access();
CREATE TRIGGER case_closings_close BEFORE INSERT ON public.case_closings FOR EACH ROW EXECUTE FUNCTION close_case();
CREATE TRIGGER case_closings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_reopenings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_reopenings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_reopenings_reopen BEFORE INSERT ON public.case_reopenings FOR EACH ROW EXECUTE FUNCTION reopen_case();
CREATE TRIGGER cases_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cases_open BEFORE INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION open_case();
CREATE TRIGGER cases_shared AFTER INSERT ON public.cases FOR EACH ROW EXECUTE FUNCTION share_case();
CREATE CONSTRAINT TRIGGER cash_movements_are_in_the_books AFTER INSERT ON public.cash_movements DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION movement_is_in_the_books();
CREATE TRIGGER cash_movements_move BEFORE INSERT ON public.cash_movements FOR EACH ROW EXECUTE FUNCTION move_cash();
CREATE TRIGGER cash_movements_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cash_movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER cash_vouchers_are_of_their_moment AFTER INSERT ON public.cash_vouchers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.subject <> 'movement'::text)) EXECUTE FUNCTION voucher_is_of_its_moment();
CREATE TRIGGER cash_vouchers_issue BEFORE INSERT ON public.cash_vouchers FOR EACH ROW EXECUTE FUNCTION issue_voucher();
CREATE TRIGGER cash_vouchers_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cash_vouchers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER confirmations_confirm BEFORE INSERT ON public.confirmations FOR EACH ROW EXECUTE FUNCTION confirm();
CREATE TRIGGER confirmations_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deliveries_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.deliveries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deliveries_told BEFORE INSERT ON public.deliveries FOR EACH ROW EXECUTE FUNCTION tell_delivery();
CREATE TRIGGER departments_guarded BEFORE INSERT OR UPDATE ON public.departments FOR EACH ROW EXECUTE FUNCTION guard_department();
CREATE TRIGGER deposited_tills_carry AFTER INSERT ON public.deposited_tills FOR EACH ROW EXECUTE FUNCTION carry_till();
CREATE TRIGGER deposited_tills_join BEFORE INSERT ON public.deposited_tills FOR EACH ROW EXECUTE FUNCTION join_own_deposit();
CREATE TRIGGER deposited_tills_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.deposited_tills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatches_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dispatches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatches_stamped BEFORE INSERT ON public.dispatches FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'sent_at', 'sent_by');
CREATE TRIGGER document_corrections_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_corrections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_corrections_stamped BEFORE INSERT ON public.document_corrections FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'corrected_at', 'corrected_by');
CREATE TRIGGER document_corrections_words_kept AFTER INSERT ON public.document_corrections FOR EACH ROW WHEN ((new.words IS NOT NULL)) EXECUTE FUNCTION keep_words();
CREATE TRIGGER document_files_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_files_stamped BEFORE INSERT ON public.document_files FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'attached_at', 'attached_by');
CREATE TRIGGER document_parties_join BEFORE INSERT ON public.document_parties FOR EACH ROW EXECUTE FUNCTION join_own_document();
CREATE TRIGGER document_parties_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document_parties FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER document_series_have_no_gap AFTER INSERT OR UPDATE ON public.document_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.last_number > 0)) EXECUTE FUNCTION refuse_gap();
CREATE TRIGGER documents_enter BEFORE INSERT ON public.documents FOR EACH ROW EXECUTE FUNCTION enter_document();
CREATE TRIGGER documents_filed AFTER INSERT ON public.documents FOR EACH ROW EXECUTE FUNCTION file_document();
CREATE TRIGGER documents_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER documents_words_kept AFTER INSERT ON public.documents FOR EACH ROW EXECUTE FUNCTION keep_words();
CREATE TRIGGER files_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER files_stamped BEFORE INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION stamp_row('stored_at', 'stored_by');
CREATE TRIGGER filings_file BEFORE INSERT ON public.filings FOR EACH ROW EXECUTE FUNCTION file_into_case();
CREATE TRIGGER filings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.filings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fiscal_documents_are_of_papers BEFORE INSERT ON public.fiscal_documents FOR EACH ROW EXECUTE FUNCTION document_is_of_its_paper();
CREATE TRIGGER fiscal_documents_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fiscal_documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fiscal_revenues_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fiscal_revenues FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER fiscal_sales_have_receipts AFTER INSERT ON public.fiscal_sales DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sale_has_its_receipt();
CREATE TRIGGER fiscal_sales_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fiscal_sales FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fiscal_sales_take_number BEFORE INSERT ON public.fiscal_sales FOR EACH ROW EXECUTE FUNCTION take_sale_number();
CREATE TRIGGER hand_outs_end BEFORE INSERT ON public.hand_outs FOR EACH ROW EXECUTE FUNCTION hand_out_ended();
CREATE TRIGGER hand_outs_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hand_outs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER hand_outs_ready AFTER INSERT ON public.hand_outs FOR EACH ROW EXECUTE FUNCTION keep_ready();
CREATE TRIGGER hand_outs_stamped BEFORE INSERT ON public.hand_outs FOR EACH ROW EXECUTE FUNCTION stamp_on_document('request_id', 'handed_at', 'handed_by');
CREATE TRIGGER handover_receipts_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.handover_receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_receipts_take BEFORE INSERT ON public.handover_receipts FOR EACH ROW EXECUTE FUNCTION take_paper();
CREATE TRIGGER handovers_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.handovers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handovers_stamped BEFORE INSERT ON public.handovers FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'given_at', 'giver_id');
CREATE TRIGGER kiosk_asks_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kiosk_asks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_asks_stamped BEFORE INSERT ON public.kiosk_asks FOR EACH ROW EXECUTE FUNCTION stamp_ask();
CREATE TRIGGER kiosk_codes_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kiosk_codes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_codes_stamped BEFORE INSERT ON public.kiosk_codes FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER kiosk_keys_by_code BEFORE INSERT ON public.kiosk_keys FOR EACH ROW EXECUTE FUNCTION enrol_by_code();
CREATE TRIGGER kiosk_keys_never_go BEFORE DELETE OR TRUNCATE ON public.kiosk_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_keys_revoked BEFORE UPDATE ON public.kiosk_keys FOR EACH ROW EXECUTE FUNCTION revoke_key();
CREATE TRIGGER kiosk_presses_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kiosk_presses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_presses_summed_up AFTER INSERT ON public.kiosk_presses REFERENCING NEW TABLE AS new_presses FOR EACH STATEMENT EXECUTE FUNCTION sum_up_presses();
CREATE TRIGGER kiosk_questions_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kiosk_questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_questions_stamped BEFORE INSERT ON public.kiosk_questions FOR EACH ROW EXECUTE FUNCTION stamp_maker();
CREATE TRIGGER kiosk_rules_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kiosk_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kiosk_rules_stamped BEFORE INSERT ON public.kiosk_rules FOR EACH ROW EXECUTE FUNCTION stamp_kiosk_rules();
CREATE TRIGGER kiosk_states_go_on BEFORE UPDATE ON public.kiosk_states FOR EACH ROW EXECUTE FUNCTION refuse_older_word();
CREATE TRIGGER logbook_never_changes BEFORE DELETE OR UPDATE OR TRUNCATE ON public.logbook FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER logbook_stamped BEFORE INSERT ON public.logbook FOR EACH ROW EXECUTE FUNCTION stamp_logbook();
CREATE CONSTRAINT TRIGGER number_series_have_no_gap AFTER INSERT OR UPDATE ON public.number_series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.last_number > 0)) EXECUTE FUNCTION refuse_gap_of_desk();
CREATE TRIGGER opinions_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.opinions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opinions_stamped BEFORE INSERT ON public.opinions FOR EACH ROW EXECUTE FUNCTION stamp_on_document('document_id', 'given_at', 'given_by');
CREATE TRIGGER party_merges_lead AFTER INSERT ON public.party_merges FOR EACH ROW EXECUTE FUNCTION lead_to_other();
CREATE TRIGGER party_merges_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.party_merges FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER party_merges_stamped BEFORE INSERT ON public.party_merges FOR EACH ROW EXECUTE FUNCTION stamp_row('merged_at', 'merged_by');
CREATE TRIGGER payment_lines_are_fiscal AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION lines_are_fiscal();
CREATE TRIGGER payment_lines_are_of_the_catalogue AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION lines_are_of_the_catalogue();
CREATE TRIGGER payment_lines_join_payment AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
CREATE TRIGGER payment_lines_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_lines_settle AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settle_lines();
CREATE TRIGGER payment_tenders_join_payment AFTER INSERT ON public.payment_tenders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION join_own_payment();
CREATE TRIGGER payment_tenders_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_tenders FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER payments_add_up AFTER INSERT ON public.payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment_adds_up();
CREATE TRIGGER payments_enter BEFORE INSERT ON public.payments FOR EACH ROW EXECUTE FUNCTION enter_payment();
CREATE TRIGGER payments_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER print_jobs_are_of_documents BEFORE INSERT ON public.print_jobs FOR EACH ROW EXECUTE FUNCTION paper_is_of_its_document();
CREATE TRIGGER print_jobs_are_of_sales BEFORE INSERT ON public.print_jobs FOR EACH ROW WHEN (((new.kind ~~ 'fiscal-%'::text) OR ((new.paper -> 'fiscal'::text) IS NOT NULL))) EXECUTE FUNCTION fiscal_paper_is_of_its_sale();
CREATE TRIGGER print_jobs_stand_in BEFORE UPDATE OF printer_id, stands_in_for_id ON public.print_jobs FOR EACH ROW WHEN (((old.printer_id <> new.printer_id) OR (old.stands_in_for_id IS DISTINCT FROM new.stands_in_for_id))) EXECUTE FUNCTION stand_in();
CREATE TRIGGER print_jobs_stay_printed BEFORE UPDATE OF state ON public.print_jobs FOR EACH ROW WHEN (((old.state = 'printed'::text) AND (new.state <> 'printed'::text))) EXECUTE FUNCTION printed_stays_printed();
CREATE TRIGGER print_jobs_wake AFTER INSERT OR UPDATE OF state, printer_id ON public.print_jobs FOR EACH ROW WHEN ((new.state = 'queued'::text)) EXECUTE FUNCTION wake_printing();
CREATE TRIGGER receipts_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receipts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipts_take_number BEFORE INSERT ON public.receipts FOR EACH ROW EXECUTE FUNCTION take_receipt_number();
CREATE TRIGGER request_endings_end BEFORE INSERT ON public.request_endings FOR EACH ROW EXECUTE FUNCTION end_request();
CREATE TRIGGER request_endings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_endings_ready AFTER INSERT ON public.request_endings FOR EACH ROW WHEN ((new.document_id IS NOT NULL)) EXECUTE FUNCTION keep_ready();
CREATE TRIGGER request_events_listed AFTER INSERT ON public.request_events FOR EACH ROW EXECUTE FUNCTION list_request_event();
CREATE TRIGGER request_events_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_events_tell BEFORE INSERT ON public.request_events FOR EACH ROW EXECUTE FUNCTION tell_of_request();
CREATE TRIGGER request_items_join BEFORE INSERT ON public.request_items FOR EACH ROW EXECUTE FUNCTION join_own_request();
CREATE TRIGGER request_items_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER requests_begin AFTER INSERT ON public.requests FOR EACH ROW EXECUTE FUNCTION begin_request();
CREATE TRIGGER requests_join BEFORE INSERT ON public.requests FOR EACH ROW EXECUTE FUNCTION join_own_document();
CREATE TRIGGER requests_join_bill BEFORE INSERT ON public.requests FOR EACH ROW WHEN ((new.bill_id IS NOT NULL)) EXECUTE FUNCTION join_own_bill();
CREATE TRIGGER requests_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.requests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER restricted_cases_before_hold_case BEFORE INSERT ON public.restricted_cases FOR EACH ROW EXECUTE FUNCTION hold_case();
CREATE TRIGGER restricted_cases_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.restricted_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER restricted_cases_restrict BEFORE INSERT ON public.restricted_cases FOR EACH ROW EXECUTE FUNCTION restrict_case();
CREATE TRIGGER reversals_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reversals_open_bills AFTER INSERT ON public.reversals FOR EACH ROW EXECUTE FUNCTION open_bills_again();
CREATE TRIGGER reversals_refund BEFORE INSERT ON public.reversals FOR EACH ROW EXECUTE FUNCTION refund_has_reference();
CREATE TRIGGER reversals_reverse BEFORE INSERT ON public.reversals FOR EACH ROW EXECUTE FUNCTION reverse_payment();
CREATE TRIGGER reviews_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reviews_review BEFORE INSERT ON public.reviews FOR EACH ROW EXECUTE FUNCTION review_task();
CREATE TRIGGER satisfaction_methods_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.satisfaction_methods FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER satisfaction_methods_stamped BEFORE INSERT ON public.satisfaction_methods FOR EACH ROW EXECUTE FUNCTION stamp_method();
CREATE TRIGGER settings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER staff_take_operator_code BEFORE INSERT ON public.staff FOR EACH ROW WHEN ((new.operator_code = ''::text)) EXECUTE FUNCTION take_operator_code();
CREATE TRIGGER substitutions_guarded BEFORE INSERT OR UPDATE ON public.substitutions FOR EACH ROW EXECUTE FUNCTION guard_substitution();
CREATE TRIGGER substitutions_stamped BEFORE INSERT ON public.substitutions FOR EACH ROW EXECUTE FUNCTION stamp_row('set_at', 'set_by');
CREATE CONSTRAINT TRIGGER task_endings_cancelled_by_giver AFTER INSERT ON public.task_endings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.outcome = 'cancelled'::text)) EXECUTE FUNCTION refuse_own_cancelling();
CREATE TRIGGER task_endings_end BEFORE INSERT ON public.task_endings FOR EACH ROW EXECUTE FUNCTION end_task();
CREATE TRIGGER task_endings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.task_endings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_moves_listed AFTER INSERT ON public.task_moves FOR EACH ROW EXECUTE FUNCTION list_moved_task();
CREATE TRIGGER task_moves_move BEFORE INSERT ON public.task_moves FOR EACH ROW EXECUTE FUNCTION move_task();
CREATE TRIGGER task_moves_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.task_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_terms_listed AFTER INSERT ON public.task_terms FOR EACH ROW EXECUTE FUNCTION list_task_term();
CREATE TRIGGER task_terms_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.task_terms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_terms_set BEFORE INSERT ON public.task_terms FOR EACH ROW EXECUTE FUNCTION set_task_term();
CREATE TRIGGER tasks_before_hold_case BEFORE INSERT ON public.tasks FOR EACH ROW EXECUTE FUNCTION hold_case();
CREATE TRIGGER tasks_give BEFORE INSERT ON public.tasks FOR EACH ROW EXECUTE FUNCTION give_task();
CREATE TRIGGER tasks_listed AFTER INSERT ON public.tasks FOR EACH ROW EXECUTE FUNCTION list_task();
CREATE TRIGGER tasks_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tasks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terminal_reports_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.terminal_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terminal_reports_report BEFORE INSERT ON public.terminal_reports FOR EACH ROW EXECUTE FUNCTION report_terminal();
CREATE TRIGGER till_closings_are_counted AFTER INSERT ON public.till_closings FOR EACH ROW WHEN ((new.counted_money IS NOT NULL)) EXECUTE FUNCTION refuse_miscounted('counted_cents');
CREATE CONSTRAINT TRIGGER till_closings_are_in_the_books AFTER INSERT ON public.till_closings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION closing_is_in_the_books();
CREATE TRIGGER till_closings_await_deposit AFTER INSERT ON public.till_closings FOR EACH ROW WHEN ((new.counted_cents > new.left_cents)) EXECUTE FUNCTION await_deposit();
CREATE TRIGGER till_closings_close BEFORE INSERT ON public.till_closings FOR EACH ROW EXECUTE FUNCTION close_till();
CREATE TRIGGER till_closings_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.till_closings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER tills_are_in_the_books AFTER INSERT ON public.tills DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opening_is_in_the_books();
CREATE TRIGGER tills_listed AFTER INSERT ON public.tills FOR EACH ROW EXECUTE FUNCTION list_open_till();
CREATE TRIGGER tills_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tills FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tills_open BEFORE INSERT ON public.tills FOR EACH ROW EXECUTE FUNCTION open_till();

grant execute on acting_as() to TOWN_admin;
grant execute on acting_as() to TOWN_auditor;
grant execute on acting_as() to TOWN_cashier;
grant execute on acting_as() to TOWN_clerk;
grant execute on acting_as() to TOWN_head;
grant execute on acting_as() to TOWN_officer;
grant execute on add_staff(uuid,text,text,text,text) to TOWN_admin;
grant select on bank_deposits to TOWN_admin;
grant select on bank_deposits to TOWN_auditor;
grant insert, select on bank_deposits to TOWN_cashier;
grant insert, select on bank_deposits to TOWN_head;
grant execute on bill_of_uri(text) to TOWN_cashier;
grant execute on bill_of_uri(text) to TOWN_clerk;
grant execute on bill_of_uri(text) to TOWN_head;
grant execute on bill_of_uri(text) to TOWN_officer;
grant select on bill_withdrawals to TOWN_admin;
grant select on bill_withdrawals to TOWN_auditor;
grant select on bill_withdrawals to TOWN_cashier;
grant insert, select on bill_withdrawals to TOWN_clerk;
grant insert, select on bill_withdrawals to TOWN_head;
grant insert, select on bill_withdrawals to TOWN_officer;
grant select on bills to TOWN_admin;
grant select on bills to TOWN_auditor;
grant select on bills to TOWN_cashier;
grant insert, select on bills to TOWN_clerk;
grant insert, select on bills to TOWN_head;
grant insert, select on bills to TOWN_officer;
grant insert, select, update (basis, is_working, kind, name_bg, name_en, set_at, set_by, source) on calendar_days to TOWN_admin;
grant select on calendar_days to TOWN_auditor;
grant select on calendar_days to TOWN_cashier;
grant select on calendar_days to TOWN_clerk;
grant select on calendar_days to TOWN_head;
grant select on calendar_days to TOWN_hub;
grant select on calendar_days to TOWN_officer;
grant insert, select on cards to TOWN_admin;
grant select on cards to TOWN_auditor;
grant select on cards to TOWN_clerk;
grant select on cards to TOWN_head;
grant select on cards to TOWN_officer;
grant select on case_access to TOWN_auditor;
grant insert, select on case_access to TOWN_clerk;
grant insert, select on case_access to TOWN_head;
grant insert, select on case_access to TOWN_officer;
grant select on case_closings to TOWN_auditor;
grant insert, select on case_closings to TOWN_clerk;
grant insert, select on case_closings to TOWN_head;
grant insert, select on case_closings to TOWN_officer;
grant select on case_reopenings to TOWN_auditor;
grant insert, select on case_reopenings to TOWN_clerk;
grant insert, select on case_reopenings to TOWN_head;
grant insert, select on case_reopenings to TOWN_officer;
grant select on cases to TOWN_auditor;
grant insert, select on cases to TOWN_clerk;
grant insert, select on cases to TOWN_head;
grant insert, select on cases to TOWN_officer;
grant select on cash_movements to TOWN_admin;
grant select on cash_movements to TOWN_auditor;
grant insert, select on cash_movements to TOWN_cashier;
grant select on cash_movements to TOWN_head;
grant select on cash_vouchers to TOWN_admin;
grant select on cash_vouchers to TOWN_auditor;
grant insert, select on cash_vouchers to TOWN_cashier;
grant insert, select on cash_vouchers to TOWN_head;
grant select on confirmations to TOWN_admin;
grant select on confirmations to TOWN_auditor;
grant insert, select on confirmations to TOWN_cashier;
grant insert, select on confirmations to TOWN_head;
grant execute on count_dues_on(date) to TOWN_admin;
grant execute on counted_documents(date,date) to TOWN_auditor;
grant execute on counted_documents(date,date) to TOWN_clerk;
grant execute on counted_documents(date,date) to TOWN_head;
grant execute on counted_documents(date,date) to TOWN_officer;
grant execute on counted_open_work() to TOWN_auditor;
grant execute on counted_open_work() to TOWN_clerk;
grant execute on counted_open_work() to TOWN_head;
grant execute on counted_open_work() to TOWN_officer;
grant select on deliveries to TOWN_auditor;
grant insert, select on deliveries to TOWN_clerk;
grant insert, select on deliveries to TOWN_head;
grant insert, select on deliveries to TOWN_officer;
grant insert, select, update (closed_at, ekatte, kind, name_bg, name_en, parent_id) on departments to TOWN_admin;
grant select on departments to TOWN_auditor;
grant select on departments to TOWN_cashier;
grant select on departments to TOWN_clerk;
grant select on departments to TOWN_head;
grant select on departments to TOWN_hub;
grant select on departments to TOWN_officer;
grant select on deposited_tills to TOWN_admin;
grant select on deposited_tills to TOWN_auditor;
grant insert, select on deposited_tills to TOWN_cashier;
grant insert, select on deposited_tills to TOWN_head;
grant insert, select, update (name, printer_id, terminal) on desks to TOWN_admin;
grant select on desks to TOWN_auditor;
grant select on desks to TOWN_cashier;
grant select on desks to TOWN_clerk;
grant select on desks to TOWN_head;
grant select on desks to TOWN_officer;
grant execute on disable_staff(text) to TOWN_admin;
grant select on dispatches to TOWN_auditor;
grant insert, select on dispatches to TOWN_clerk;
grant insert, select on dispatches to TOWN_head;
grant insert, select on dispatches to TOWN_officer;
grant select on document_corrections to TOWN_auditor;
grant insert, select on document_corrections to TOWN_clerk;
grant insert, select on document_corrections to TOWN_head;
grant select on document_corrections to TOWN_officer;
grant select on document_files to TOWN_auditor;
grant insert, select on document_files to TOWN_clerk;
grant insert, select on document_files to TOWN_head;
grant insert, select on document_files to TOWN_officer;
grant insert, select, update (letters, mode, name_bg, name_en, nomenclature_id, offered) on document_kinds to TOWN_admin;
grant select on document_kinds to TOWN_auditor;
grant select on document_kinds to TOWN_clerk;
grant select on document_kinds to TOWN_head;
grant select on document_kinds to TOWN_officer;
grant select on document_parties to TOWN_auditor;
grant insert, select on document_parties to TOWN_clerk;
grant insert, select on document_parties to TOWN_head;
grant insert, select on document_parties to TOWN_officer;
grant select on document_series to TOWN_admin;
grant select on document_series to TOWN_auditor;
grant select on document_series to TOWN_clerk;
grant select on document_series to TOWN_head;
grant select on document_series to TOWN_officer;
grant select on documents to TOWN_auditor;
grant insert, select on documents to TOWN_clerk;
grant insert, select on documents to TOWN_head;
grant insert, select on documents to TOWN_officer;
grant execute on ended_requests(date,date) to TOWN_auditor;
grant execute on ended_requests(date,date) to TOWN_clerk;
grant execute on ended_requests(date,date) to TOWN_head;
grant execute on ended_requests(date,date) to TOWN_officer;
grant execute on ended_tasks(date,date) to TOWN_auditor;
grant execute on ended_tasks(date,date) to TOWN_clerk;
grant execute on ended_tasks(date,date) to TOWN_head;
grant execute on ended_tasks(date,date) to TOWN_officer;
grant delete, insert, select on favourites to TOWN_admin;
grant select on favourites to TOWN_auditor;
grant delete, insert, select on favourites to TOWN_cashier;
grant select on favourites to TOWN_head;
grant select on files to TOWN_auditor;
grant insert, select on files to TOWN_clerk;
grant insert, select on files to TOWN_head;
grant insert, select on files to TOWN_officer;
grant select on filings to TOWN_auditor;
grant insert, select on filings to TOWN_clerk;
grant insert, select on filings to TOWN_head;
grant insert, select on filings to TOWN_officer;
grant execute on find_documents(text[],uuid[],text,uuid,uuid,uuid,text,uuid,date,date,integer) to TOWN_auditor;
grant execute on find_documents(text[],uuid[],text,uuid,uuid,uuid,text,uuid,date,date,integer) to TOWN_clerk;
grant execute on find_documents(text[],uuid[],text,uuid,uuid,uuid,text,uuid,date,date,integer) to TOWN_head;
grant execute on find_documents(text[],uuid[],text,uuid,uuid,uuid,text,uuid,date,date,integer) to TOWN_officer;
grant execute on find_numbers(text[],integer,integer,integer) to TOWN_auditor;
grant execute on find_numbers(text[],integer,integer,integer) to TOWN_clerk;
grant execute on find_numbers(text[],integer,integer,integer) to TOWN_head;
grant execute on find_numbers(text[],integer,integer,integer) to TOWN_officer;
grant delete, insert, select, update (printer_id) on fiscal_desks to TOWN_admin;
grant select on fiscal_desks to TOWN_auditor;
grant select on fiscal_desks to TOWN_cashier;
grant select on fiscal_desks to TOWN_clerk;
grant select on fiscal_desks to TOWN_head;
grant select on fiscal_desks to TOWN_officer;
grant insert, update (device_number, operator, operator_password) on fiscal_devices to TOWN_admin;
grant insert, select on fiscal_documents to TOWN_admin;
grant select on fiscal_documents to TOWN_auditor;
grant insert, select on fiscal_documents to TOWN_cashier;
grant select on fiscal_documents to TOWN_head;
grant insert, select on fiscal_revenues to TOWN_admin;
grant select on fiscal_revenues to TOWN_auditor;
grant select on fiscal_revenues to TOWN_cashier;
grant select on fiscal_revenues to TOWN_clerk;
grant select on fiscal_revenues to TOWN_head;
grant select on fiscal_revenues to TOWN_officer;
grant select on fiscal_sales to TOWN_admin;
grant select on fiscal_sales to TOWN_auditor;
grant insert, select on fiscal_sales to TOWN_cashier;
grant select on fiscal_sales to TOWN_head;
grant select on fiscal_series to TOWN_admin;
grant select on fiscal_series to TOWN_auditor;
grant select on fiscal_series to TOWN_cashier;
grant select on fiscal_series to TOWN_head;
grant select on hand_outs to TOWN_auditor;
grant insert, select on hand_outs to TOWN_clerk;
grant select on hand_outs to TOWN_head;
grant insert, select on hand_outs to TOWN_officer;
grant select on handover_receipts to TOWN_auditor;
grant insert, select on handover_receipts to TOWN_clerk;
grant insert, select on handover_receipts to TOWN_head;
grant insert, select on handover_receipts to TOWN_officer;
grant select on handovers to TOWN_auditor;
grant insert, select on handovers to TOWN_clerk;
grant insert, select on handovers to TOWN_head;
grant insert, select on handovers to TOWN_officer;
grant select on held_baskets to TOWN_admin;
grant select on held_baskets to TOWN_auditor;
grant delete, insert, select on held_baskets to TOWN_cashier;
grant select on held_baskets to TOWN_head;
grant insert, select on kiosk_asks to TOWN_admin;
grant select on kiosk_asks to TOWN_auditor;
grant select on kiosk_asks to TOWN_clerk;
grant insert, select on kiosk_asks to TOWN_head;
grant select on kiosk_asks to TOWN_hub;
grant select on kiosk_asks to TOWN_officer;
grant insert, select on kiosk_codes to TOWN_admin;
grant select on kiosk_codes to TOWN_hub;
grant select on kiosk_events to TOWN_admin;
grant select on kiosk_events to TOWN_auditor;
grant select on kiosk_events to TOWN_clerk;
grant select on kiosk_events to TOWN_head;
grant insert, select, update (ended_at) on kiosk_events to TOWN_hub;
grant select on kiosk_hours to TOWN_admin;
grant select on kiosk_hours to TOWN_auditor;
grant select on kiosk_hours to TOWN_clerk;
grant select on kiosk_hours to TOWN_head;
grant select on kiosk_hours to TOWN_officer;
grant update (revoke_reason, revoked_at, revoked_by) on kiosk_keys to TOWN_admin;
grant insert, select on kiosk_keys to TOWN_hub;
grant select on kiosk_presses to TOWN_admin;
grant select on kiosk_presses to TOWN_auditor;
grant select on kiosk_presses to TOWN_clerk;
grant select on kiosk_presses to TOWN_head;
grant select on kiosk_presses to TOWN_hub;
grant insert, select on kiosk_questions to TOWN_admin;
grant select on kiosk_questions to TOWN_auditor;
grant select on kiosk_questions to TOWN_clerk;
grant insert, select on kiosk_questions to TOWN_head;
grant select on kiosk_questions to TOWN_hub;
grant select on kiosk_questions to TOWN_officer;
grant select on kiosk_reasons to TOWN_admin;
grant select on kiosk_reasons to TOWN_auditor;
grant select on kiosk_reasons to TOWN_clerk;
grant select on kiosk_reasons to TOWN_head;
grant select on kiosk_reasons to TOWN_officer;
grant insert on kiosk_rules to TOWN_admin;
grant select on kiosk_rules to TOWN_hub;
grant select on kiosk_states to TOWN_admin;
grant select on kiosk_states to TOWN_auditor;
grant select on kiosk_states to TOWN_clerk;
grant select on kiosk_states to TOWN_head;
grant insert, select, update (configuration, facts, highest_seq, kiosk_id, last_word_at, outbox, program, signed_ms, skew_ms) on kiosk_states to TOWN_hub;
grant insert, select, update (closed_at, department_id, place) on kiosks to TOWN_admin;
grant select on kiosks to TOWN_auditor;
grant select on kiosks to TOWN_clerk;
grant select on kiosks to TOWN_head;
grant select on kiosks to TOWN_hub;
grant select on kiosks to TOWN_officer;
grant insert, select on logbook to TOWN_admin;
grant insert, select on logbook to TOWN_auditor;
grant insert on logbook to TOWN_cashier;
grant insert on logbook to TOWN_clerk;
grant insert, select on logbook to TOWN_head;
grant insert on logbook to TOWN_hub;
grant insert on logbook to TOWN_officer;
grant select on merged_parties to TOWN_admin;
grant select on merged_parties to TOWN_auditor;
grant select on merged_parties to TOWN_cashier;
grant select on merged_parties to TOWN_clerk;
grant select on merged_parties to TOWN_head;
grant select on merged_parties to TOWN_officer;
grant execute on move_dues(date,date,text) to TOWN_admin;
grant execute on near_words(text) to TOWN_auditor;
grant execute on near_words(text) to TOWN_clerk;
grant execute on near_words(text) to TOWN_head;
grant execute on near_words(text) to TOWN_officer;
grant insert, select, update (closed_at, is_expert, name, retention, source, years) on nomenclature to TOWN_admin;
grant select on nomenclature to TOWN_auditor;
grant select on nomenclature to TOWN_clerk;
grant select on nomenclature to TOWN_head;
grant select on nomenclature to TOWN_officer;
grant select on number_series to TOWN_admin;
grant select on number_series to TOWN_auditor;
grant select on number_series to TOWN_cashier;
grant select on number_series to TOWN_head;
grant select on open_bills to TOWN_admin;
grant select on open_bills to TOWN_auditor;
grant select on open_bills to TOWN_cashier;
grant select on open_bills to TOWN_clerk;
grant select on open_bills to TOWN_head;
grant select on open_bills to TOWN_officer;
grant select on open_requests to TOWN_auditor;
grant select on open_requests to TOWN_clerk;
grant select on open_requests to TOWN_head;
grant select on open_requests to TOWN_officer;
grant select on open_tasks to TOWN_auditor;
grant select on open_tasks to TOWN_clerk;
grant select on open_tasks to TOWN_head;
grant select on open_tasks to TOWN_officer;
grant select on open_tills to TOWN_admin;
grant select on open_tills to TOWN_auditor;
grant select on open_tills to TOWN_cashier;
grant select on open_tills to TOWN_clerk;
grant select on open_tills to TOWN_head;
grant select on open_tills to TOWN_officer;
grant select on opinions to TOWN_auditor;
grant select on opinions to TOWN_clerk;
grant insert, select on opinions to TOWN_head;
grant insert, select on opinions to TOWN_officer;
grant insert, select, update (address, changed_at, ekatte, email, identifier, identifier_kind, kind, name, name_folded, phone) on parties to TOWN_cashier;
grant insert, select, update (address, changed_at, ekatte, email, identifier, identifier_kind, kind, name, name_folded, phone) on parties to TOWN_clerk;
grant insert, select, update (address, changed_at, ekatte, email, identifier, identifier_kind, kind, name, name_folded, phone) on parties to TOWN_head;
grant insert, select, update (address, changed_at, ekatte, email, identifier, identifier_kind, kind, name, name_folded, phone) on parties to TOWN_officer;
grant select on party_merges to TOWN_admin;
grant select on party_merges to TOWN_auditor;
grant select on party_merges to TOWN_cashier;
grant insert, select on party_merges to TOWN_clerk;
grant insert, select on party_merges to TOWN_head;
grant select on party_merges to TOWN_officer;
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
grant insert, select, update (attempts, changed_at, confirmed, fault, note, printer_id, stands_in_for_id, state) on print_jobs to TOWN_admin;
grant select on print_jobs to TOWN_auditor;
grant insert, select, update (attempts, changed_at, confirmed, fault, note, printer_id, stands_in_for_id, state) on print_jobs to TOWN_cashier;
grant insert, select, update (attempts, changed_at, confirmed, fault, note, printer_id, stands_in_for_id, state) on print_jobs to TOWN_clerk;
grant insert, select on print_jobs to TOWN_head;
grant insert, select, update (attempts, changed_at, confirmed, fault, note, printer_id, stands_in_for_id, state) on print_jobs to TOWN_officer;
grant insert, select, update (profile) on printer_profiles to TOWN_admin;
grant select on printer_profiles to TOWN_auditor;
grant select on printer_profiles to TOWN_cashier;
grant select on printer_profiles to TOWN_clerk;
grant select on printer_profiles to TOWN_head;
grant select on printer_profiles to TOWN_officer;
grant insert, select, update (fault, program, seen_at, warnings) on printer_states to TOWN_admin;
grant select on printer_states to TOWN_auditor;
grant insert, select, update (fault, program, seen_at, warnings) on printer_states to TOWN_cashier;
grant insert, select, update (fault, program, seen_at, warnings) on printer_states to TOWN_clerk;
grant select on printer_states to TOWN_head;
grant insert, select, update (fault, program, seen_at, warnings) on printer_states to TOWN_officer;
grant insert, select, update (line, printed_by, profile, stand_in_id) on printers to TOWN_admin;
grant select on printers to TOWN_auditor;
grant select on printers to TOWN_cashier;
grant select on printers to TOWN_clerk;
grant select on printers to TOWN_head;
grant select on printers to TOWN_officer;
grant execute on reads_logbook() to TOWN_admin;
grant execute on reads_logbook() to TOWN_auditor;
grant execute on reads_logbook() to TOWN_head;
grant select on ready_requests to TOWN_auditor;
grant select on ready_requests to TOWN_clerk;
grant select on ready_requests to TOWN_head;
grant select on ready_requests to TOWN_officer;
grant select on receipts to TOWN_admin;
grant select on receipts to TOWN_auditor;
grant insert, select on receipts to TOWN_cashier;
grant select on receipts to TOWN_head;
grant execute on refuse_unseen_case(uuid) to TOWN_clerk;
grant execute on refuse_unseen_case(uuid) to TOWN_head;
grant execute on refuse_unseen_case(uuid) to TOWN_officer;
grant insert, select, update (closed_at, name_bg, name_en, reply_template, template) on registers to TOWN_admin;
grant select on registers to TOWN_auditor;
grant select on registers to TOWN_clerk;
grant select on registers to TOWN_head;
grant select on registers to TOWN_officer;
grant select on request_endings to TOWN_auditor;
grant select on request_endings to TOWN_clerk;
grant insert, select on request_endings to TOWN_head;
grant insert, select on request_endings to TOWN_officer;
grant select on request_events to TOWN_auditor;
grant insert, select on request_events to TOWN_clerk;
grant insert, select on request_events to TOWN_head;
grant insert, select on request_events to TOWN_officer;
grant select on request_items to TOWN_auditor;
grant insert, select on request_items to TOWN_clerk;
grant select on request_items to TOWN_head;
grant select on request_items to TOWN_officer;
grant select on requests to TOWN_auditor;
grant insert, select on requests to TOWN_clerk;
grant select on requests to TOWN_head;
grant select on requests to TOWN_officer;
grant insert on restricted_cases to TOWN_clerk;
grant insert on restricted_cases to TOWN_head;
grant select on reversals to TOWN_admin;
grant select on reversals to TOWN_auditor;
grant insert, select on reversals to TOWN_cashier;
grant select on reversals to TOWN_head;
grant select on reviews to TOWN_auditor;
grant select on reviews to TOWN_clerk;
grant insert, select on reviews to TOWN_head;
grant select on reviews to TOWN_officer;
grant select on satisfaction_methods to TOWN_admin;
grant select on satisfaction_methods to TOWN_auditor;
grant insert, select on satisfaction_methods to TOWN_clerk;
grant insert, select on satisfaction_methods to TOWN_head;
grant select on satisfaction_methods to TOWN_officer;
grant execute on seen_departments() to TOWN_admin;
grant execute on seen_departments() to TOWN_auditor;
grant execute on seen_departments() to TOWN_clerk;
grant execute on seen_departments() to TOWN_head;
grant execute on seen_departments() to TOWN_officer;
grant execute on sees_all_cases() to TOWN_admin;
grant execute on sees_all_cases() to TOWN_auditor;
grant execute on sees_all_cases() to TOWN_clerk;
grant execute on sees_all_cases() to TOWN_head;
grant execute on sees_all_cases() to TOWN_officer;
grant execute on sees_all_papers() to TOWN_admin;
grant execute on sees_all_papers() to TOWN_auditor;
grant execute on sees_all_papers() to TOWN_cashier;
grant execute on sees_all_papers() to TOWN_clerk;
grant execute on sees_all_papers() to TOWN_head;
grant execute on sees_all_papers() to TOWN_officer;
grant execute on sees_case(uuid) to TOWN_auditor;
grant execute on sees_case(uuid) to TOWN_clerk;
grant execute on sees_case(uuid) to TOWN_head;
grant execute on sees_case(uuid) to TOWN_officer;
grant execute on sees_paper_of(uuid) to TOWN_admin;
grant execute on sees_paper_of(uuid) to TOWN_auditor;
grant execute on sees_paper_of(uuid) to TOWN_cashier;
grant execute on sees_paper_of(uuid) to TOWN_clerk;
grant execute on sees_paper_of(uuid) to TOWN_head;
grant execute on sees_paper_of(uuid) to TOWN_officer;
grant execute on served_in_halls(date,date) to TOWN_admin;
grant execute on served_in_halls(date,date) to TOWN_auditor;
grant execute on served_in_halls(date,date) to TOWN_clerk;
grant execute on served_in_halls(date,date) to TOWN_head;
grant execute on served_in_halls(date,date) to TOWN_officer;
grant insert, select, update (fee_cents, lev_cents) on service_fees to TOWN_admin;
grant select on service_fees to TOWN_auditor;
grant select on service_fees to TOWN_cashier;
grant select on service_fees to TOWN_clerk;
grant select on service_fees to TOWN_head;
grant select on service_fees to TOWN_officer;
grant insert, select, update (department_id, name_bg, name_en, needs_payer, note, offered, payment_code, pricing) on services to TOWN_admin;
grant select on services to TOWN_auditor;
grant select on services to TOWN_cashier;
grant select on services to TOWN_clerk;
grant select on services to TOWN_head;
grant select on services to TOWN_officer;
grant execute on set_staff_password(text,text) to TOWN_admin;
grant execute on set_staff_password(text,text) to TOWN_auditor;
grant execute on set_staff_password(text,text) to TOWN_cashier;
grant execute on set_staff_password(text,text) to TOWN_clerk;
grant execute on set_staff_password(text,text) to TOWN_head;
grant execute on set_staff_password(text,text) to TOWN_officer;
grant insert, select on settings to TOWN_admin;
grant select on settings to TOWN_auditor;
grant select on settings to TOWN_cashier;
grant select on settings to TOWN_clerk;
grant select on settings to TOWN_head;
grant select on settings to TOWN_officer;
grant insert, select, update (district_bg, kind, municipality_bg, name_bg, name_en) on settlements to TOWN_admin;
grant select on settlements to TOWN_auditor;
grant select on settlements to TOWN_cashier;
grant select on settlements to TOWN_clerk;
grant select on settlements to TOWN_head;
grant select on settlements to TOWN_officer;
grant select, update (department_id, position) on staff to TOWN_admin;
grant select on staff to TOWN_auditor;
grant select on staff to TOWN_cashier;
grant select on staff to TOWN_clerk;
grant select on staff to TOWN_head;
grant select on staff to TOWN_officer;
grant execute on staff_at_work() to TOWN_clerk;
grant execute on staff_at_work() to TOWN_head;
grant execute on staff_at_work() to TOWN_hub;
grant execute on staff_at_work() to TOWN_officer;
grant execute on status_of_case(text,text) to TOWN_auditor;
grant execute on status_of_case(text,text) to TOWN_clerk;
grant execute on status_of_case(text,text) to TOWN_head;
grant execute on status_of_case(text,text) to TOWN_officer;
grant insert, select, update (until_day) on substitutions to TOWN_admin;
grant select on substitutions to TOWN_auditor;
grant select on substitutions to TOWN_cashier;
grant select on substitutions to TOWN_clerk;
grant insert, select, update (until_day) on substitutions to TOWN_head;
grant select on substitutions to TOWN_officer;
grant select on task_endings to TOWN_auditor;
grant insert, select on task_endings to TOWN_clerk;
grant insert, select on task_endings to TOWN_head;
grant insert, select on task_endings to TOWN_officer;
grant select on task_moves to TOWN_auditor;
grant insert, select on task_moves to TOWN_clerk;
grant insert, select on task_moves to TOWN_head;
grant insert, select on task_moves to TOWN_officer;
grant select on task_terms to TOWN_auditor;
grant insert, select on task_terms to TOWN_clerk;
grant insert, select on task_terms to TOWN_head;
grant insert, select on task_terms to TOWN_officer;
grant select on tasks to TOWN_auditor;
grant insert, select on tasks to TOWN_clerk;
grant insert, select on tasks to TOWN_head;
grant insert, select on tasks to TOWN_officer;
grant select on terminal_reports to TOWN_admin;
grant select on terminal_reports to TOWN_auditor;
grant insert, select on terminal_reports to TOWN_cashier;
grant insert, select on terminal_reports to TOWN_head;
grant select on till_closings to TOWN_admin;
grant select on till_closings to TOWN_auditor;
grant insert, select on till_closings to TOWN_cashier;
grant insert, select on till_closings to TOWN_head;
grant select on tills to TOWN_admin;
grant select on tills to TOWN_auditor;
grant insert, select on tills to TOWN_cashier;
grant select on tills to TOWN_head;
grant select, update (closes_at, opens_at) on town to TOWN_admin;
grant select on town to TOWN_auditor;
grant select on town to TOWN_cashier;
grant select on town to TOWN_clerk;
grant select on town to TOWN_head;
grant select on town to TOWN_hub;
grant select on town to TOWN_officer;
grant select on undeposited_tills to TOWN_admin;
grant select on undeposited_tills to TOWN_auditor;
grant select on undeposited_tills to TOWN_cashier;
grant select on undeposited_tills to TOWN_head;
grant execute on why_restricted(uuid) to TOWN_auditor;
grant execute on why_restricted(uuid) to TOWN_clerk;
grant execute on why_restricted(uuid) to TOWN_head;
grant execute on why_restricted(uuid) to TOWN_officer;
grant execute on word_starts(text) to TOWN_admin;
grant execute on word_starts(text) to TOWN_auditor;
grant execute on word_starts(text) to TOWN_cashier;
grant execute on word_starts(text) to TOWN_clerk;
grant execute on word_starts(text) to TOWN_head;
grant execute on word_starts(text) to TOWN_officer;
grant execute on written_since(uuid,timestamp with time zone) to TOWN_clerk;
grant execute on written_since(uuid,timestamp with time zone) to TOWN_head;
