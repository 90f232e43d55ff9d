"""Messages that hold a file or an image and no words."""

from __future__ import annotations

import re

_FILE_NAME = r"[\w().,& -]{1,120}\.(?:docx?|xlsx?|pptx?|pdf|odt|txt|csv|zip|png|jpe?g|gif|heic|mp[34]|mov)"
_ONLY_A_FILE = re.compile(
    rf"(?:(?:has )?(?:shared|sent|uploaded) an? (?:file|image|screenshot)|heeft een (?:bestand|afbeelding) "
    rf"(?:gedeeld|verzonden|gestuurd)|\[?(?:file|image|gif|screenshot|bestand|afbeelding|schermafbeelding)\]?)"
    rf"\s*[:-]?\s*(?:{_FILE_NAME})?|{_FILE_NAME}",
    re.IGNORECASE,
)


def is_only_a_file(text: str) -> bool:
    """Tell whether a message only says that a file was shared; "shared a file, please read it" says more."""
    return _ONLY_A_FILE.fullmatch(text) is not None
