#!/usr/bin/env bash
# Run once by the PostgreSQL image: one database and one user for each service.
set -euo pipefail

for service in participants events exchanges reporting; do
  psql --variable=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
create user rapport_${service} password '${RAPPORT_DATABASE_PASSWORD}';
create database rapport_${service} owner rapport_${service};
\connect rapport_${service}
create extension if not exists unaccent;
create extension if not exists pg_trgm;
SQL
done
