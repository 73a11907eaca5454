"""The documentation page under /docs: Swagger UI 5.33.1 (Apache 2.0) from our own files, not from the internet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from litestar import Request, Router
from litestar.openapi.plugins import OpenAPIRenderPlugin
from litestar.static_files import create_static_files_router

ASSETS = Path(__file__).parent / "swagger"
# Whatever a browser might be talked into: the page loads from this server and calls this server.
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
    " frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_PAGE = """\
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/assets/start.js"></script>
  </head>
  <body><div id="docs"></div></body>
</html>
"""


class DocumentationPage(OpenAPIRenderPlugin):
    """The page itself, at /docs and /docs/swagger."""

    def __init__(self) -> None:
        super().__init__(path="/swagger")

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        return _PAGE.format(title=openapi_schema["info"]["title"]).encode()


def docs_router(opt: Mapping[str, Any]) -> Router:
    """Where Litestar puts the page and the document; `opt` says who may see them."""
    assets = create_static_files_router("/assets", [ASSETS], name="docs-assets", opt=dict(opt))
    return Router("/docs", route_handlers=[assets], opt=dict(opt), include_in_schema=False, response_headers=_HEADERS)
