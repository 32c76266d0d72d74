namespace HuaihuaPilotZone.Common;

/// <summary>Who acts in this scope. The web fills it from the sign-in; jobs and commands act as the system.</summary>
public sealed class Actor
{
    public const int NameMaxLength = 100;

    public int? UserId { get; private set; }

    public string Name { get; private set; } = "系统";

    public void Is(int userId, string name) => (UserId, Name) = (userId, name);

    /// <summary>A program of an enterprise acts, known by the name of its key.</summary>
    public void IsProgram(string name) => (UserId, Name) = (null, name);
}
