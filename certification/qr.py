"""QR codes as small SVG pictures. Pure."""

import io

import segno


def svg(text: str) -> str:
    """The QR code of a text (error correction M) as an SVG of dark squares on white, readable in dark schemes too."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", border=2, xmldecl=False, svgclass=None, lineclass=None, light="#ffffff", omitsize=True
    )
    return out.getvalue().decode()
