"""An analysis as a reader needs it: gathered, numbered and looked up, nothing shown yet."""

from dossier.names import is_document
from dossier.view.affair import is_one_matter
from dossier.view.answers import Passage
from dossier.view.events import Event, agents, conflicts_about, disputes_about
from dossier.view.figures import counted, figure_of, whereabouts
from dossier.view.french import find_french
from dossier.view.homes import (
    ARTICLES,
    Homes,
    Links,
    article_page,
    basis_words,
    category_of,
    difference_of,
    gives_kinds,
    matter_of,
    parts_said,
    places,
    published_words,
    shared_places,
    sort_of,
    speakers,
    verbatim_words,
    words_around,
    words_of,
)
from dossier.view.labels import SourceName, article_anchor, name_sources, outlet_of, sentence_id, title_of
from dossier.view.leaning import leans, points_back
from dossier.view.model import Record, View
from dossier.view.news import DAYS, carrier, is_aside, opening, tells_who
from dossier.view.offices import find_holders
from dossier.view.pairs import set_beside, why_compared
from dossier.view.qualifiers import is_held, is_own, is_plain, qualifiers
from dossier.view.roles import role_beside, role_of
from dossier.view.speech import Speech, cut, cut_before, is_led, is_name, shortened, spoken
from dossier.view.times import time_in_words
from dossier.view.told import clause, quoted_sentence, quotes_whole, roots_of, telling
