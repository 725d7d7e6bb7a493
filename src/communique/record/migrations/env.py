"""Run by alembic: the migrations run on the connection, and in the transaction, that `schema.migrate` was given."""

from alembic import context

from communique.record.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
