DROP INDEX "print_jobs_by_subject";--> statement-breakpoint
ALTER TABLE "print_jobs" ADD COLUMN "copy" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "print_jobs_copy_is_one" ON "print_jobs" USING btree ("subject_id","kind","copy");