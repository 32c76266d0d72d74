#!/usr/bin/env bash
# add-migration.sh NAME: one name, both databases.
set -euo pipefail
cd "$(dirname "$0")/../.."
name=${1:?"usage: add-migration.sh NAME"}
dotnet tool restore
dotnet build -v q --nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --context "${provider}PortalDbContext" -o "Data/Migrations/$provider"
done
