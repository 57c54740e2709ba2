"""`pip install .`: a wheel that has all of the site, and works from a bare folder."""

import subprocess
import sys
import tomllib
import zipfile

import pytest

from tests.serving import ROOT, environment_with, free_port

pytestmark = pytest.mark.slow
SOURCES = ("forum", "speakers", "bulletins", "templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
        names = archive.namelist()
    return folder / "site", names


def rapporteur(wheel, folder, *arguments):
    """Call the wheel's entry point in a folder that has nothing of the checkout."""
    code = f"import sys; sys.path.insert(0, {str(wheel[0])!r}); sys.argv[0] = 'rapporteur'; "
    code += "from forum.command_line import main; main()"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=folder,
        env=environment_with(RAPPORTEUR_STATIC=str(folder / "static")),
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_has_every_file_of_the_site(wheel):
    tracked = subprocess.run(
        ["git", "ls-files", *SOURCES], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    left_out = (".po", "readme/page.png", "readme/print.png", "readme/write.png")
    wanted = {f"forum/{name}" if name.startswith("templates/") else name for name in tracked}

    assert {name for name in wanted if not name.endswith(left_out)} - set(wheel[1]) == set()
    assert {name.split("/")[0] for name in wheel[1]} == {
        "forum",
        "speakers",
        "bulletins",
        "rapporteur-0.1.0.dist-info",
    }


def test_its_command_is_the_one_that_readme_names(wheel):
    (name,) = (name for name in wheel[1] if name.endswith("entry_points.txt"))

    assert (wheel[0] / name).read_text().split("\n")[:2] == [
        "[console_scripts]",
        "rapporteur = forum.command_line:main",
    ]


def test_it_checks_itself_in_a_bare_folder(wheel, tmp_path):
    done = rapporteur(wheel, tmp_path, "check")

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), (
        done.stderr
    )


def test_it_finds_its_templates_and_catalogues_and_keeps_its_data_in_the_folder(wheel, tmp_path):
    code = (
        "from forum.home import HOME; from django.template.loader import get_template;"
        "from django.utils.translation import gettext, override; from bulletins.rendering.pdf import _compiler;"
        "print(get_template('admin/index.html').origin.name); print(HOME); _compiler('journal');"
        "override('zh-hans').__enter__(); print(gettext('Forum bulletins'))"
    )
    done = rapporteur(wheel, tmp_path, "shell", "--no-imports", "-c", code)

    assert done.stdout.splitlines() == [
        str(wheel[0] / "forum" / "templates" / "admin" / "index.html"),
        str(tmp_path),
        "论坛简报",
    ], done.stderr


def test_it_names_its_own_command_where_something_is_missing(wheel, tmp_path):
    done = rapporteur(wheel, tmp_path, "serve", "--port", str(free_port()))

    assert "run `rapporteur collectstatic --noinput` first." in done.stderr


def test_what_it_needs_is_what_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = (ROOT / "requirements.txt").read_text()
    names = [one.split(">=")[0].split("[")[0] for one in project["dependencies"]]

    assert [name for name in names if f"\n{name}==" not in f"\n{locked}"] == []
