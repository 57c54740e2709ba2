"""The samples in `docs/deploy/`, and the image, agree with the site, and the tools that read them take them."""

import re
import shutil
import subprocess

import pytest
import yaml

from bulletins.manuscript.source import LARGEST_FILE
from forum.command_line import read_environment
from tests.serving import ROOT

DEPLOY = ROOT / "docs" / "deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
EXAMPLE = read_environment(DEPLOY / "rapporteur.env.example")


def copied():
    lines = re.findall(r"^COPY (?!--)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    return {name for line in lines for name in line.split()}


def test_the_image_is_made_of_files_that_are_there_and_let_in():
    ignored = (ROOT / ".dockerignore").read_text()

    assert [name for name in copied() if not (ROOT / name).exists()] == []
    assert set(re.findall(r"^!(\S+)$", ignored, re.MULTILINE)) == copied()


def test_the_image_installs_what_is_locked_and_runs_as_nobody_in_particular():
    stages = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)

    assert (len(stages), len(set(stages))) == (2, 1)
    assert "--require-hashes -r /app/requirements.txt" in DOCKERFILE
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]
    assert "/healthz" in re.search(r"^HEALTHCHECK (?:.*\\\n)?.*$", DOCKERFILE, re.MULTILINE)[0]


def test_no_address_of_an_index_is_written_anywhere():
    texts = [
        DOCKERFILE,
        *((ROOT / name).read_text() for name in ("requirements.txt", "requirements-dev.txt")),
    ]

    assert [text for text in texts if "index-url" in text or "simple/" in text or "https://" in text] == []


def test_compose_waits_for_the_database_and_then_for_the_tables():
    services = COMPOSE["services"]

    assert services["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["site"]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}
    assert "pg_isready" in services["database"]["healthcheck"]["test"][1]


@pytest.mark.parametrize("name", ["migrate", "site"])
def test_compose_gives_the_site_no_rights_and_an_image_that_is_there(name):
    service = COMPOSE["services"][name]

    assert (service["read_only"], service["cap_drop"], service["env_file"]) == (
        True,
        ["ALL"],
        "rapporteur.env",
    )
    assert service["build"] == {"context": "."}  # where the Dockerfile is


def test_the_example_names_variables_that_readme_explains_and_no_key():
    readme = (ROOT / "README.md").read_text()
    ours = re.findall(
        r"^#? ?(RAPPORTEUR_\w+|DATABASE_URL)=", (DEPLOY / "rapporteur.env.example").read_text(), re.MULTILINE
    )

    assert [name for name in ours if f"`{name}`" not in readme] == []
    assert (EXAMPLE["RAPPORTEUR_SECRET_KEY"], len(ours)) == ("", 7)


def test_nginx_lets_the_largest_manuscript_through():
    (limit,) = re.findall(r"client_max_body_size (\d+)m;", (DEPLOY / "nginx.conf").read_text())

    assert int(limit) << 20 > LARGEST_FILE


@pytest.mark.skipif(
    not (shutil.which("nginx") and shutil.which("openssl")), reason="nginx or openssl is not here"
)
def test_nginx_takes_its_sample(tmp_path):
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=bulletins.example.org"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    sample = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/rapporteur", str(tmp_path))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ {sample} }}"
    (tmp_path / "nginx.conf").write_text(whole)
    done = subprocess.run(
        ["nginx", "-t", "-q", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here")
def test_systemd_takes_the_unit(tmp_path):
    # Its programs and pages lie in /opt only where it is installed.
    unit = (DEPLOY / "rapporteur.service").read_text().replace("/opt/rapporteur", str(tmp_path))
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    shutil.copy("/bin/true", tmp_path / ".venv" / "bin" / "python")
    (tmp_path / "rapporteur.service").write_text(unit)
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / "rapporteur.service")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in done.stderr.splitlines() if "rapporteur.service" in line] == []
    assert done.returncode == 0, done.stderr


def test_the_launcher_is_a_program_that_a_shell_can_read():
    launcher = DEPLOY / "manage"

    assert launcher.stat().st_mode & 0o111 == 0o111
    assert subprocess.run(["sh", "-n", str(launcher)], check=False).returncode == 0
