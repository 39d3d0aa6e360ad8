"""Let the database itself refuse changes to decided versions, as it does for the audit trail (see 0002)."""

from django.db import migrations

TABLES = ("store_frozendocument", "store_frozenfile")
SQLITE = """
CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'a decided version never changes'); END
"""
FUNCTION = """
CREATE FUNCTION refuse_decided_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'a decided version never changes'; END
$$ LANGUAGE plpgsql;
"""
POSTGRESQL = """
CREATE TRIGGER {table}_never_changes BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_decided_change();
"""


def forwards(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(FUNCTION)
    for table in TABLES:
        schema_editor.execute((POSTGRESQL if postgresql else SQLITE).format(table=table))


def backwards(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER {table}_never_changes" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION refuse_decided_change()")


class Migration(migrations.Migration):
    dependencies = [("store", "0005_ready_and_frozen_documents")]
    operations = [migrations.RunPython(forwards, backwards)]
