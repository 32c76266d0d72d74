using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace HuaihuaPilotZone.Web.Public.Errors;

/// <summary>Tells whether something could not be kept because the disk is full or may not be written to. Nothing of it was kept then: the transaction was rolled back.</summary>
public static class StorageFaults
{
    // SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;

    // SQL Server: filegroup full, log full, database is read-only
    private const int FilegroupFull = 1105;
    private const int LogFull = 9002;
    private const int ServerReadOnly = 3906;

    // ENOSPC, EROFS and EDQUOT, and what Windows says instead
    private const int NoSpace = 28;
    private const int ReadOnlyDisk = 30;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    public static bool IsOne(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteInputOutput or SqliteFull }
                or SqlException { Number: FilegroupFull or LogFull or ServerReadOnly }
                or IOException { HResult: NoSpace or ReadOnlyDisk or QuotaExceeded or WindowsDiskFull or WindowsWriteProtected }) return true;
        }

        return false;
    }
}
