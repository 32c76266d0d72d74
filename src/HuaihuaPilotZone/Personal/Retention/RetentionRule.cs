using System.Runtime.InteropServices;
using HuaihuaPilotZone.Data;

namespace HuaihuaPilotZone.Personal.Retention;

/// <summary>One step of a rule.</summary>
/// <param name="Before">UTC; what is older ends.</param>
/// <param name="Now">UTC.</param>
/// <param name="Most">Rows at most.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RetentionStep(DateTime Before, DateTime Now, int Most);

/// <summary>What ends when its time is over, and how. A step is bounded and may be done twice without harm.</summary>
/// <param name="Key">Kept with every count, so never renamed.</param>
/// <param name="Word">What ends, Chinese.</param>
/// <param name="Days">After how many days; from the settings.</param>
/// <param name="EndSomeAsync">Ends some rows, inside the caller's transaction, and says how many.</param>
internal sealed record RetentionRule(string Key, string Word, Func<PrivacyOptions, int> Days, Func<PortalDbContext, RetentionStep, CancellationToken, Task<int>> EndSomeAsync);
