CREATE TABLE "logbook" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "logbook_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"who" text DEFAULT session_user NOT NULL,
	"desk" integer,
	"act" text NOT NULL,
	"subject_id" uuid,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"desk_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "number_series_desk_id_year_pk" PRIMARY KEY("desk_id","year")
);
--> statement-breakpoint
CREATE TABLE "payment_lines" (
	"payment_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"service_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"name" text NOT NULL,
	"speed" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_cents" bigint NOT NULL,
	"amount_cents" bigint NOT NULL,
	"payment_code" text,
	CONSTRAINT "payment_lines_payment_id_ordinal_pk" PRIMARY KEY("payment_id","ordinal"),
	CONSTRAINT "payment_lines_quantity_is_positive" CHECK ("payment_lines"."quantity" between 1 and 9999),
	CONSTRAINT "payment_lines_price_is_positive" CHECK ("payment_lines"."price_cents" > 0),
	CONSTRAINT "payment_lines_amount_multiplies_up" CHECK ("payment_lines"."amount_cents" = "payment_lines"."price_cents" * "payment_lines"."quantity"),
	CONSTRAINT "payment_lines_speed_is_known" CHECK ("payment_lines"."speed" in ('normal', 'fast', 'express'))
);
--> statement-breakpoint
CREATE TABLE "payment_tenders" (
	"payment_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"tender" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"given_cents" bigint NOT NULL,
	"change_cents" bigint NOT NULL,
	CONSTRAINT "payment_tenders_payment_id_ordinal_pk" PRIMARY KEY("payment_id","ordinal"),
	CONSTRAINT "payment_tenders_kind_is_known" CHECK ("payment_tenders"."tender" in ('cash')),
	CONSTRAINT "payment_tenders_amount_is_positive" CHECK ("payment_tenders"."amount_cents" > 0 and "payment_tenders"."change_cents" >= 0),
	CONSTRAINT "payment_tenders_change_adds_up" CHECK ("payment_tenders"."given_cents" = "payment_tenders"."amount_cents" + "payment_tenders"."change_cents")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"till_id" uuid NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	"total_cents" bigint NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "payments_total_is_positive" CHECK ("payments"."total_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "receipts_number_is_one" UNIQUE("desk_id","year","number")
);
--> statement-breakpoint
CREATE TABLE "print_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ordinal" bigint GENERATED ALWAYS AS IDENTITY (sequence name "print_jobs_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"printer_id" uuid NOT NULL,
	"desk_id" uuid,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"title" text NOT NULL,
	"paper" jsonb NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"fault" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "print_jobs_state_is_known" CHECK ("print_jobs"."state" in ('queued', 'sending', 'printed', 'failed', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "service_fees" (
	"service_id" uuid NOT NULL,
	"speed" text NOT NULL,
	"valid_from" date NOT NULL,
	"fee_cents" bigint,
	"lev_cents" bigint,
	"term" integer,
	"term_unit" text,
	CONSTRAINT "service_fees_service_id_speed_valid_from_pk" PRIMARY KEY("service_id","speed","valid_from"),
	CONSTRAINT "service_fees_speed_is_known" CHECK ("service_fees"."speed" in ('normal', 'fast', 'express')),
	CONSTRAINT "service_fees_are_not_negative" CHECK ("service_fees"."fee_cents" >= 0 and "service_fees"."lev_cents" >= 0),
	CONSTRAINT "service_fees_term_has_unit" CHECK (("service_fees"."term" is null) = ("service_fees"."term_unit" is null) and "service_fees"."term_unit" in ('working_days', 'calendar_days', 'days', 'hours'))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"department_id" uuid NOT NULL,
	"pricing" text NOT NULL,
	"note" text,
	"payment_code" text,
	"legal_basis" text,
	"source" text,
	"source_url" text,
	"offered" boolean DEFAULT true NOT NULL,
	CONSTRAINT "services_code_unique" UNIQUE("code"),
	CONSTRAINT "services_code_is_digits" CHECK ("services"."code" ~ '^[0-9]{1,6}$'),
	CONSTRAINT "services_pricing_is_known" CHECK ("services"."pricing" in ('fixed', 'per_unit', 'open')),
	CONSTRAINT "services_payment_code_is_digits" CHECK ("services"."payment_code" ~ '^[0-9]{6,7}$')
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"db_role" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "staff_login_unique" UNIQUE("login"),
	CONSTRAINT "staff_dbRole_unique" UNIQUE("db_role"),
	CONSTRAINT "staff_login_is_plain" CHECK ("staff"."login" ~ '^[a-z][a-z0-9]{1,19}$'),
	CONSTRAINT "staff_post_is_known" CHECK ("staff"."post" in ('cashier', 'clerk', 'head', 'admin', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "open_tills" (
	"desk_id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"till_id" uuid NOT NULL,
	CONSTRAINT "open_tills_staffId_unique" UNIQUE("staff_id"),
	CONSTRAINT "open_tills_tillId_unique" UNIQUE("till_id")
);
--> statement-breakpoint
CREATE TABLE "till_closings" (
	"till_id" uuid PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expected_cents" bigint NOT NULL,
	"counted_cents" bigint NOT NULL,
	"difference_cents" bigint NOT NULL,
	"reason" text,
	CONSTRAINT "till_closings_count_is_not_negative" CHECK ("till_closings"."counted_cents" >= 0),
	CONSTRAINT "till_closings_difference_adds_up" CHECK ("till_closings"."difference_cents" = "till_closings"."counted_cents" - "till_closings"."expected_cents"),
	CONSTRAINT "till_closings_difference_has_reason" CHECK ("till_closings"."difference_cents" = 0 or coalesce(length(trim("till_closings"."reason")), 0) >= 3)
);
--> statement-breakpoint
CREATE TABLE "tills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opening_float_cents" bigint NOT NULL,
	CONSTRAINT "tills_float_is_not_negative" CHECK ("tills"."opening_float_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "departments_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"printer_id" uuid NOT NULL,
	CONSTRAINT "desks_number_unique" UNIQUE("number"),
	CONSTRAINT "desks_number_is_positive" CHECK ("desks"."number" between 1 and 9999)
);
--> statement-breakpoint
CREATE TABLE "printers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"profile" text NOT NULL,
	"line" text NOT NULL,
	CONSTRAINT "printers_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "town" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"municipality_code" text NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"bulstat" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"founded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "town_is_one" CHECK ("town"."id" = 1),
	CONSTRAINT "town_bulstat_has_9_digits" CHECK ("town"."bulstat" ~ '^[0-9]{9}$')
);
--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_printer_id_printers_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_fees" ADD CONSTRAINT "service_fees_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_tills" ADD CONSTRAINT "open_tills_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_tills" ADD CONSTRAINT "open_tills_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_tills" ADD CONSTRAINT "open_tills_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_closings" ADD CONSTRAINT "till_closings_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tills" ADD CONSTRAINT "tills_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tills" ADD CONSTRAINT "tills_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_printer_id_printers_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logbook_by_time" ON "logbook" USING btree ("at");--> statement-breakpoint
CREATE INDEX "logbook_by_subject" ON "logbook" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "payments_by_time" ON "payments" USING btree ("taken_at");--> statement-breakpoint
CREATE INDEX "payments_by_till" ON "payments" USING btree ("till_id");--> statement-breakpoint
CREATE INDEX "print_jobs_owed" ON "print_jobs" USING btree ("printer_id","ordinal") WHERE state <> 'printed';--> statement-breakpoint
CREATE INDEX "print_jobs_by_desk" ON "print_jobs" USING btree ("desk_id","ordinal");--> statement-breakpoint
CREATE INDEX "print_jobs_by_subject" ON "print_jobs" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "tills_by_staff" ON "tills" USING btree ("staff_id","opened_at");--> statement-breakpoint
CREATE INDEX "tills_by_desk" ON "tills" USING btree ("desk_id","opened_at");