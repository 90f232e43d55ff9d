"""Invented office files and PDFs, written by hand so that every oddity can be put in."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
DATE = "2022-05-17T10:00:00Z"


def archive(parts, packing=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2022, 5, 17, 10, 0, 0)), content, packing)
    return out.getvalue()


def docx(body, comments="", threads="", **parts):
    content = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    if comments:
        content["word/comments.xml"] = f'<w:comments xmlns:w="{W}" xmlns:w14="{W14}">{comments}</w:comments>'
    if threads:
        content["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{threads}</w15:commentsEx>'
    for name, inner in parts.items():
        content[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>'
    return archive(content)


def p(*runs, style="", properties=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def t(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text, author="Anna Bosman"):
    return f'<w:ins w:id="1" w:author="{author}" w:date="{DATE}">{t(text)}</w:ins>'


def cut(text, author="Anna Bosman"):
    run = f"<w:r><w:delText>{text}</w:delText></w:r>"
    return f'<w:del w:id="2" w:author="{author}" w:date="{DATE}">{run}</w:del>'


def start(number):
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number):
    return f'<w:commentRangeEnd w:id="{number}"/>' + mark(number)


def mark(number):
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(number, *paragraphs, author="Anna Bosman", paragraph=""):
    inner = "".join(f'<w:p w14:paraId="{paragraph}">{one}</w:p>' for one in paragraphs)
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="{DATE}">{inner}</w:comment>'


def odt(body, styles=""):
    names = (
        'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:dc="urn:d" xmlns:draw="urn:w" xmlns:style="urn:s"'
        ' xmlns:table="urn:b"'
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
    }
    if styles:
        parts["styles.xml"] = (
            f"<office:document-styles {names}><office:master-styles><style:master-page>{styles}"
            "</style:master-page></office:master-styles></office:document-styles>"
        )
    return archive(parts)


def changed(name, kind, author="Anna Bosman", inner=""):
    """List a tracked change in an OpenDocument text: an insertion, or a deletion of paragraphs."""
    told = f"<dc:creator>{author}</dc:creator><dc:date>2022-05-17T10:00:00.5</dc:date>"
    info = f"<office:change-info>{told}</office:change-info>"
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}>{info}{inner}</text:{kind}>'
        "</text:changed-region>"
    )


def pdf(*annotations, lines=("De leergemeenschap groeit langzaam door",), encrypt=""):
    """Write a page with lines of text at 72 700, 72 680 … and annotations given as dictionaries."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    page = writer.add_blank_page(612, 792)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    shown = [f"BT /F1 12 Tf 72 {700 - 20 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)]
    stream.set_data("\n".join(shown).encode("cp1252"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    written = []
    for fields in annotations:
        values = {NameObject(key): _value(value, written) for key, value in fields.items()}
        written.append(writer._add_object(DictionaryObject(values)))
    page[NameObject("/Annots")] = ArrayObject(written)
    if encrypt:
        writer.encrypt(encrypt, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _value(value, written):
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    if isinstance(value, int):
        return written[value]
    if isinstance(value, list):
        return ArrayObject([FloatObject(one) for one in value])
    return NameObject(value) if value.startswith("/") else TextStringObject(value)


def rewritten(content, name, change):
    """Change the text of one part of an archive; a part that is not there begins empty."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        texts = {part: parts.read(part) for part in parts.namelist()}
    texts[name] = change(texts.get(name, b"").decode("utf-8")).encode("utf-8")
    return archive(texts)


def with_part(content, name, text):
    """Add a part to an archive."""
    return rewritten(content, name, lambda _: text)
