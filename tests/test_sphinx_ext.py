"""What the extension does to a page, and which builders it works with."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sphinx.errors import ConfigError

from dossier.sphinx_ext.events import use_templates
from dossier.sphinx_ext.pages import describe


@pytest.mark.parametrize("name", ["singlehtml", "dirhtml"])
def test_a_builder_that_would_break_the_links_is_refused(name: str) -> None:
    app = SimpleNamespace(builder=SimpleNamespace(format="html", name=name))
    with pytest.raises(ConfigError, match=rf"{name} would break the links .* `dossier book`"):
        use_templates(app)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<p>x</p><div class="dz-lead"><p>Two <a href="#a">events</a>.</p><p>One &lt;b&gt;.</p></div>',
         "Two events. One <b>."),
        ("<h1>T</h1><p class='a'>How it\n was <em>made</em>.</p><p>More.</p>", "How it was made."),
        ("<h1>T</h1>", ""),
        (f"<p>{'mot ' * 90}</p>", f"{'mot ' * 39}…"),
    ],
)  # fmt: skip
def test_a_page_is_described_by_its_first_words(body: str, said: str) -> None:
    assert describe(body) == said
