CREATE TABLE "ready_requests" (
	"request_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ready_requests" ADD CONSTRAINT "ready_requests_request_id_requests_document_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("document_id") ON DELETE no action ON UPDATE no action;