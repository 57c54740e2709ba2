# The site in an image: `docker build -t rapporteur .` in the checkout.
# Python's packages are pinned by hash (requirements.txt); pin the base image by its digest where you build for others.
FROM python:3.13-slim-trixie AS build

COPY requirements.txt /app/
RUN python -m venv /opt/rapporteur \
 && /opt/rapporteur/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /app/requirements.txt
COPY manage.py LICENSE /app/
COPY bulletins /app/bulletins
COPY docs/editing.md docs/editing.zh-hans.md /app/docs/
COPY forum /app/forum
COPY speakers /app/speakers
COPY templates /app/templates
# The files belong to the image: an upgrade cannot forget them. No database is asked.
RUN RAPPORTEUR_DEBUG=1 /opt/rapporteur/bin/python /app/manage.py collectstatic --noinput --verbosity 0 \
 && /opt/rapporteur/bin/python -m compileall -q /app

FROM python:3.13-slim-trixie

RUN useradd --system --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin rapporteur
COPY --from=build /opt/rapporteur /opt/rapporteur
COPY --from=build /app /app
ENV PATH=/opt/rapporteur/bin:$PATH PYTHONUNBUFFERED=1
WORKDIR /app
USER 10001:10001
EXPOSE 8000
# Only whether the process lives: a database that is away must not make anybody restart the site. /readyz says the rest.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["python", "/app/manage.py"]
CMD ["serve", "--host", "0.0.0.0"]
