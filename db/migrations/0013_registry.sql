CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"is_working" boolean NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"source" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	CONSTRAINT "calendar_days_kind_is_known" CHECK ("calendar_days"."kind" in ('fixed', 'easter', 'compensation', 'one-off', 'worked'))
);
--> statement-breakpoint
CREATE TABLE "case_access" (
	"case_id" uuid NOT NULL,
	"department_id" uuid,
	"staff_id" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"granted_by" uuid,
	CONSTRAINT "case_access_is_once" UNIQUE NULLS NOT DISTINCT("case_id","department_id","staff_id"),
	CONSTRAINT "case_access_is_of_one" CHECK (("case_access"."department_id" is null) <> ("case_access"."staff_id" is null))
);
--> statement-breakpoint
CREATE TABLE "case_closings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"nomenclature_id" uuid NOT NULL,
	"retention" text NOT NULL,
	"keep_until" date,
	"note" text,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_reopenings" (
	"closing_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"reopened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reopened_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"nomenclature_id" uuid,
	"access_code" text NOT NULL,
	"department_id" uuid,
	"intake_id" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid NOT NULL,
	CONSTRAINT "cases_access_code_is_one" UNIQUE("access_code"),
	CONSTRAINT "cases_access_code_is_long" CHECK ("cases"."access_code" ~ '^[0-9A-Z]{10}$')
);
--> statement-breakpoint
CREATE TABLE "restricted_cases" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"restricted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"restricted_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"dispatch_id" uuid PRIMARY KEY NOT NULL,
	"delivered_on" date NOT NULL,
	"proof" text NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispatches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"way" text NOT NULL,
	"sent_to" text,
	"reference" text,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_by" uuid NOT NULL,
	CONSTRAINT "dispatches_way_is_known" CHECK ("dispatches"."way" in ('desk', 'mayoralty', 'post', 'email', 'ssev'))
);
--> statement-breakpoint
CREATE TABLE "document_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	"reason" text NOT NULL,
	"corrected_at" timestamp with time zone DEFAULT now() NOT NULL,
	"corrected_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"document_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"is_attested" boolean DEFAULT false NOT NULL,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attached_by" uuid NOT NULL,
	CONSTRAINT "document_files_document_id_ordinal_pk" PRIMARY KEY("document_id","ordinal"),
	CONSTRAINT "document_files_role_is_known" CHECK ("document_files"."role" in ('scan', 'attachment', 'draft', 'result'))
);
--> statement-breakpoint
CREATE TABLE "document_parties" (
	"document_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"role" text NOT NULL,
	"party_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "document_parties_document_id_ordinal_pk" PRIMARY KEY("document_id","ordinal"),
	CONSTRAINT "document_parties_role_is_known" CHECK ("document_parties"."role" in ('sender', 'recipient', 'applicant', 'representative'))
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register_id" uuid NOT NULL,
	"year" smallint DEFAULT 0 NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"day" date NOT NULL,
	"uri" text DEFAULT '' NOT NULL,
	"number" text NOT NULL,
	"sub" integer,
	"direction" text NOT NULL,
	"kind_id" uuid NOT NULL,
	"channel" text,
	"subject" text NOT NULL,
	"words" text NOT NULL,
	"case_id" uuid NOT NULL,
	"opens_case" boolean NOT NULL,
	"answers_id" uuid,
	"department_id" uuid,
	"intake_id" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"registered_by" uuid NOT NULL,
	"sheets" smallint,
	"attachments" smallint,
	"attachments_note" text,
	"foreign_number" text,
	"foreign_day" date,
	"foreign_uri" text,
	"content" text NOT NULL,
	CONSTRAINT "documents_uri_is_one" UNIQUE("uri"),
	CONSTRAINT "documents_sequence_is_one" UNIQUE("register_id","year","sequence"),
	CONSTRAINT "documents_number_is_one" UNIQUE("register_id","year","number"),
	CONSTRAINT "documents_direction_is_known" CHECK ("documents"."direction" in ('incoming', 'outgoing', 'internal')),
	CONSTRAINT "documents_channel_is_known" CHECK ("documents"."channel" in ('desk', 'mayoralty', 'post', 'email', 'portal', 'ssev')),
	CONSTRAINT "documents_come_somehow" CHECK ("documents"."direction" <> 'incoming' or "documents"."channel" is not null),
	CONSTRAINT "documents_have_a_subject" CHECK (length(trim("documents"."subject")) between 2 and 1000),
	CONSTRAINT "documents_counts_are_not_negative" CHECK ("documents"."sheets" >= 0 and "documents"."attachments" >= 0)
);
--> statement-breakpoint
CREATE TABLE "files" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stored_by" uuid NOT NULL,
	CONSTRAINT "files_sha256_is_one" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_are_not_empty" CHECK ("files"."bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "handover_receipts" (
	"handover_id" uuid PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"giver_id" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taker_id" uuid,
	"taker_department_id" uuid,
	"outside_name" text,
	"back_by" date,
	"note" text,
	CONSTRAINT "handovers_have_one_taker" CHECK (num_nonnulls("handovers"."taker_id", "handovers"."taker_department_id", "handovers"."outside_name") = 1)
);
--> statement-breakpoint
CREATE TABLE "filings" (
	"case_id" uuid NOT NULL,
	"ordinal" integer DEFAULT 0 NOT NULL,
	"section" text NOT NULL,
	"document_id" uuid,
	"linked_case_id" uuid,
	"note" text,
	"filed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"filed_by" uuid NOT NULL,
	CONSTRAINT "filings_case_id_ordinal_pk" PRIMARY KEY("case_id","ordinal"),
	CONSTRAINT "filings_are_once" UNIQUE("case_id","section","document_id"),
	CONSTRAINT "filings_links_are_once" UNIQUE("case_id","linked_case_id"),
	CONSTRAINT "filings_section_is_known" CHECK ("filings"."section" in ('official', 'internal', 'control')),
	CONSTRAINT "filings_are_of_one" CHECK (("filings"."document_id" is null) <> ("filings"."linked_case_id" is null)),
	CONSTRAINT "filings_link_another" CHECK ("filings"."linked_case_id" <> "filings"."case_id")
);
--> statement-breakpoint
CREATE TABLE "merged_parties" (
	"party_id" uuid PRIMARY KEY NOT NULL,
	"into_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "party_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"party_id" uuid NOT NULL,
	"into_id" uuid,
	"reason" text NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_by" uuid NOT NULL,
	CONSTRAINT "party_merges_are_of_two" CHECK ("party_merges"."party_id" <> "party_merges"."into_id")
);
--> statement-breakpoint
CREATE TABLE "document_kinds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"letters" text DEFAULT '' NOT NULL,
	"mode" text NOT NULL,
	"nomenclature_id" uuid,
	"offered" boolean DEFAULT true NOT NULL,
	CONSTRAINT "document_kinds_code_is_one" UNIQUE("code"),
	CONSTRAINT "document_kinds_mode_is_known" CHECK ("document_kinds"."mode" in ('starts', 'continues', 'unsolicited')),
	CONSTRAINT "document_kinds_code_is_plain" CHECK ("document_kinds"."code" ~ '^[a-z][a-z0-9-]{1,39}$')
);
--> statement-breakpoint
CREATE TABLE "document_series" (
	"register_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "document_series_register_id_year_pk" PRIMARY KEY("register_id","year")
);
--> statement-breakpoint
CREATE TABLE "nomenclature" (
	"id" uuid PRIMARY KEY NOT NULL,
	"index" text NOT NULL,
	"name" text NOT NULL,
	"retention" text NOT NULL,
	"years" smallint,
	"is_expert" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "nomenclature_index_is_one" UNIQUE("index"),
	CONSTRAINT "nomenclature_retention_is_known" CHECK ("nomenclature"."retention" in ('permanent', 'permanent_here', 'term')),
	CONSTRAINT "nomenclature_term_has_years" CHECK (("nomenclature"."retention" = 'term') = ("nomenclature"."years" is not null) and "nomenclature"."years" > 0)
);
--> statement-breakpoint
CREATE TABLE "registers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"index" integer NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"is_official" boolean NOT NULL,
	"template" text NOT NULL,
	"reply_template" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "registers_index_is_one" UNIQUE("index"),
	CONSTRAINT "registers_index_is_positive" CHECK ("registers"."index" between 1 and 9999)
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"card" jsonb NOT NULL,
	"source" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"imported_by" uuid,
	CONSTRAINT "cards_version_is_one" UNIQUE("service_id","version"),
	CONSTRAINT "cards_version_is_positive" CHECK ("cards"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "hand_outs" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"taken_by" text NOT NULL,
	"identity" text,
	"reference" text,
	"handed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handed_by" uuid NOT NULL,
	CONSTRAINT "hand_outs_way_is_known" CHECK ("hand_outs"."way" in ('desk', 'mayoralty', 'post', 'email', 'ssev'))
);
--> statement-breakpoint
CREATE TABLE "open_requests" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"due_on" date,
	"is_restricted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_endings" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"document_id" uuid,
	"reason" text,
	"due_on" date,
	"ended_on" date DEFAULT current_date NOT NULL,
	"late_reason" text,
	"late_note" text,
	"case_id" uuid,
	"department_id" uuid,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_by" uuid NOT NULL,
	CONSTRAINT "request_endings_outcome_is_known" CHECK ("request_endings"."outcome" in ('completed', 'refused', 'terminated', 'withdrawn')),
	CONSTRAINT "request_endings_are_late_with_reason" CHECK ("request_endings"."due_on" >= "request_endings"."ended_on" or "request_endings"."due_on" is null or "request_endings"."late_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "request_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"due_on" date,
	"reason" text,
	"document_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_by" uuid NOT NULL,
	CONSTRAINT "request_events_kind_is_known" CHECK ("request_events"."kind" in ('irregular', 'notified', 'brought', 'mended', 'suspended', 'resumed', 'extended', 'forwarded', 'moved'))
);
--> statement-breakpoint
CREATE TABLE "request_items" (
	"request_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"name" text NOT NULL,
	"is_ex_officio" boolean NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "request_items_request_id_ordinal_pk" PRIMARY KEY("request_id","ordinal"),
	CONSTRAINT "request_items_state_is_known" CHECK ("request_items"."state" in ('brought', 'missing', 'not_needed', 'ex_officio')),
	CONSTRAINT "request_items_never_ask_ex_officio" CHECK ("request_items"."is_ex_officio" = ("request_items"."state" = 'ex_officio'))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"speed" text NOT NULL,
	"card_id" uuid,
	"bill_id" uuid,
	"department_id" uuid NOT NULL,
	"representation" text,
	"delivery" text NOT NULL,
	"deliver_to" text,
	"term_amount" smallint NOT NULL,
	"term_unit" text NOT NULL,
	"term_article" text NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "requests_bill_is_one" UNIQUE("bill_id"),
	CONSTRAINT "requests_speed_is_known" CHECK ("requests"."speed" in ('normal', 'fast', 'express')),
	CONSTRAINT "requests_delivery_is_known" CHECK ("requests"."delivery" in ('desk', 'mayoralty', 'post', 'email', 'ssev')),
	CONSTRAINT "requests_term_is_positive" CHECK ("requests"."term_amount" >= 0),
	CONSTRAINT "requests_term_unit_is_known" CHECK ("requests"."term_unit" in ('hours', 'calendar_days', 'working_days', 'weeks', 'months'))
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"absent_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"ground" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	CONSTRAINT "substitutions_are_of_two" CHECK ("substitutions"."absent_id" <> "substitutions"."substitute_id"),
	CONSTRAINT "substitutions_end_after_they_begin" CHECK ("substitutions"."from_day" <= "substitutions"."until_day")
);
--> statement-breakpoint
CREATE TABLE "open_tasks" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"request_id" uuid,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"assigner_id" uuid,
	"assignee_id" uuid,
	"department_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"is_restricted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"task_id" uuid,
	"value" text NOT NULL,
	"note" text,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"given_by" uuid NOT NULL,
	CONSTRAINT "opinions_value_is_known" CHECK ("opinions"."value" in ('agree', 'disagree', 'terminate', 'rework')),
	CONSTRAINT "opinions_say_why" CHECK ("opinions"."value" = 'agree' or length(trim("opinions"."note")) > 2)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"week" date NOT NULL,
	"status" text NOT NULL,
	"verdict" text NOT NULL,
	"note" text,
	"reviewed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reviewed_by" uuid NOT NULL,
	CONSTRAINT "reviews_begin_on_monday" CHECK (extract(isodow from "reviews"."week") = 1),
	CONSTRAINT "reviews_status_is_known" CHECK ("reviews"."status" in ('done', 'not_done', 'under_way')),
	CONSTRAINT "reviews_verdict_is_known" CHECK ("reviews"."verdict" in ('no_problems', 'lack_of_resources', 'outside_problem', 'impossible', 'sent_back'))
);
--> statement-breakpoint
CREATE TABLE "task_endings" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"result" text NOT NULL,
	"next" text,
	"due_on" date,
	"ended_on" date DEFAULT current_date NOT NULL,
	"late_reason" text,
	"late_note" text,
	"case_id" uuid,
	"department_id" uuid,
	"assignee_id" uuid,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_by" uuid NOT NULL,
	CONSTRAINT "task_endings_outcome_is_known" CHECK ("task_endings"."outcome" in ('done', 'cancelled', 'not_done')),
	CONSTRAINT "task_endings_are_late_with_reason" CHECK ("task_endings"."outcome" = 'cancelled' or "task_endings"."due_on" >= "task_endings"."ended_on" or "task_endings"."due_on" is null or "task_endings"."late_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "task_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"assignee_id" uuid,
	"department_id" uuid NOT NULL,
	"reason" text,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"moved_by" uuid NOT NULL,
	CONSTRAINT "task_moves_kind_is_known" CHECK ("task_moves"."kind" in ('delegated', 'returned', 'reassigned')),
	CONSTRAINT "task_moves_return_with_reason" CHECK ("task_moves"."kind" <> 'returned' or length(trim("task_moves"."reason")) > 2)
);
--> statement-breakpoint
CREATE TABLE "task_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"document_id" uuid,
	"request_id" uuid,
	"phase" text,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"assigner_id" uuid,
	"assignee_id" uuid,
	"department_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_kind_is_known" CHECK ("tasks"."kind" in ('resolution', 'phase', 'opinion')),
	CONSTRAINT "tasks_say_what" CHECK (length(trim("tasks"."what")) between 3 and 2000),
	CONSTRAINT "tasks_phase_is_of_a_request" CHECK (("tasks"."phase" is null) or ("tasks"."request_id" is not null and "tasks"."kind" = 'phase'))
);
--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_post_is_known";--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "position" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "kind" text DEFAULT 'department' NOT NULL;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "ekatte" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access" ADD CONSTRAINT "case_access_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access" ADD CONSTRAINT "case_access_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access" ADD CONSTRAINT "case_access_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_access" ADD CONSTRAINT "case_access_granted_by_staff_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closings" ADD CONSTRAINT "case_closings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closings" ADD CONSTRAINT "case_closings_nomenclature_id_nomenclature_id_fk" FOREIGN KEY ("nomenclature_id") REFERENCES "public"."nomenclature"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_closings" ADD CONSTRAINT "case_closings_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reopenings" ADD CONSTRAINT "case_reopenings_closing_id_case_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."case_closings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reopenings" ADD CONSTRAINT "case_reopenings_reopened_by_staff_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_nomenclature_id_nomenclature_id_fk" FOREIGN KEY ("nomenclature_id") REFERENCES "public"."nomenclature"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_intake_id_departments_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_opened_by_staff_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_cases" ADD CONSTRAINT "restricted_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restricted_cases" ADD CONSTRAINT "restricted_cases_restricted_by_staff_id_fk" FOREIGN KEY ("restricted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_dispatch_id_dispatches_id_fk" FOREIGN KEY ("dispatch_id") REFERENCES "public"."dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_told_by_staff_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatches" ADD CONSTRAINT "dispatches_sent_by_staff_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_corrections" ADD CONSTRAINT "document_corrections_corrected_by_staff_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_attached_by_staff_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_parties" ADD CONSTRAINT "document_parties_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_parties" ADD CONSTRAINT "document_parties_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_kind_id_document_kinds_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."document_kinds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_answers_id_documents_id_fk" FOREIGN KEY ("answers_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_intake_id_departments_id_fk" FOREIGN KEY ("intake_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_registered_by_staff_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_stored_by_staff_id_fk" FOREIGN KEY ("stored_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_receipts" ADD CONSTRAINT "handover_receipts_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_receipts" ADD CONSTRAINT "handover_receipts_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_giver_id_staff_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_taker_id_staff_id_fk" FOREIGN KEY ("taker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_taker_department_id_departments_id_fk" FOREIGN KEY ("taker_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_linked_case_id_cases_id_fk" FOREIGN KEY ("linked_case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_filed_by_staff_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_parties" ADD CONSTRAINT "merged_parties_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_parties" ADD CONSTRAINT "merged_parties_into_id_parties_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_merges" ADD CONSTRAINT "party_merges_party_id_parties_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_merges" ADD CONSTRAINT "party_merges_into_id_parties_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_merges" ADD CONSTRAINT "party_merges_merged_by_staff_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_kinds" ADD CONSTRAINT "document_kinds_nomenclature_id_nomenclature_id_fk" FOREIGN KEY ("nomenclature_id") REFERENCES "public"."nomenclature"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_series" ADD CONSTRAINT "document_series_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_imported_by_staff_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_outs" ADD CONSTRAINT "hand_outs_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_outs" ADD CONSTRAINT "hand_outs_handed_by_staff_id_fk" FOREIGN KEY ("handed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_requests" ADD CONSTRAINT "open_requests_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_requests" ADD CONSTRAINT "open_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_endings" ADD CONSTRAINT "request_endings_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_endings" ADD CONSTRAINT "request_endings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_endings" ADD CONSTRAINT "request_endings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_endings" ADD CONSTRAINT "request_endings_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_endings" ADD CONSTRAINT "request_endings_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_told_by_staff_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_items" ADD CONSTRAINT "request_items_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_absent_id_staff_id_fk" FOREIGN KEY ("absent_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_substitute_id_staff_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_tasks" ADD CONSTRAINT "open_tasks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_tasks" ADD CONSTRAINT "open_tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_given_by_staff_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewed_by_staff_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_endings" ADD CONSTRAINT "task_endings_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_endings" ADD CONSTRAINT "task_endings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_endings" ADD CONSTRAINT "task_endings_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_endings" ADD CONSTRAINT "task_endings_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_endings" ADD CONSTRAINT "task_endings_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_moves" ADD CONSTRAINT "task_moves_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_moves" ADD CONSTRAINT "task_moves_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_moves" ADD CONSTRAINT "task_moves_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_moves" ADD CONSTRAINT "task_moves_moved_by_staff_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_terms" ADD CONSTRAINT "task_terms_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_terms" ADD CONSTRAINT "task_terms_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_id_tasks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assigner_id_staff_id_fk" FOREIGN KEY ("assigner_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_access_by_staff" ON "case_access" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "case_access_by_department" ON "case_access" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "case_closings_by_case" ON "case_closings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_by_time" ON "cases" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "dispatches_by_document" ON "dispatches" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_corrections_by_document" ON "document_corrections" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_files_by_file" ON "document_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "document_parties_by_party" ON "document_parties" USING btree ("party_id","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_open_one_case" ON "documents" USING btree ("case_id") WHERE opens_case;--> statement-breakpoint
CREATE INDEX "documents_by_case" ON "documents" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "documents_by_number" ON "documents" USING btree ("number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "documents_by_foreign_number" ON "documents" USING btree ("foreign_number") WHERE foreign_number is not null;--> statement-breakpoint
CREATE INDEX "documents_by_day" ON "documents" USING btree ("day","sequence");--> statement-breakpoint
CREATE INDEX "documents_by_intake" ON "documents" USING btree ("intake_id","day") WHERE intake_id is not null;--> statement-breakpoint
CREATE INDEX "documents_by_registrar" ON "documents" USING btree ("registered_by","registered_at");--> statement-breakpoint
CREATE INDEX "documents_by_word_starts" ON "documents" USING gin (word_starts("words"));--> statement-breakpoint
CREATE INDEX "handovers_by_document" ON "handovers" USING btree ("document_id","given_at");--> statement-breakpoint
CREATE INDEX "filings_by_document" ON "filings" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "filings_by_linked_case" ON "filings" USING btree ("linked_case_id") WHERE linked_case_id is not null;--> statement-breakpoint
CREATE INDEX "merged_parties_by_other" ON "merged_parties" USING btree ("into_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registers_official_is_one" ON "registers" USING btree ("is_official") WHERE is_official;--> statement-breakpoint
CREATE INDEX "open_requests_by_department" ON "open_requests" USING btree ("department_id","due_on");--> statement-breakpoint
CREATE INDEX "open_requests_by_due" ON "open_requests" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "open_requests_by_case" ON "open_requests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "request_endings_by_day" ON "request_endings" USING btree ("ended_on");--> statement-breakpoint
CREATE INDEX "request_events_by_request" ON "request_events" USING btree ("request_id","told_at");--> statement-breakpoint
CREATE INDEX "requests_by_service" ON "requests" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "substitutions_by_substitute" ON "substitutions" USING btree ("substitute_id","until_day");--> statement-breakpoint
CREATE INDEX "substitutions_by_absent" ON "substitutions" USING btree ("absent_id","until_day");--> statement-breakpoint
CREATE INDEX "open_tasks_by_department" ON "open_tasks" USING btree ("department_id","due_on");--> statement-breakpoint
CREATE INDEX "open_tasks_by_assignee" ON "open_tasks" USING btree ("assignee_id","due_on");--> statement-breakpoint
CREATE INDEX "open_tasks_by_due" ON "open_tasks" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "open_tasks_by_parent" ON "open_tasks" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "open_tasks_by_case" ON "open_tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "open_tasks_by_request" ON "open_tasks" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "opinions_by_document" ON "opinions" USING btree ("document_id","given_at");--> statement-breakpoint
CREATE INDEX "reviews_by_task" ON "reviews" USING btree ("task_id","week");--> statement-breakpoint
CREATE INDEX "reviews_by_week" ON "reviews" USING btree ("week");--> statement-breakpoint
CREATE INDEX "task_endings_by_day" ON "task_endings" USING btree ("ended_on");--> statement-breakpoint
CREATE INDEX "task_endings_by_department" ON "task_endings" USING btree ("department_id","ended_on");--> statement-breakpoint
CREATE INDEX "task_moves_by_task" ON "task_moves" USING btree ("task_id","moved_at");--> statement-breakpoint
CREATE INDEX "task_terms_by_task" ON "task_terms" USING btree ("task_id","set_at");--> statement-breakpoint
CREATE INDEX "tasks_by_case" ON "tasks" USING btree ("case_id","given_at");--> statement-breakpoint
CREATE INDEX "tasks_by_request" ON "tasks" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "tasks_by_parent" ON "tasks" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_by_department" ON "staff" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "departments_by_parent" ON "departments" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_post_is_known" CHECK ("staff"."post" in ('cashier', 'clerk', 'officer', 'head', 'admin', 'auditor'));--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_kind_is_known" CHECK ("departments"."kind" in ('directorate', 'department', 'mayoralty', 'centre'));--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_are_not_under_themselves" CHECK ("departments"."parent_id" <> "departments"."id");