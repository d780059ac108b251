"""The forms of texts that several files of a person hold: days, dates, addresses."""

from __future__ import annotations

from dossier.edtf import is_date, is_day
from dossier.validated_yaml import Text

DAY = Text(check=is_day, form="a day such as 2024-01-31")
EDTF = Text(check=is_date, form="a date such as 2024-01-31, 2024-01 or 2024")
WEB = Text(pattern=r"https?://[^\s<>\"]+", form="a web address")
