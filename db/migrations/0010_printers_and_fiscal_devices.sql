CREATE TABLE "fiscal_desks" (
	"desk_id" uuid PRIMARY KEY NOT NULL,
	"printer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fiscal_devices" (
	"printer_id" uuid PRIMARY KEY NOT NULL,
	"device_number" text NOT NULL,
	"operator" smallint DEFAULT 1 NOT NULL,
	"operator_password" text NOT NULL,
	CONSTRAINT "fiscal_devices_number_is_one" UNIQUE("device_number"),
	CONSTRAINT "fiscal_devices_number_is_on_the_seal" CHECK ("fiscal_devices"."device_number" ~ '^[A-Z]{2}[0-9]{6}$'),
	CONSTRAINT "fiscal_devices_operator_is_known" CHECK ("fiscal_devices"."operator" between 1 and 30),
	CONSTRAINT "fiscal_devices_password_is_digits" CHECK ("fiscal_devices"."operator_password" ~ '^[0-9]{1,8}$')
);
--> statement-breakpoint
CREATE TABLE "fiscal_documents" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"printer_id" uuid NOT NULL,
	"task" text NOT NULL,
	"payment_id" uuid,
	"document" text,
	"fiscal_memory" text,
	"issued_at" timestamp with time zone NOT NULL,
	"amount_cents" bigint,
	CONSTRAINT "fiscal_documents_task_is_known" CHECK ("fiscal_documents"."task" in ('sale', 'storno', 'cash_in', 'cash_out', 'x_report', 'z_report'))
);
--> statement-breakpoint
CREATE TABLE "fiscal_revenues" (
	"service_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"tax_group" smallint,
	"ground" text NOT NULL,
	CONSTRAINT "fiscal_revenues_service_id_valid_from_pk" PRIMARY KEY("service_id","valid_from"),
	CONSTRAINT "fiscal_revenues_tax_group_is_known" CHECK ("fiscal_revenues"."tax_group" between 1 and 8),
	CONSTRAINT "fiscal_revenues_ground_is_told" CHECK (length(trim("fiscal_revenues"."ground")) >= 3)
);
--> statement-breakpoint
CREATE TABLE "fiscal_sales" (
	"payment_id" uuid PRIMARY KEY NOT NULL,
	"printer_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"unp" text NOT NULL,
	CONSTRAINT "fiscal_sales_unp_unique" UNIQUE("unp"),
	CONSTRAINT "fiscal_sales_number_is_one" UNIQUE("printer_id","number"),
	CONSTRAINT "fiscal_sales_unp_is_whole" CHECK ("fiscal_sales"."unp" ~ '^[A-Z]{2}[0-9]{6}-[A-Z0-9]{4}-[0-9]{7}$' and right("fiscal_sales"."unp", 7)::integer = "fiscal_sales"."number")
);
--> statement-breakpoint
CREATE TABLE "fiscal_series" (
	"printer_id" uuid PRIMARY KEY NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printer_profiles" (
	"name" text PRIMARY KEY NOT NULL,
	"profile" jsonb NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printer_states" (
	"printer_id" uuid PRIMARY KEY NOT NULL,
	"fault" text,
	"warnings" text[] DEFAULT '{}' NOT NULL,
	"program" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payment_lines" ADD COLUMN "tax_group" smallint;--> statement-breakpoint
ALTER TABLE "print_jobs" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "print_jobs" ADD COLUMN "stands_in_for_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "operator_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE staff s SET operator_code = lpad(n.number::text, 4, '0')
  FROM (SELECT id, row_number() OVER (ORDER BY added_at, login) AS number FROM staff) n WHERE n.id = s.id;--> statement-breakpoint
ALTER TABLE "printers" ADD COLUMN "printed_by" text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
ALTER TABLE "printers" ADD COLUMN "stand_in_id" uuid;--> statement-breakpoint
ALTER TABLE "fiscal_desks" ADD CONSTRAINT "fiscal_desks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_desks" ADD CONSTRAINT "fiscal_desks_printer_id_fiscal_devices_printer_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."fiscal_devices"("printer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_devices" ADD CONSTRAINT "fiscal_devices_printer_id_printers_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_documents" ADD CONSTRAINT "fiscal_documents_job_id_print_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."print_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_documents" ADD CONSTRAINT "fiscal_documents_printer_id_printers_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_documents" ADD CONSTRAINT "fiscal_documents_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_revenues" ADD CONSTRAINT "fiscal_revenues_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_sales" ADD CONSTRAINT "fiscal_sales_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_sales" ADD CONSTRAINT "fiscal_sales_printer_id_fiscal_devices_printer_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."fiscal_devices"("printer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fiscal_series" ADD CONSTRAINT "fiscal_series_printer_id_fiscal_devices_printer_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."fiscal_devices"("printer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printer_states" ADD CONSTRAINT "printer_states_printer_id_printers_id_fk" FOREIGN KEY ("printer_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fiscal_documents_by_payment" ON "fiscal_documents" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "fiscal_documents_by_device" ON "fiscal_documents" USING btree ("printer_id","issued_at");--> statement-breakpoint
ALTER TABLE "print_jobs" ADD CONSTRAINT "print_jobs_stands_in_for_id_printers_id_fk" FOREIGN KEY ("stands_in_for_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printers" ADD CONSTRAINT "printers_stand_in_id_printers_id_fk" FOREIGN KEY ("stand_in_id") REFERENCES "public"."printers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_operator_code_is_one" UNIQUE("operator_code");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_operator_code_has_4_digits" CHECK ("staff"."operator_code" ~ '^[0-9]{4}$');--> statement-breakpoint
ALTER TABLE "printers" ADD CONSTRAINT "printers_are_printed_by_somebody" CHECK ("printers"."printed_by" in ('desk', 'agent'));--> statement-breakpoint
ALTER TABLE "printers" ADD CONSTRAINT "printers_stand_in_is_another" CHECK ("printers"."stand_in_id" <> "printers"."id");