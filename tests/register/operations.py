"""Short names for the operations that tests put in a log."""

from lcsynth.register import operation


def found(theme, *members, session="s1"):
    labels = {"label_nl": f"{theme} nl", "label_en": f"{theme} en"}
    return operation("found", theme=theme, session=session, members=list(members), **labels)


def joined(theme, *members, session="s2", **more):
    return operation("joined", theme=theme, session=session, members=list(members), **more)


def by(coder, name, **arguments):
    return operation(name, coder=coder, **arguments)


def split(theme, *statements, new, coder="Anne", label_nl="Nieuw", label_en=""):
    return operation(
        "split",
        coder=coder,
        theme=theme,
        statements=list(statements),
        new=new,
        label_nl=label_nl,
        label_en=label_en,
    )


def move(*statements, to, coder="Anne"):
    return operation("move", coder=coder, statements=list(statements), to=to)


def undo(one, coder="Anne"):
    return operation("undo", coder=coder, undone=one if isinstance(one, str) else one.id)
