namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// The one row that every act touches first which could leave the portal without an administrator. The database lets
/// such acts pass one after the other, so each counts the administrators that the one before it left.
/// </summary>
public sealed class AdministratorGuard
{
    public required int Id { get; init; }

    /// <summary>How many such acts there have been.</summary>
    public int Turn { get; init; }
}
