"""Let the database itself refuse changes to the audit trail.

SQLite has no trigger against removal, because emptying a database between tests is a removal there; PostgreSQL
empties by TRUNCATE, which row triggers do not see.
"""

from django.db import migrations

SQLITE = """
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON store_auditevent
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""
POSTGRESQL = """
CREATE FUNCTION refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END
$$ LANGUAGE plpgsql;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON store_auditevent
FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
POSTGRESQL_BACK = """
DROP TRIGGER audit_is_append_only ON store_auditevent;
DROP FUNCTION refuse_change();
"""


def forwards(apps, schema_editor):
    sql = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    schema_editor.execute(sql)


def backwards(apps, schema_editor):
    sql = {"sqlite": "DROP TRIGGER audit_is_append_only", "postgresql": POSTGRESQL_BACK}
    schema_editor.execute(sql[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
