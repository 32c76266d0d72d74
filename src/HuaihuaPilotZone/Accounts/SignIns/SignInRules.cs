using System.ComponentModel.DataAnnotations;

namespace HuaihuaPilotZone.Accounts.SignIns;

/// <summary>Whether people have to have a second factor.</summary>
public enum TwoFactorRule
{
    /// <summary>Nobody gets in without one.</summary>
    Required,

    /// <summary>Who wants one has one.</summary>
    Offered,
}

/// <summary>How people get in, how long they stay, and how often somebody may guess.</summary>
public sealed class SignInRules
{
    public const string Section = "SignIn";

    /// <summary>Of the staff; offered in Development only.</summary>
    public TwoFactorRule StaffTwoFactor { get; init; } = TwoFactorRule.Required;

    /// <summary>Of everybody else.</summary>
    public TwoFactorRule EnterpriseTwoFactor { get; init; } = TwoFactorRule.Offered;

    /// <summary>Minutes for which a password or code counts before dangerous acts.</summary>
    [Range(1, 1440)]
    public int StepUpMinutes { get; init; } = 10;

    /// <summary>Minutes without a request after which a sign-in of an enterprise's person ends.</summary>
    [Range(10, 1440)]
    public int IdleMinutes { get; init; } = 480;

    /// <summary>Minutes without a request after which a sign-in of staff ends.</summary>
    [Range(10, 1440)]
    public int StaffIdleMinutes { get; init; } = 60;

    /// <summary>Hours after which a sign-in of an enterprise's person ends, whatever they do.</summary>
    [Range(1, 2160)]
    public int LongestHours { get; init; } = 720;

    /// <summary>Hours after which a sign-in of staff ends, whatever they do.</summary>
    [Range(1, 2160)]
    public int StaffLongestHours { get; init; } = 12;

    /// <summary>Sign-ins of one person at a time; one more ends the oldest.</summary>
    [Range(1, 1000)]
    public int MostSessions { get; init; } = 10;

    /// <summary>Wrong attempts of one name from one address, or on one known browser, before each has to wait.</summary>
    [Range(3, 1_000_000)]
    public int PairFailures { get; init; } = 5;

    /// <summary>Wrong attempts of one name from anywhere, before unknown browsers at unknown addresses have to wait.</summary>
    [Range(3, 1_000_000)]
    public int NameFailures { get; init; } = 20;

    /// <summary>Wrong attempts from one address, whatever the name, before unknown browsers there have to wait.</summary>
    [Range(3, 1_000_000)]
    public int AddressFailures { get; init; } = 50;

    /// <summary>Path of a list of breached passwords that no new one may stand in; empty for none. See <see cref="Accounts.BreachedPasswords"/>.</summary>
    public string? BreachedPasswords { get; init; }

    /// <summary>When a sign-in ends that has not been seen since.</summary>
    internal TimeSpan Idle(bool isStaff) => TimeSpan.FromMinutes(isStaff ? StaffIdleMinutes : IdleMinutes);

    /// <summary>How long a sign-in lasts at most.</summary>
    internal TimeSpan Longest(bool isStaff) => TimeSpan.FromHours(isStaff ? StaffLongestHours : LongestHours);
}
