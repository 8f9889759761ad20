-- Who practises does so under the own role, and roles belong to the whole server: what is done in the database for
-- training must not touch them.

CREATE FUNCTION refuse_in_training() RETURNS void LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  IF current_database() <> town_database() THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'training.staff_of_town';
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION add_staff(new_id uuid, new_login text, new_name text, new_post text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text := current_database() || '_staff_' || new_login;
BEGIN
  PERFORM refuse_in_training();
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  INSERT INTO staff (id, login, name, post, db_role) VALUES (new_id, new_login, new_name, new_post, role_name);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L', role_name, verifier);
  EXECUTE format('GRANT %I TO %I', current_database() || '_' || new_post, role_name);
END $$;
--> statement-breakpoint
-- Ends the sessions of a person here and where they practise: a line that is open needs no password any more.
CREATE OR REPLACE FUNCTION disable_staff(their_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text;
BEGIN
  PERFORM refuse_in_training();
  UPDATE staff SET disabled_at = coalesce(disabled_at, now()) WHERE login = their_login RETURNING db_role INTO role_name;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  EXECUTE format('ALTER ROLE %I NOLOGIN', role_name);
  EXECUTE format('GRANT %I TO %I', role_name, current_user);
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE usename = role_name AND datname IN (current_database(), current_database() || '_training');
  EXECUTE format('REVOKE %I FROM %I', role_name, current_user);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION set_staff_password(their_login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE role_name text;
BEGIN
  PERFORM refuse_in_training();
  SELECT db_role INTO role_name FROM staff WHERE login = their_login;
  IF role_name IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'GS001', MESSAGE = 'staff.unknown', DETAIL = json_build_object('login', their_login);
  END IF;
  IF session_user <> role_name AND session_user <> current_user AND NOT is_of_post('admin') THEN
    RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'only an administrator sets the password of somebody else';
  END IF;
  IF verifier NOT LIKE 'SCRAM-SHA-256$%' THEN
    RAISE EXCEPTION USING ERRCODE = 'GS002', MESSAGE = 'passwords come as SCRAM-SHA-256 verifiers';
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', role_name, verifier);
END $$;
