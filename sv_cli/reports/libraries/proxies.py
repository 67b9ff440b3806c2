"""Owns the library on the screen: the list of proxies, and one proxy with its formula, figures and sources."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sv_cli.model.figures import Figure, Library, Proxy
from sv_cli.model.valuations import UnitValue
from sv_cli.reports.drawing import printed, ruled
from sv_cli.reports.explaining.words import cited
from sv_cli.reports.grid import Cell, Column, Grid, widths_of
from sv_cli.reports.libraries.listing import Listing
from sv_cli.reports.screen import Screen
from sv_cli.reports.words import KIND_TITLES, counted, money, number, percent, replaced_mark, shown
from sv_cli.valuation.adjusting import NAMES

_WIDE = 100
_WIDEST = 20


def render_list(listing: Listing, screen: Screen) -> str:
    """The proxies by theme: id, title, what one unit is, its gross and present value."""
    parts: list[RenderableType] = []
    for theme, title in sorted(listing.library.themes.items(), key=lambda item: item[1]):
        mine = [proxy for proxy in listing.proxies if proxy.theme == theme]
        if mine:
            parts.append(_table(f"{shown(title)} ({theme})", mine, listing, screen))
    return printed(Group(*parts, _end(listing)), screen)


def render_found(listing: Listing, screen: Screen) -> str:
    """The proxies that were found, best first, each with the reason."""
    found = [_table(None, listing.proxies, listing, screen)] if listing.proxies else []
    return printed(Group(*found, _end(listing)), screen)


def _end(listing: Listing) -> RenderableType:
    count = counted(len(listing.proxies), "proxy", "proxies")
    end = f"{count}; £ of {listing.price_year}, present value by the method {listing.method}"
    return Padding(Text(end, style="dim"), (0, 0, 1, 1))


def _table(title: str | None, proxies: Sequence[Proxy], listing: Listing, screen: Screen) -> RenderableType:
    """One row a proxy. An id is on one line, to be copied, where the screen has room for it."""
    wide = screen.width >= _WIDE
    figures = [_figures_of(proxy, listing, wide=wide) for proxy in proxies]
    headings = ("Gross", "Present", "Confidence") if wide else ("Present",)
    widths = widths_of(headings, figures, most=_WIDEST)
    left = screen.width - sum(widths) - 3 * (len(widths) + 1) - 1
    columns = [Column("Proxy", left, right=False), *map(Column, headings, widths)]
    names = [_named(proxy, listing, wide=wide) for proxy in proxies]
    rows = (((name, *cells), "") for name, cells in zip(names, figures, strict=True))
    grid = Grid(columns, rows, "─" if screen.unicode else "-")
    return Group(Text(title, style="bold"), grid) if title else grid


def _named(proxy: Proxy, listing: Listing, *, wide: bool) -> Cell:
    below = [f"{proxy.id}{replaced_mark(proxy)}"]
    if not wide:
        below.append(f"{shown(proxy.confidence.level, 20)} confidence")
    if proxy.id in listing.reasons:
        below.append(f"found by {shown(listing.reasons[proxy.id], 200)}")
    return (shown(proxy.title), ""), *((text, "dim") for text in below)


def _figures_of(proxy: Proxy, listing: Listing, *, wide: bool) -> tuple[Cell, ...]:
    """The cells of a proxy's gross and present value per unit, and of its unit."""
    value = listing.values[proxy.id]
    gross, present = (money(value.gross), money(value.present)) if isinstance(value, UnitValue) else ("—", "—")
    unit = (f"per {shown(listing.library.vocabulary.units[proxy.unit].one, 40)}", "dim")
    if wide:
        return ((gross, ""), unit), ((present, ""),), ((shown(proxy.confidence.level, 20), ""),)
    return (((present, ""), unit, (f"gross {gross}", "dim")),)


def render_proxy(listing: Listing, screen: Screen) -> str:
    """One proxy in full: value, formula, adjustments, sources with links, guidance."""
    (proxy,) = listing.proxies
    parts: list[RenderableType] = [
        _heading(proxy, listing),
        _adjustments(proxy, screen),
        _figures(proxy, listing.library, screen),
        _guidance(proxy),
    ]
    return printed(Group(*parts), screen)


