CREATE TABLE "favourites" (
	"desk_id" uuid NOT NULL,
	"digit" smallint NOT NULL,
	"service_id" uuid NOT NULL,
	"speed" text NOT NULL,
	CONSTRAINT "favourites_desk_id_digit_pk" PRIMARY KEY("desk_id","digit"),
	CONSTRAINT "favourites_digit_is_1_to_9" CHECK ("favourites"."digit" between 1 and 9),
	CONSTRAINT "favourites_speed_is_known" CHECK ("favourites"."speed" in ('normal', 'fast', 'express'))
);
--> statement-breakpoint
CREATE TABLE "held_baskets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"held_at" timestamp with time zone DEFAULT now() NOT NULL,
	"label" text NOT NULL,
	"basket" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bill_withdrawals" (
	"bill_id" uuid PRIMARY KEY NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"payer_id" uuid,
	"service_id" uuid,
	"department_id" uuid NOT NULL,
	"name" text NOT NULL,
	"payment_code" text,
	"amount_cents" bigint NOT NULL,
	"due_on" date,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"issued_by" uuid NOT NULL,
	CONSTRAINT "bills_number_is_one" UNIQUE("number","kind"),
	CONSTRAINT "bills_kind_is_known" CHECK ("bills"."kind" in ('request')),
	CONSTRAINT "bills_amount_is_positive" CHECK ("bills"."amount_cents" > 0),
	CONSTRAINT "bills_payment_code_is_digits" CHECK ("bills"."payment_code" ~ '^[0-9]{6,7}$')
);
--> statement-breakpoint
CREATE TABLE "open_bills" (
	"bill_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"what" text DEFAULT '' NOT NULL,
	"staff_id" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "confirmations_act_is_known" CHECK ("confirmations"."act" in ('reversals.make', 'payments.override'))
);
--> statement-breakpoint
CREATE TABLE "bank_deposits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"staff_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"counted_money" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "bank_deposits_number_is_one" UNIQUE("desk_id","year","number"),
	CONSTRAINT "bank_deposits_amount_is_positive" CHECK ("bank_deposits"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "deposited_tills" (
	"till_id" uuid PRIMARY KEY NOT NULL,
	"deposit_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "terminal_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"terminal" text NOT NULL,
	"day" date NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"staff_id" uuid NOT NULL,
	"stated_cents" bigint NOT NULL,
	"expected_cents" bigint NOT NULL,
	"reason" text,
	CONSTRAINT "terminal_reports_difference_has_reason" CHECK ("terminal_reports"."stated_cents" = "terminal_reports"."expected_cents" or coalesce(length(trim("terminal_reports"."reason")), 0) >= 3)
);
--> statement-breakpoint
CREATE TABLE "parties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"identifier_kind" text,
	"identifier" text,
	"identifier_masked" text GENERATED ALWAYS AS (case when identifier is null then null when identifier_kind = 'eik' then identifier else left(identifier, 6) || '****' end) STORED,
	"name" text NOT NULL,
	"name_folded" text NOT NULL,
	"ekatte" text,
	"address" text,
	"phone" text,
	"email" text,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parties_kind_is_known" CHECK ("parties"."kind" in ('person', 'organisation')),
	CONSTRAINT "parties_have_a_name" CHECK (length(trim("parties"."name")) >= 2),
	CONSTRAINT "parties_identifier_fits_its_kind" CHECK (("parties"."identifier" is null and "parties"."identifier_kind" is null) or ("parties"."identifier_kind" in ('egn', 'lnch') and "parties"."kind" = 'person' and "parties"."identifier" ~ '^[0-9]{10}$') or ("parties"."identifier_kind" = 'eik' and "parties"."identifier" ~ '^([0-9]{9}|[0-9]{13})$'))
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"ekatte" text PRIMARY KEY NOT NULL,
	"name_bg" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" text NOT NULL,
	"municipality_bg" text NOT NULL,
	"district_bg" text NOT NULL,
	CONSTRAINT "settlements_ekatte_has_5_digits" CHECK ("settlements"."ekatte" ~ '^[0-9]{5}$')
);
--> statement-breakpoint
CREATE TABLE "reversals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"till_id" uuid NOT NULL,
	"reversed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"confirmation_id" uuid NOT NULL,
	"refund_reference" text,
	"desk_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "reversals_payment_is_one" UNIQUE("payment_id"),
	CONSTRAINT "reversals_confirmation_is_one" UNIQUE("confirmation_id"),
	CONSTRAINT "reversals_number_is_one" UNIQUE("desk_id","year","number"),
	CONSTRAINT "reversals_have_reason" CHECK (length(trim("reversals"."reason")) >= 3)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text NOT NULL,
	"valid_from" date NOT NULL,
	"amount_cents" bigint,
	"source" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "settings_key_valid_from_pk" PRIMARY KEY("key","valid_from"),
	CONSTRAINT "settings_key_is_known" CHECK ("settings"."key" in ('cash_limit', 'till_limit')),
	CONSTRAINT "settings_amount_is_positive" CHECK ("settings"."amount_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "cash_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"till_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"reason" text NOT NULL,
	"counterparty" text,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cash_movements_kind_is_known" CHECK ("cash_movements"."kind" in ('pay_in', 'pay_out', 'no_sale')),
	CONSTRAINT "cash_movements_amount_fits_kind" CHECK (("cash_movements"."kind" = 'no_sale' and "cash_movements"."amount_cents" = 0) or ("cash_movements"."kind" <> 'no_sale' and "cash_movements"."amount_cents" > 0)),
	CONSTRAINT "cash_movements_have_reason" CHECK (length(trim("cash_movements"."reason")) >= 3)
);
--> statement-breakpoint
CREATE TABLE "cash_vouchers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"till_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"amount_cents" bigint NOT NULL,
	"ground" text NOT NULL,
	"counterparty" text,
	CONSTRAINT "cash_vouchers_number_is_one" UNIQUE("desk_id","direction","year","number"),
	CONSTRAINT "cash_vouchers_subject_is_one" UNIQUE("subject_id","subject"),
	CONSTRAINT "cash_vouchers_direction_is_known" CHECK ("cash_vouchers"."direction" in ('in', 'out')),
	CONSTRAINT "cash_vouchers_subject_is_known" CHECK ("cash_vouchers"."subject" in ('float', 'movement', 'takings', 'difference', 'handed_over')),
	CONSTRAINT "cash_vouchers_amount_is_positive" CHECK ("cash_vouchers"."amount_cents" > 0)
);
--> statement-breakpoint
ALTER TABLE "payment_tenders" DROP CONSTRAINT "payment_tenders_kind_is_known";--> statement-breakpoint
ALTER TABLE "number_series" DROP CONSTRAINT "number_series_desk_id_year_pk";--> statement-breakpoint
ALTER TABLE "payment_lines" ALTER COLUMN "service_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "series" text DEFAULT 'receipt' NOT NULL;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_desk_id_year_series_pk" PRIMARY KEY("desk_id","year","series");--> statement-breakpoint
ALTER TABLE "payment_lines" ADD COLUMN "bill_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD COLUMN "override_of_cents" bigint;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD COLUMN "override_reason" text;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD COLUMN "confirmation_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD COLUMN "terminal" text;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD COLUMN "authorisation" text;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD COLUMN "rrn" text;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD COLUMN "card_tail" text;--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "payer_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "payer_name" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "paid_by" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "served_ms" integer;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "needs_payer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "till_closings" ADD COLUMN "desk_id" uuid;--> statement-breakpoint
ALTER TABLE "till_closings" ADD COLUMN "year" smallint;--> statement-breakpoint
ALTER TABLE "till_closings" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "till_closings" ADD COLUMN "counted_money" jsonb;--> statement-breakpoint
ALTER TABLE "till_closings" ADD COLUMN "left_cents" bigint;--> statement-breakpoint
ALTER TABLE "till_closings" DISABLE TRIGGER till_closings_never_change;--> statement-breakpoint
UPDATE till_closings c SET desk_id = z.desk_id, year = z.year, number = z.number, left_cents = 0 FROM (
	SELECT c.till_id, t.desk_id, extract(year FROM c.closed_at AT TIME ZONE 'Europe/Sofia') AS year, row_number() OVER
		(PARTITION BY t.desk_id, extract(year FROM c.closed_at AT TIME ZONE 'Europe/Sofia') ORDER BY c.closed_at, c.till_id) AS number
	FROM till_closings c JOIN tills t ON t.id = c.till_id) z WHERE z.till_id = c.till_id;--> statement-breakpoint
