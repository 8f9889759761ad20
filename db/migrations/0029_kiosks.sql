CREATE TABLE "kiosk_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"asked_from" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_by" uuid,
	CONSTRAINT "kiosk_asks_of_a_kiosk" UNIQUE("id","kiosk_id")
);
--> statement-breakpoint
CREATE TABLE "kiosk_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosk_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "kiosk_events_kind_is_known" CHECK ("kiosk_events"."kind" in ('silent', 'negatives', 'doubled', 'clock', 'fault'))
);
--> statement-breakpoint
CREATE TABLE "kiosk_hours" (
	"question_id" uuid NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"face1" integer DEFAULT 0 NOT NULL,
	"face2" integer DEFAULT 0 NOT NULL,
	"face3" integer DEFAULT 0 NOT NULL,
	"face4" integer DEFAULT 0 NOT NULL,
	"face5" integer DEFAULT 0 NOT NULL,
	"tests" integer DEFAULT 0 NOT NULL,
	"closed" integer DEFAULT 0 NOT NULL,
	"bursts" integer DEFAULT 0 NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "kiosk_hours_question_id_day_hour_kiosk_id_pk" PRIMARY KEY("question_id","day","hour","kiosk_id")
);
--> statement-breakpoint
CREATE TABLE "kiosk_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"key" text NOT NULL,
	"code_hash" text NOT NULL,
	"enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoke_reason" text,
	CONSTRAINT "kiosk_keys_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "kiosk_keys_have_32_bytes" CHECK ("kiosk_keys"."key" ~ '^[A-Za-z0-9_-]{43}$'),
	CONSTRAINT "kiosk_keys_are_revoked_by_somebody" CHECK (("kiosk_keys"."revoked_at" is null) = ("kiosk_keys"."revoked_by" is null) and ("kiosk_keys"."revoked_at" is null) = ("kiosk_keys"."revoke_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "kiosk_presses" (
	"device_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"face" smallint NOT NULL,
	"reason" text,
	"mark" text,
	"origin" text NOT NULL,
	"pressed_at" timestamp with time zone NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"skew_ms" bigint NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kiosk_presses_device_id_seq_pk" PRIMARY KEY("device_id","seq"),
	CONSTRAINT "kiosk_presses_seq_is_positive" CHECK ("kiosk_presses"."seq" > 0),
	CONSTRAINT "kiosk_presses_face_is_known" CHECK ("kiosk_presses"."face" between 1 and 5),
	CONSTRAINT "kiosk_presses_mark_is_known" CHECK ("kiosk_presses"."mark" in ('test', 'closed', 'burst', 'repeat')),
	CONSTRAINT "kiosk_presses_origin_is_known" CHECK ("kiosk_presses"."origin" in ('keys', 'touch', 'box'))
);
--> statement-breakpoint
CREATE TABLE "kiosk_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text_bg" text NOT NULL,
	"text_en" text NOT NULL,
	"faces" smallint NOT NULL,
	"follow_up_bg" text,
	"follow_up_en" text,
	"follow_up_to" smallint,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"thanks_bg" text,
	"thanks_en" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid,
	CONSTRAINT "kiosk_questions_have_4_or_5_faces" CHECK ("kiosk_questions"."faces" in (4, 5)),
	CONSTRAINT "kiosk_questions_follow_up_is_whole" CHECK (("kiosk_questions"."follow_up_bg" is null) = ("kiosk_questions"."follow_up_to" is null) and ("kiosk_questions"."follow_up_bg" is null) = ("kiosk_questions"."follow_up_en" is null)
        and ("kiosk_questions"."follow_up_bg" is null) = ("kiosk_questions"."reasons" = '[]'::jsonb)),
	CONSTRAINT "kiosk_questions_follow_up_is_after_a_face" CHECK ("kiosk_questions"."follow_up_to" between 1 and "kiosk_questions"."faces")
);
--> statement-breakpoint
CREATE TABLE "kiosk_reasons" (
	"question_id" uuid NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"day" date NOT NULL,
	"face" smallint NOT NULL,
	"reason" text NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "kiosk_reasons_question_id_day_kiosk_id_face_reason_pk" PRIMARY KEY("question_id","day","kiosk_id","face","reason")
);
--> statement-breakpoint
CREATE TABLE "kiosk_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"silent_minutes" integer NOT NULL,
	"negatives" integer NOT NULL,
	"negative_minutes" integer NOT NULL,
	"pace" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"pin_hash" text,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	CONSTRAINT "kiosk_rules_are_positive" CHECK ("kiosk_rules"."silent_minutes" > 0 and "kiosk_rules"."negatives" > 0 and "kiosk_rules"."negative_minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "kiosk_states" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"kiosk_id" uuid NOT NULL,
	"last_word_at" timestamp with time zone DEFAULT now() NOT NULL,
	"signed_ms" bigint DEFAULT 0 NOT NULL,
	"highest_seq" bigint DEFAULT 0 NOT NULL,
	"skew_ms" bigint,
	"outbox" integer,
	"program" text,
	"configuration" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kiosks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"place" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "kiosks_number_unique" UNIQUE("number"),
	CONSTRAINT "kiosks_number_is_positive" CHECK ("kiosks"."number" between 1 and 9999)
);
--> statement-breakpoint
CREATE TABLE "satisfaction_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" smallint NOT NULL,
	"method" smallint NOT NULL,
	"carried_out" boolean NOT NULL,
	"conduct" text,
	"findings" text,
	"measures" text,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"noted_by" uuid NOT NULL,
	CONSTRAINT "satisfaction_methods_are_11" CHECK ("satisfaction_methods"."method" between 1 and 11),
	CONSTRAINT "satisfaction_methods_year_is_sane" CHECK ("satisfaction_methods"."year" between 2020 and 2100)
);
--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_post_is_known";--> statement-breakpoint
ALTER TABLE "kiosk_asks" ADD CONSTRAINT "kiosk_asks_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_asks" ADD CONSTRAINT "kiosk_asks_question_id_kiosk_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."kiosk_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_asks" ADD CONSTRAINT "kiosk_asks_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_codes" ADD CONSTRAINT "kiosk_codes_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_codes" ADD CONSTRAINT "kiosk_codes_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_events" ADD CONSTRAINT "kiosk_events_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_hours" ADD CONSTRAINT "kiosk_hours_question_id_kiosk_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."kiosk_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_hours" ADD CONSTRAINT "kiosk_hours_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_keys" ADD CONSTRAINT "kiosk_keys_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_keys" ADD CONSTRAINT "kiosk_keys_code_hash_kiosk_codes_code_hash_fk" FOREIGN KEY ("code_hash") REFERENCES "public"."kiosk_codes"("code_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_keys" ADD CONSTRAINT "kiosk_keys_revoked_by_staff_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_presses" ADD CONSTRAINT "kiosk_presses_device_id_kiosk_states_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."kiosk_states"("device_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_presses" ADD CONSTRAINT "kiosk_presses_ask_id_kiosk_id_kiosk_asks_id_kiosk_id_fk" FOREIGN KEY ("ask_id","kiosk_id") REFERENCES "public"."kiosk_asks"("id","kiosk_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_questions" ADD CONSTRAINT "kiosk_questions_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_reasons" ADD CONSTRAINT "kiosk_reasons_question_id_kiosk_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."kiosk_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_reasons" ADD CONSTRAINT "kiosk_reasons_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_rules" ADD CONSTRAINT "kiosk_rules_set_by_staff_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosk_states" ADD CONSTRAINT "kiosk_states_kiosk_id_kiosks_id_fk" FOREIGN KEY ("kiosk_id") REFERENCES "public"."kiosks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kiosks" ADD CONSTRAINT "kiosks_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfaction_methods" ADD CONSTRAINT "satisfaction_methods_noted_by_staff_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kiosk_asks_by_kiosk" ON "kiosk_asks" USING btree ("kiosk_id","asked_from");--> statement-breakpoint
CREATE UNIQUE INDEX "kiosk_events_open_once" ON "kiosk_events" USING btree ("kiosk_id","kind") WHERE "kiosk_events"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "kiosk_events_by_time" ON "kiosk_events" USING btree ("raised_at");--> statement-breakpoint
CREATE INDEX "kiosk_keys_by_kiosk" ON "kiosk_keys" USING btree ("kiosk_id");--> statement-breakpoint
CREATE INDEX "kiosk_keys_by_device" ON "kiosk_keys" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "kiosk_presses_by_time" ON "kiosk_presses" USING btree ("kiosk_id","pressed_at");--> statement-breakpoint
CREATE INDEX "satisfaction_methods_by_year" ON "satisfaction_methods" USING btree ("year","method");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_post_is_known" CHECK ("staff"."post" in ('cashier', 'clerk', 'officer', 'head', 'admin', 'auditor', 'hub'));