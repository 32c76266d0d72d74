using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// Refuses passwords that are guessed soon: common ones, and those made of words of this place or of the person. What counts is how many guesses it takes
/// (zxcvbn, with its lists of common passwords, names and words), not which kinds of characters stand in it.
/// </summary>
public sealed class GuessablePasswords : IPasswordValidator<PortalUser>
{
    public const string Code = "PasswordGuessable";

    /// <summary>Beyond so many characters nothing is guessed; what comes after them is not looked at.</summary>
    private const int MostLooked = 64;

    /// <summary>Bits of chance: what is among the first 4,096 guesses has less.</summary>
    private const double LeastEntropy = 12;

    /// <summary>A word that digits are hung on to is looked at without them.</summary>
    private const int ShortestWord = 4;

    /// <summary>Words of the place, which somebody who guesses tries first.</summary>
    private static readonly string[] _place = ["huaihua", "怀化", "hunan", "湖南", "pilotzone", "pilot", "zone", "kuajing", "跨境", "跨境电商", "dianshang", "zongshiqu", "综试区", "portal", "customs", "haiguan", "海关", "yuanqu", "园区", "admin"];

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(AreGuessable(password ?? "", [.. _place, .. WordsOf(user)]) ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "这个密码太常见，或含有登录名、姓名、本平台的名称，容易被猜到，请换一个。" }) : IdentityResult.Success);

    private static bool AreGuessable(string password, string[] words) =>
        IsGuessable(password, words) || (password.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: >= ShortestWord } word && IsGuessable(word, words));

    private static bool IsGuessable(string password, string[] words) =>
        Zxcvbn.Zxcvbn.MatchPassword(password.Length > MostLooked ? password[..MostLooked] : password, words).Entropy < LeastEntropy;

    private static IEnumerable<string> WordsOf(PortalUser user) =>
        new[] { user.UserName, user.Email, user.Email?.Split('@')[0], user.DisplayName }.OfType<string>().Where(w => w.Length > 0).Select(w => w.ToLowerInvariant());
}
