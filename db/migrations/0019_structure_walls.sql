ALTER TABLE "substitutions" DROP CONSTRAINT "substitutions_end_after_they_begin";--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_end_after_they_begin" CHECK ("substitutions"."from_day" <= "substitutions"."until_day" + 1);--> statement-breakpoint
-- A substitute sees what the absent one sees: a head says so of the own people and of oneself, the administrator of everybody.
CREATE FUNCTION guard_substitution() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;
--> statement-breakpoint
CREATE TRIGGER substitutions_guarded BEFORE INSERT OR UPDATE ON substitutions FOR EACH ROW EXECUTE FUNCTION guard_substitution();
--> statement-breakpoint
-- The structure stays a tree, and what has work, people, services or departments under it is not closed.
CREATE FUNCTION guard_department() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
END $$;
--> statement-breakpoint
CREATE TRIGGER departments_guarded BEFORE INSERT OR UPDATE ON departments FOR EACH ROW EXECUTE FUNCTION guard_department();
