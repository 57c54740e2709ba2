"""/api/v1/: what is public, for programs. Reads only; the OpenAPI document says what each address takes and gives."""

from bulletins.api.urls import urlpatterns

__all__ = ["urlpatterns"]
