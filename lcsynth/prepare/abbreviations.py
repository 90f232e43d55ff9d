"""Abbreviations after which a full stop does not end a sentence, Dutch and English."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Written without the last full stop, in lower case.
ALWAYS = _words(
    """a.h.w a.s aant afb afd al alg art b.v bijl bijv bldz blz bv c.q ca cf cie d.d d.m.v d.w.z dd dhr dir
    doc dr drs ds e.g e.v ed eds evt excl fam fig frl gebr gem gen hfdst hfst hr i.c i.c.m i.e i.g.v
    i.h.b i.h.k.v i.o i.o.m i.p.v i.s.m i.t.t i.v.m id ing incl ir jhr jl jr k.k km l.s ll lt m m.a.w
    m.b.t m.b.v m.e m.i m.m.v m.n m.u.v max mej mevr mgr mi min miss mld mln mr mrs ms mw mz n.a.v nl no
    nov nr nrs o.a o.b.v o.g.v o.i.v o.l.v okt ong onderz p p.a p.m par pag pct plm plv pp prof proj red
    resp s.v.p secr sect sept sgt sr st t.a.v t.b.v t.g.v t.h.v t.n.v t.o.v t.w tab tel temp toel t/m
    u.s u.k univ v v.a v.d v.h vb vgl vlg vnl vol vs w.o wed wnd zg zgn zgn z.g.a.n bvb bijvb oa ivm mbt
    tav ipv dmv evt opm approx dept est etc.-cf eg ie viz mt rev sen"""
)
# These close an enumeration or a sentence as often as not: a capital after them begins a new one.
SOMETIMES = _words(
    """enz etc e.d a.u.b aub s.v.p o.i.d e.a et.al e.t.c n.v.t nvt i.o.v a.m p.m jan feb apr aug okt dec no
    u.s u.k min max m km nl co corp inc ltd al o.g z.o.z z.s.m c.s"""
)
