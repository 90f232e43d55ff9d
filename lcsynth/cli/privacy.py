"""What `lcsynth check --privacy` prints, and what it changes."""

from __future__ import annotations

import getpass
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lcsynth.counting import counted
from lcsynth.errors import CallError

if TYPE_CHECKING:
    from lcsynth.pipeline.privacy import Overruled
    from lcsynth.pipeline.privacy_review import Review
    from lcsynth.workspace import Workspace

SHOWN = 50  # rows of each list on a screen
SHOWN_IDS = 5

PrivacyOption = Annotated[
    bool, typer.Option("--privacy", help="Show what was masked where, and what may still be personal.")
]
ReviewSessionOption = Annotated[
    str, typer.Option("--session", metavar="ID", help="Review one session; all when not given.")
]
ReviewFileOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the review: FILE.csv or .xlsx.")
]
ValuesOption = Annotated[
    bool, typer.Option("--values", help="Also show what was masked; on the screen only, never in a file.")
]
MaskOption = Annotated[
    str, typer.Option("--mask", metavar="WORDS", help="Mask these words from now on, everywhere or --in one.")
]
UnmaskOption = Annotated[
    str,
    typer.Option(
        "--unmask", metavar="WORDS", help="Never mask these words, or make '[persoon 1]' readable --in one."
    ),
]
InOption = Annotated[
    str, typer.Option("--in", metavar="CONTRIBUTION", help="Only in the contribution with this id.")
]
KindOption = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="What is masked: persoon, e-mail, telefoon, url, handle, bsn, iban, adres, ip or overig.",
        show_default="persoon",
    ),
]


@dataclass(frozen=True)
class PrivacyCall:
    """What somebody asked of `lcsynth check`, as it was typed."""

    privacy: bool
    session: str
    output: Path | None
    values: bool
    mask: str
    unmask: str
    contribution: str
    kind: str
    coder: str
    note: str

    def check(self) -> None:
        """Refuse options that do not go together.

        Raises
        ------
        CallError
            Naming the option that cannot be used.
        """
        changing = {"--in": self.contribution, "--note": self.note, "--kind": self.kind}
        reviewing = {"--session": self.session, "-o": self.output, "--values": self.values}
        own = {"--mask": self.mask, "--unmask": self.unmask, **changing, **reviewing}
        if not self.privacy:
            _refuse(own, "only goes with --privacy")
        elif self.mask and self.unmask:
            _refuse({"--unmask": True}, "does not go with --mask")
        elif self.mask or self.unmask:
            _refuse(reviewing, "only goes with the review, not with --mask or --unmask")
            _refuse({"--kind": self.unmask and self.kind}, "only goes with --mask")
        else:
            _refuse(changing, "only goes with --mask or --unmask")
        if self.values and self.output:
            raise CallError(
                "What was masked is never written to a file", where="--values", mend="Leave out -o"
            )
        if self.values and _into_file():
            raise CallError(
                "What was masked is never written to a file", where="--values", mend="Show it on the screen"
            )


def answer(workspace: Workspace, call: PrivacyCall) -> None:
    """Print the review, or do what was asked and say what came of it."""
    if call.mask or call.unmask:
        _overrule(workspace, call)
    else:
        _review(workspace, call)


def _refuse(options: Mapping[str, object], reason: str) -> None:
    for name, given in options.items():
        if given:
            raise CallError(f"{name} {reason}")


def _into_file() -> bool:
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # no file descriptor: a screen in a notebook
        return False


def _review(workspace: Workspace, call: PrivacyCall) -> None:
    from lcsynth.pipeline.privacy_review import encode_review, masked_values, review
    from lcsynth.workspace.files import write_atomically

    found = review(workspace, call.session or None)
    if call.output:
        content = encode_review(found, call.output)
        write_atomically(call.output, lambda part: part.write_bytes(content))
        doubtful = counted(len(found.doubtful), "doubtful word")
        print(f"{counted(len(found.masks), 'mask')} and {doubtful} are in {call.output}.")
        return
    values = masked_values(workspace, call.session or None) if call.values else {}
    _print_masks(found, values)
    _print_doubtful(found)
    print("Mask more with --mask WORDS, make readable with --unmask '[persoon 1]' --in CONTRIBUTION.")


def _print_masks(found: Review, values: Mapping[tuple[str, int], str]) -> None:
    if found.masks.empty:
        print("Nothing was masked.")
        return
    print("Masked, by session:")
    for session, row in found.counts.iterrows():
        counts = ", ".join(f"{count} {kind}" for kind, count in row.items() if count)
        print(f"  {session}: {counts}")
    print("Masked, one by one:")
    for row in found.masks.head(SHOWN).itertuples():
        who = " (by a person)" if row.how == "person" else ""
        value = values.get((row.contribution_id, row.start))
        behind = f" = {value!r}" if value is not None else ""
        print(f"  {row.contribution_id}  {row.kind:<9} {row.mask}{behind}{who}  {row.text}")
    _print_more(len(found.masks))


def _print_doubtful(found: Review) -> None:
    print("Perhaps still personal:" if found.doubtful else "No readable word looks like a name.")
    for one in found.doubtful[:SHOWN]:
        ids = ", ".join(one.contributions[:SHOWN_IDS])
        more = f" and {len(one.contributions) - SHOWN_IDS} more" if len(one.contributions) > SHOWN_IDS else ""
        print(f"  {one.count:>4}  {one.word:<24} {ids}{more}")
    _print_more(len(found.doubtful))


def _print_more(count: int) -> None:
    if count > SHOWN:
        print(f"  … and {count - SHOWN} more, -o FILE gives all")


def _overrule(workspace: Workspace, call: PrivacyCall) -> None:
    from lcsynth.pipeline.privacy import mask, unmask

    coder = call.coder or getpass.getuser()
    if call.mask:
        done = mask(
            workspace,
            call.mask,
            contribution=call.contribution,
            kind=call.kind or "persoon",
            coder=coder,
            note=call.note,
        )
    else:
        done = unmask(workspace, call.unmask, contribution=call.contribution, coder=coder, note=call.note)
    print(_told(done, call))
    for theme in done.themes:
        print(
            f"The label of {theme} holds these words, and the log keeps it;"
            f" give it another one with `lcsynth themes rename {theme}`."
        )


def _told(done: Overruled, call: PrivacyCall) -> str:
    """Say what an operation came to, in one paragraph."""
    what = "Masked" if call.mask else "Readable"
    ids = ", ".join(one.id for one in done.operations)
    brings = "`lcsynth run` brings it into the tables and reports."
    if call.contribution:
        places = f" in {len(done.operations)} places" if len(done.operations) > 1 else ""
        return f"{what}{places} in {call.contribution} (operation {ids}); {brings}"
    count = len(done.contributions)
    if not count:
        return f"No contribution changes by this yet (operation {ids}); it holds for what is still to come."
    return f"{what} in {counted(count, 'contribution')} (operation {ids}); {brings}"
