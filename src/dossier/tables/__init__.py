"""Records to pandas DataFrames for people.

The index holds record ids. ``attrs`` tell a page what a plain table cannot: ``sort`` (column → sortable
values), ``links`` (column → for each row a tuple of (text, anchor id)), ``french`` (columns in the sources'
own words), ``badges`` (columns shown as badges), ``numbers`` (columns that hold numbers in words), and
``home`` where a row is its home.
"""

from dossier.tables.dress import Columns, dress, few, frame
from dossier.tables.people import (
    actors_table,
    documents_table,
    key_table,
    matrix_table,
    origins_table,
    profiles_table,
    reuse_table,
    speakers_table,
    themes_table,
)
