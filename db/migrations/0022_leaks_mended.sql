-- That a document arrived is said by those who see it: a term may begin with that.
DROP TRIGGER deliveries_stamped ON deliveries;
--> statement-breakpoint
CREATE FUNCTION tell_delivery() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF session_user = current_user THEN RETURN NEW; END IF;
  PERFORM refuse_unseen_case((SELECT d.case_id FROM dispatches s JOIN documents d ON d.id = s.document_id WHERE s.id = NEW.dispatch_id));
  NEW.told_at := now();
  NEW.told_by := staff_at_work();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deliveries_told BEFORE INSERT ON deliveries FOR EACH ROW EXECUTE FUNCTION tell_delivery();
--> statement-breakpoint
-- The logbook is read whole by the administrator, the auditor and the secretary; other heads read who looked at whom.
CREATE FUNCTION reads_logbook() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM staff WHERE db_role = session_user AND disabled_at IS NULL
    AND (post IN ('admin', 'auditor') OR (post = 'head' AND department_id IS NULL)))
$$;
--> statement-breakpoint
ALTER TABLE logbook ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen ON logbook FOR SELECT USING ((SELECT reads_logbook()) OR act LIKE 'parties.%');
--> statement-breakpoint
CREATE POLICY written ON logbook FOR INSERT WITH CHECK (true);
--> statement-breakpoint
-- Papers tell what documents tell. Whoever prints sees what is owed and what came out in the last twelve hours; later a slip is for
-- those who see its document, and what tells of money is not for those who only work on documents.
CREATE FUNCTION sees_all_papers() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT is_of_post('cashier') OR is_of_post('admin') OR is_of_post('auditor')
$$;
--> statement-breakpoint
CREATE FUNCTION sees_paper_of(of uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT d.registered_by = ANY (acting_as()) OR sees_case(d.case_id) FROM documents d WHERE d.id = of), is_of_post('head'))
$$;
--> statement-breakpoint
ALTER TABLE print_jobs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY seen ON print_jobs FOR SELECT USING (state <> 'printed' OR (SELECT sees_all_papers())
  OR changed_at > now() - interval '12 hours' OR sees_paper_of(subject_id));
--> statement-breakpoint
CREATE POLICY written ON print_jobs FOR INSERT WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY moved ON print_jobs FOR UPDATE USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Why a case is confidential is told to those who see it; that it is, everybody's row policies have to know.
CREATE FUNCTION why_restricted(of uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT reason FROM restricted_cases WHERE case_id = of AND sees_case(of)
$$;
