"""The database itself refuses to change a row of the audit log.

On SQLite deleting stays possible for the test runner, which empties tables; the model refuses it there.
"""

from django.db import migrations

SQLITE = """CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON core_auditentry
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"""
POSTGRESQL = """
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON core_auditentry
FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
"""
POSTGRESQL_BACK = "DROP TRIGGER audit_entry_stays ON core_auditentry; DROP FUNCTION audit_entry_stays();"


def protect(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(SQLITE)
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)


def release(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audit_entry_stays")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_audit_outbox_and_limits")]
    operations = [migrations.RunPython(protect, release)]
