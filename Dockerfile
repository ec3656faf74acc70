# syntax=docker/dockerfile:1
# The site in production: `docker compose up`, see docker-compose.yml and docs/recettes/mettre-en-production.md.

FROM python:3.11-slim-bookworm AS construction
ENV PYTHONDONTWRITEBYTECODE=1 UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
RUN pip install --no-cache-dir uv
COPY requirements.txt /tmp/
RUN python -m venv --without-pip /opt/venv \
    && uv pip install --no-cache --python /opt/venv/bin/python -r /tmp/requirements.txt
WORKDIR /app
COPY manage.py ./
COPY portail portail
COPY ressources ressources
COPY recherche recherche
COPY templates templates
# Values for this one command: nothing of them stays in the image.
RUN DJANGO_SETTINGS_MODULE=portail.settings.production DOSSIER_VAR=/donnees \
    SECRET_KEY=collectstatic-only ALLOWED_HOSTS=localhost SITE_URL=https://localhost \
    /opt/venv/bin/python manage.py collectstatic --noinput --verbosity 0

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=portail.settings.production DOSSIER_VAR=/donnees \
    GRANIAN_INTERFACE=wsgi GRANIAN_HOST=0.0.0.0 GRANIAN_PORT=8000 GRANIAN_WORKERS=2 GRANIAN_BLOCKING_THREADS=4
# Volumes are mounted on index, media and cache: new volumes take the owner of these folders. Static files belong
# to the image, and change with it.
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin portail \
    && install -d -o portail -g portail /donnees /donnees/index /donnees/media /donnees/cache
COPY --from=construction /opt/venv /opt/venv
COPY --from=construction --chown=portail:portail /donnees/statique /donnees/statique
COPY --from=construction /app /app
WORKDIR /app
USER portail
EXPOSE 8000
# Asks as the proxy does: in production plain http is sent to https, and unknown hosts are refused.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "-c", "\
import os, urllib.request as u; \
hote = os.environ['ALLOWED_HOSTS'].split(',')[0].lstrip('.'); \
u.urlopen(u.Request('http://127.0.0.1:8000/sante/', headers={'Host': hote, 'X-Forwarded-Proto': 'https'}), timeout=4)"]
CMD ["granian", "portail.wsgi:application"]
