-- An audit event is written once and stays. Whoever finds one wrong adds another: not even our own code may change or
-- remove one, and whoever holds the database's keys must leave a trace of having lifted this first. Inserting costs nothing.
CREATE FUNCTION refuse_change_of_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_events is insert-only' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_events_insert_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_events"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_events();
