"""A new, empty place for a dossier, once as a SQLite file and once as a schema of a throw-away PostgreSQL cluster."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

USER = "communique"


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """Give the address of a PostgreSQL cluster that lives as long as the tests, on a Unix socket only."""
    tools = {name: _tool(name) for name in ("initdb", "pg_ctl")}
    folder = Path(tempfile.mkdtemp(prefix="communique-pg-"))  # short: a socket's path may hold 107 bytes
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    try:
        _run([tools["initdb"], "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"])
        options = f"-c listen_addresses='' -k {folder} -c fsync=off -c full_page_writes=off"
        _run([tools["pg_ctl"], "-D", str(folder / "data"), "-o", options, "-l", str(folder / "log"), "-w", "start"])
        yield f"postgresql+psycopg://{USER}@/postgres?host={folder}"
        _run([tools["pg_ctl"], "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _tool(name: str) -> str:
    known = [Path(p) for p in (shutil.which(name),) if p] + sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    if not known:
        pytest.fail(
            f"{name} is neither on PATH nor under /usr/lib/postgresql: install the package postgresql. These tests need both databases."
        )
    return str(known[0])


def _run(command: Sequence[str]) -> None:
    """Run a tool of PostgreSQL, which refuses to be root: then as nobody."""
    as_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run([*as_nobody, *command], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{' '.join(command)} failed: {done.stderr}")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a place without a dossier: every test that asks for it runs on both databases."""
    if request.param == "sqlite":
        yield str(tmp_path / "talks.db")
        return
    address: str = request.getfixturevalue("cluster")
    schema = f"talks_{uuid4().hex}"
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{address}&options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()
