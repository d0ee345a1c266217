"""The published JSON Schema of the output, made from the models."""

from __future__ import annotations

from typing import Any

from adilet_parser.model.act import Act
from adilet_parser.version import SCHEMA_VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = f"urn:adilet-parser:schema:act:{SCHEMA_VERSION}"


def json_schema() -> dict[str, Any]:
    """The schema of what `parse` writes (serialization mode: every field is there)."""
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **Act.model_json_schema(mode="serialization")}
