namespace HuaihuaPilotZone.Web.Setup;

/// <summary>Names of the locks. The two desks are locked as a whole by <see cref="GuardDesks"/>; inside the park desk, every act that changes something names its own.</summary>
public static class Policies
{
    /// <summary>Any role of the staff.</summary>
    public const string ParkDesk = nameof(ParkDesk);

    /// <summary>A person with a lasting membership in the enterprise chosen at sign-in.</summary>
    public const string EnterpriseDesk = nameof(EnterpriseDesk);

    /// <summary>企业管理员 of the chosen enterprise.</summary>
    public const string AdministerEnterprise = nameof(AdministerEnterprise);

    public const string ManagePeople = nameof(ManagePeople);
    public const string KeepRoster = nameof(KeepRoster);
    /// <summary>Saves views of the roster and takes it along as a file; persons in it only for those who keep it.</summary>
    public const string ReadRoster = nameof(ReadRoster);

    public const string KeepTables = nameof(KeepTables);

    /// <summary>Keeps nodes, legs, corridors, notices and the timetable.</summary>
    public const string KeepNetwork = nameof(KeepNetwork);

    /// <summary>States that there is a special customs area.</summary>
    public const string StateAreas = nameof(StateAreas);

    public const string ReviewDeclarations = nameof(ReviewDeclarations);
    public const string EditContent = nameof(EditContent);

    /// <summary>Reads and answers what the public writes: letters and information requests, with personal data.</summary>
    public const string AnswerLetters = nameof(AnswerLetters);
    /// <summary>Types and checks figures of the statistics pages.</summary>
    public const string KeepFigures = nameof(KeepFigures);
    /// <summary>Reviews what others have written for the public.</summary>
    public const string ReviewContent = nameof(ReviewContent);

    /// <summary>Looks after what runs in the background: mail and jobs.</summary>
    public const string RunPortal = nameof(RunPortal);

    /// <summary>Watches and stops the jobs one has started.</summary>
    public const string WatchJobs = nameof(WatchJobs);

    /// <summary>A key with the scope declarations:read.</summary>
    public const string ApiRead = nameof(ApiRead);

    /// <summary>A key with the scope declarations:write.</summary>
    public const string ApiWrite = nameof(ApiWrite);

    /// <summary>A key with the scope declarations:submit.</summary>
    public const string ApiSubmit = nameof(ApiSubmit);

    /// <summary>A key with the scope events:write.</summary>
    public const string ApiReport = nameof(ApiReport);
}
