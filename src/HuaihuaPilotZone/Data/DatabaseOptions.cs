using System.ComponentModel.DataAnnotations;
using HuaihuaPilotZone.Search;

namespace HuaihuaPilotZone.Data;

/// <summary>Section "Database".</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite (default) or SqlServer.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Rows per INSERT/UPDATE batch on SQL Server; 1 for servers without MERGE. Null = EF's own choice.</summary>
    [Range(1, 1000)]
    public int? MaxBatchSize { get; set; }

    /// <summary>Seconds.</summary>
    [Range(1, 3600)]
    public int CommandTimeoutSeconds { get; set; } = 30;

    /// <summary>PRAGMA synchronous: FULL survives a power cut; NORMAL is for tests.</summary>
    [RegularExpression("^(FULL|NORMAL)$", ErrorMessage = "Database:SqliteSynchronous is FULL or NORMAL.")]
    public string SqliteSynchronous { get; set; } = "FULL";

    /// <summary>Pages of the database that a connection keeps in memory at most, megabytes. SQLite's own 2 are too few for acts on many records: pages are written again and again.</summary>
    [Range(1, 4096)]
    public int SqliteCacheMegabytes { get; set; } = 8;

    /// <summary>
    /// What SQLite takes in memory at most for all connections of the process together, megabytes; 0 for no such limit; never less than two connections may keep. Beyond it a connection uses its own pages again
    /// instead of taking more. It is a wish, not a wall: what a statement cannot do without, it gets (https://sqlite.org/pragma.html#pragma_soft_heap_limit).
    /// </summary>
    [Range(0, 65536)]
    public int SqliteMemoryMegabytes { get; set; } = 32;

    /// <summary>How the search finds pages: FullText (SQLite only, its default) or Postings (any database; always on SQL Server).</summary>
    public SearchEngineKind? Search { get; set; }

    /// <summary>The engine that the choice and the database come to.</summary>
    internal SearchEngineKind SearchEngineKind => Provider == "SqlServer" ? SearchEngineKind.Postings : Search ?? SearchEngineKind.FullText;

    /// <summary>SQL Server only: migrate when the portal starts. SQLite always migrates at start.</summary>
    public bool MigrateAtStartup { get; set; }

    /// <summary>Demonstration enterprises, accounts and documents; null = only in Development.</summary>
    public bool? SeedDemonstration { get; set; }
}
