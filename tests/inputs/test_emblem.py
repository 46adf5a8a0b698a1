"""The emblem: a picture that is whole in itself, or a refusal at its line."""

import pytest

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">\n'
    "{}\n</svg>"
)
OUTSIDE = [
    '<image href="file:///etc/hostname"/>',
    '<image xlink:href="http://127.0.0.1:8999/gambar.png"/>',
    '<image href="//contoh.id/gambar.png"/>',
    '<image href="lain.png"/>',
    '<image href="data:image/svg+xml,%3Csvg/%3E"/>',
    '<use href="lain.svg#a"/>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<rect style="fill:url(http://contoh.id/a.svg#b)"/>',
    '<rect fill="url( &quot;lain.svg#b&quot;)"/>',
    '<style>@import "http://contoh.id/a.css";</style>',
    "<style>@font-face { font-family: A; src: url(a.woff2) }</style>",
    r"<style>rect { fill: \75 rl(http://contoh.id/a.svg) }</style>",
    '<style>@imp<x/>o<!-- -->rt "http://contoh.id/a.css";</style>',
    '<style>svg { background: image-set("http://contoh.id/a.png" 1x) }</style>',
    '<g xml:base="http://contoh.id/"><use href="#a"/></g>',
]
SCRIPT = [
    "<script>alert(1)</script>",
    '<rect onload="alert(1)"/>',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<img xmlns="http://www.w3.org/1999/xhtml" src="#"/>',
    '<a href="#"><set attributeName="href" to="javascript:alert(1)"/></a>',
]


@pytest.fixture
def refused(instansi_kecil):
    def _refused(content: str | bytes, name: str = "lambang.svg"):
        instansi_kecil.write(name, content)
        problem = instansi_kecil.refusal()
        assert problem.berkas == name
        return problem

    return _refused


@pytest.mark.parametrize("content", OUTSIDE)
def test_what_calls_out_is_refused(refused, content):
    problem = refused(SVG.format(content))
    assert problem.baris == 2
    assert "dari luar" in problem.temuan
    assert "PNG" in problem.perbaikan


@pytest.mark.parametrize("content", SCRIPT)
def test_what_runs_is_refused(refused, content):
    problem = refused(SVG.format(content))
    assert problem.baris == 2
    assert "skrip" in problem.temuan


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            '<?xml version="1.0"?>\n<!DOCTYPE svg [\n<!ENTITY a SYSTEM "file:///etc/hostname">]>\n' + SVG.format("&a;"),
            3,
        ),
        ('<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n' + SVG.format("&c;"), 1),
        ('<?xml-stylesheet href="http://contoh.id/a.css"?>\n' + SVG.format(""), 1),
    ],
)
def test_what_declares_more_than_a_picture_is_refused(refused, content, line):
    assert refused(content).baris == line


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lambang.svg", "<svg>\n<g></svg>"), ("lambang.svg", b"\x1f\x8b\x08"), ("lambang.svg", "<html/>"),
        ("lambang.png", "<svg/>"), ("lambang.png", b"\xff\xd8\xff"), ("lambang.jpg", b""),
    ],
)  # fmt: skip
def test_what_is_no_such_picture_is_refused(refused, name, content):
    assert "bukan gambar" in refused(content, name).temuan


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lambang.svg", '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
         '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' + SVG.format("<rect/>")),
        ("lambang.svg", SVG.format(
            '<defs><linearGradient id="a"/><path id="b"/></defs><style>rect { fill: url(#a) }</style>'
            '<rect fill="url(#a)" style="stroke:url(\'#a\')"/><use xlink:href="#b"/>'
            '<image href="data:image/png;base64,iVBORw0KGgo="/>'
            '<g xmlns:i="http://www.inkscape.org" i:export="C:\\lambang.png"/>'
            '<metadata><x xmlns="http://purl.org/dc" resource="http://purl.org/dc/StillImage"/></metadata>')),
        ("lambang.png", b"\x89PNG\r\n\x1a\n..."),
        ("lambang.jpg", b"\xff\xd8\xff\xe0..."),
    ],
)  # fmt: skip
def test_a_picture_that_is_whole_in_itself_is_taken(instansi_kecil, name, content):
    instansi_kecil.write(name, content)
    instansi_kecil.run()
