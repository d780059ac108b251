"""What is kept between runs: written whole, sealed with a checksum, known by a hash of all that made it."""

from dossier.storage.files import (
    BusyError,
    NotPlainError,
    clear,
    draft_of,
    each_text,
    from_plain,
    hold,
    keep_only,
    naming,
    own_folder,
    place_of,
    read_plain,
    read_sealed,
    to_plain,
    write_sealed,
    write_whole,
)
from dossier.storage.fingerprint import digest, digest_files, digest_folder, of_code, of_project, short_hash
