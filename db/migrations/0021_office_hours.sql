ALTER TABLE "town" ADD COLUMN "opens_at" time DEFAULT '08:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "town" ADD COLUMN "closes_at" time DEFAULT '17:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "town" ADD CONSTRAINT "town_opens_before_it_closes" CHECK ("town"."opens_at" < "town"."closes_at");