def _heading(proxy: Proxy, listing: Listing) -> RenderableType:
    library, value = listing.library, listing.values[proxy.id]
    text = Text(shown(proxy.title), style="bold")
    text.append(f"\n{proxy.id}{replaced_mark(proxy)}", style="not bold dim")
    headings = f"{library.themes[proxy.theme]} › {library.outcomes[proxy.outcome]}"
    text.append(f"\n{shown(headings)}", style="not bold dim")
    if isinstance(value, UnitValue):
        text.append(
            f"\n\n{money(value.gross)} per {shown(library.vocabulary.units[proxy.unit].one, 40)}", style="bold green"
        )
        text.append(
            f" gross, in {listing.price_year} prices; {money(value.net)} net; {money(value.present)} present value"
        )
        text.append(f" ({listing.method})", style="not bold")
    for kind, formula in proxy.parts.items():
        label = "formula" if kind == "all" else f"formula, {kind}"
        text.append(f"\n{label}: {formula.text}", style="not bold")
    if proxy.shares:
        split = ", ".join(f"{KIND_TITLES[kind]} {percent(share * 100)}" for kind, share in proxy.shares.items())
        text.append(f"\nwho gains: {split}", style="not bold")
    return Padding(text, (1, 0, 0, 1))


def _adjustments(proxy: Proxy, screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column("Adjustment")
    table.add_column("Share", justify="right")
    table.add_column("Basis")
    table.add_column("Why", overflow="fold", ratio=1)
    for name, label in NAMES.items():
        adjustment = proxy.adjustments.get(name)
        if adjustment is None:
            table.add_row(label, "—", "", Text("not stated", style="dim"))
        else:
            table.add_row(label, percent(adjustment.value * 100), adjustment.basis.value, shown(adjustment.why))
    table.add_row("duration", f"{number(proxy.duration_years)} y", "", shown(proxy.duration_why or ""))
    return table


def _figures(proxy: Proxy, library: Library, screen: Screen) -> Table:
    table = ruled(screen)
    table.add_column("Figure", overflow="fold", ratio=1)
    table.add_column("Amount", justify="right", no_wrap=True)
    for name in proxy.figures:
        figure = library.figures[name]
        table.add_row(_figure(figure), _amount(figure))
    return table


def _figure(figure: Figure) -> Text:
    source = figure.source
    text = Text(shown(figure.title))
    text.append(f"\n{figure.id}", style="dim")
    read = "" if source.read == "primary" else f", read second-hand ({source.read_via})"
    text.append(f"\n{shown(f'{cited(source)}; {figure.locator}')}", style="dim")
    text.append(f"\n{shown(source.url)}\n{shown(source.licence + read)}", style="dim")
    return text


def _amount(figure: Figure) -> Text:
    prices = f"\n{figure.price_year} prices" if figure.price_year else ""
    if figure.amount is None:
        keys = list(figure.values)
        return Text(f"{counted(len(keys), 'value')}\n{keys[0]} to {keys[-1]}\n{figure.unit}{prices}")
    between = "" if figure.low is None or figure.high is None else f"\n({number(figure.low)}–{number(figure.high)})"
    return Text(f"{number(figure.amount, 6)}{between}\n{figure.unit}{prices}")


def _guidance(proxy: Proxy) -> RenderableType:
    text = Text()
    _paragraph(text, "What counts", proxy.counts)
    text.append("Evidence asked for: ", style="bold")
    text.append("".join(f"\n  • {shown(each)}" for each in proxy.evidence) + "\n")
    if proxy.excludes:
        _paragraph(text, "Not to be counted with", ", ".join(proxy.excludes))
    if proxy.overlaps:
        _paragraph(text, "May count one outcome twice with others in", ", ".join(proxy.overlaps))
    _paragraph(text, f"Confidence: {shown(proxy.confidence.level, 20)}", proxy.confidence.why)
    if proxy.maps_to:
        codes = "; ".join(f"{scheme}: {', '.join(codes)}" for scheme, codes in proxy.maps_to.items())
        _paragraph(text, "Codes elsewhere", codes)
    if proxy.note:
        _paragraph(text, "Note", proxy.note)
    _paragraph(text, "Review due by", proxy.review_by)
    return Padding(text, (0, 0, 1, 1))


def _paragraph(text: Text, label: str, words: str) -> None:
    text.append(f"{label}: ", style="bold")
    text.append(f"{shown(words, 4000)}\n")