ALTER TABLE "till_closings" ENABLE TRIGGER till_closings_never_change;--> statement-breakpoint
ALTER TABLE "till_closings" ALTER COLUMN "desk_id" SET NOT NULL, ALTER COLUMN "year" SET NOT NULL, ALTER COLUMN "number" SET NOT NULL, ALTER COLUMN "left_cents" SET NOT NULL;--> statement-breakpoint
INSERT INTO number_series (desk_id, year, series, last_number) SELECT desk_id, year, 'z', max(number) FROM till_closings GROUP BY desk_id, year;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "terminal" text;--> statement-breakpoint
ALTER TABLE "town" ADD COLUMN "training" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_baskets" ADD CONSTRAINT "held_baskets_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_baskets" ADD CONSTRAINT "held_baskets_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_withdrawals" ADD CONSTRAINT "bill_withdrawals_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_payer_id_parties_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bills" ADD CONSTRAINT "bills_issued_by_staff_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_bills" ADD CONSTRAINT "open_bills_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_deposits" ADD CONSTRAINT "bank_deposits_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposited_tills" ADD CONSTRAINT "deposited_tills_till_id_till_closings_till_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."till_closings"("till_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposited_tills" ADD CONSTRAINT "deposited_tills_deposit_id_bank_deposits_id_fk" FOREIGN KEY ("deposit_id") REFERENCES "public"."bank_deposits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terminal_reports" ADD CONSTRAINT "terminal_reports_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parties" ADD CONSTRAINT "parties_ekatte_settlements_ekatte_fk" FOREIGN KEY ("ekatte") REFERENCES "public"."settlements"("ekatte") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_confirmation_id_confirmations_id_fk" FOREIGN KEY ("confirmation_id") REFERENCES "public"."confirmations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_movements" ADD CONSTRAINT "cash_movements_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_vouchers" ADD CONSTRAINT "cash_vouchers_till_id_tills_id_fk" FOREIGN KEY ("till_id") REFERENCES "public"."tills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_vouchers" ADD CONSTRAINT "cash_vouchers_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_baskets_by_desk" ON "held_baskets" USING btree ("desk_id","held_at");--> statement-breakpoint
CREATE INDEX "bills_by_payer" ON "bills" USING btree ("payer_id") WHERE payer_id is not null;--> statement-breakpoint
CREATE INDEX "bank_deposits_by_time" ON "bank_deposits" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "deposited_tills_by_deposit" ON "deposited_tills" USING btree ("deposit_id");--> statement-breakpoint
CREATE INDEX "terminal_reports_by_day" ON "terminal_reports" USING btree ("day","terminal","reported_at");--> statement-breakpoint
CREATE UNIQUE INDEX "parties_identifier_is_one" ON "parties" USING btree ("identifier","identifier_kind") WHERE identifier is not null;--> statement-breakpoint
CREATE INDEX "parties_by_name" ON "parties" USING btree ("name_folded" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "reversals_by_time" ON "reversals" USING btree ("reversed_at");--> statement-breakpoint
CREATE INDEX "reversals_by_till" ON "reversals" USING btree ("till_id");--> statement-breakpoint
CREATE INDEX "cash_movements_by_till" ON "cash_movements" USING btree ("till_id");--> statement-breakpoint
CREATE INDEX "cash_movements_by_time" ON "cash_movements" USING btree ("moved_at");--> statement-breakpoint
CREATE INDEX "cash_vouchers_by_time" ON "cash_vouchers" USING btree ("desk_id","issued_at");--> statement-breakpoint
CREATE INDEX "cash_vouchers_by_till" ON "cash_vouchers" USING btree ("till_id");--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_bill_id_bills_id_fk" FOREIGN KEY ("bill_id") REFERENCES "public"."bills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_confirmation_id_confirmations_id_fk" FOREIGN KEY ("confirmation_id") REFERENCES "public"."confirmations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer_id_parties_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "till_closings" ADD CONSTRAINT "till_closings_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_lines_by_bill" ON "payment_lines" USING btree ("bill_id") WHERE bill_id is not null;--> statement-breakpoint
CREATE INDEX "payments_by_payer" ON "payments" USING btree ("payer_id","taken_at") WHERE payer_id is not null;--> statement-breakpoint
CREATE INDEX "till_closings_by_time" ON "till_closings" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "till_closings_by_desk" ON "till_closings" USING btree ("desk_id","closed_at");--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_card_slip_is_one" UNIQUE("terminal","rrn");--> statement-breakpoint
ALTER TABLE "till_closings" ADD CONSTRAINT "till_closings_number_is_one" UNIQUE("desk_id","year","number");--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_is_known" CHECK ("number_series"."series" in ('receipt', 'reversal', 'z', 'cash_in', 'cash_out', 'deposit'));--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_are_of_something" CHECK ("payment_lines"."service_id" is not null or "payment_lines"."bill_id" is not null);--> statement-breakpoint
ALTER TABLE "payment_lines" ADD CONSTRAINT "payment_lines_override_is_explained" CHECK (num_nulls("payment_lines"."override_of_cents", "payment_lines"."override_reason", "payment_lines"."confirmation_id") in (0, 3) and ("payment_lines"."override_reason" is null or length(trim("payment_lines"."override_reason")) >= 3));--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_change_is_cash" CHECK ("payment_tenders"."tender" = 'cash' or "payment_tenders"."change_cents" = 0);--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_card_is_whole" CHECK (("payment_tenders"."tender" = 'card' and num_nulls("payment_tenders"."terminal", "payment_tenders"."authorisation", "payment_tenders"."rrn", "payment_tenders"."card_tail") = 0) or ("payment_tenders"."tender" <> 'card' and num_nonnulls("payment_tenders"."terminal", "payment_tenders"."authorisation", "payment_tenders"."rrn", "payment_tenders"."card_tail") = 0));--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_card_is_as_on_the_slip" CHECK ("payment_tenders"."terminal" ~ '^[0-9A-Z]{4,16}$' and "payment_tenders"."authorisation" ~ '^[0-9A-Z]{4,8}$' and "payment_tenders"."rrn" ~ '^[0-9]{12}$' and "payment_tenders"."card_tail" ~ '^[0-9]{4}$');--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_transfer_has_reference" CHECK (("payment_tenders"."tender" = 'bank') = ("payment_tenders"."reference" is not null) and coalesce(length(trim("payment_tenders"."reference")), 2) >= 2);--> statement-breakpoint
ALTER TABLE "payment_tenders" ADD CONSTRAINT "payment_tenders_kind_is_known" CHECK ("payment_tenders"."tender" in ('cash', 'card', 'bank'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payer_has_name" CHECK (("payments"."payer_id" is null) = ("payments"."payer_name" is null));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_served_time_is_not_negative" CHECK ("payments"."served_ms" >= 0);--> statement-breakpoint
ALTER TABLE "till_closings" ADD CONSTRAINT "till_closings_left_was_counted" CHECK ("till_closings"."left_cents" between 0 and "till_closings"."counted_cents");--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_terminal_is_plain" CHECK ("desks"."terminal" ~ '^[0-9A-Z]{4,16}$');