"""Reading what strangers send, in processes of their own: nothing that anybody sends stops the site.

A reader (a manuscript's, a programme's) is a function from bytes to structs. `Pool.call` runs it in a
warm process with limits of time and memory; whatever becomes of that process, the caller gets the
function's result or one `RefusedError` with a sentence. Plain Python: no Django, no database, no secrets.
"""

from forum.isolation.errors import RefusedError
from forum.isolation.limits import Limits
from forum.isolation.pool import Pool

__all__ = ["Limits", "Pool", "RefusedError"]
