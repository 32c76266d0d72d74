namespace HuaihuaPilotZone.Enterprises.Showcase;

/// <summary>What is done to the things that enterprises show, as the journal has it.</summary>
public static class ShowcaseActs
{
    public const string Added = "showcase.added";
    public const string Changed = "showcase.changed";
    public const string Removed = "showcase.removed";
    public const string Accepted = "showcase.accepted";
    public const string Refused = "showcase.refused";
}
