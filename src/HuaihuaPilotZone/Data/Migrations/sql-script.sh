#!/usr/bin/env bash
# sql-script.sh FILE: the idempotent T-SQL of all SQL Server migrations, for the DBA to read and run.
set -euo pipefail
out=$(realpath "${1:?"usage: sql-script.sh FILE"}")
cd "$(dirname "$0")/../.."
dotnet tool restore
dotnet ef migrations script --idempotent --context SqlServerPortalDbContext -o "$out"
