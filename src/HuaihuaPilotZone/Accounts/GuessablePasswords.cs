using Microsoft.AspNetCore.Identity;

namespace HuaihuaPilotZone.Accounts;

/// <summary>
/// Refuses passwords that are guessed soon: common ones, and those made of words of this place or of the person. What counts is how many guesses it takes
/// (zxcvbn, with its list of 30,000 common passwords), not which kinds of characters stand in it.
/// </summary>
public sealed class GuessablePasswords : IPasswordValidator<PortalUser>
{
    public const string Code = "PasswordGuessable";

    /// <summary>Beyond so many characters nothing is guessed; what comes after them is not looked at.</summary>
    private const int MostLooked = 64;

    /// <summary>Fewer guesses than this are made in a day, throttled or not.</summary>
    private const double LeastGuesses = 1e6;

    /// <summary>Words of the place, which somebody who guesses tries first.</summary>
    private static readonly string[] _place = ["huaihua", "怀化", "hunan", "湖南", "pilotzone", "pilot", "zone", "kuajing", "跨境", "跨境电商", "dianshang", "zongshiqu", "综试区", "portal", "customs", "haiguan", "海关", "yuanqu", "园区", "admin"];

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsGuessable(password ?? "", [.. _place, .. WordsOf(user)]) ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "这个密码太常见，或含有登录名、姓名、本平台的名称，容易被猜到，请换一个。" }) : IdentityResult.Success);

    private static bool IsGuessable(string password, string[] words) =>
        Zxcvbn.Core.EvaluatePassword(password.Length > MostLooked ? password[..MostLooked] : password, words).Guesses < LeastGuesses;

    private static IEnumerable<string> WordsOf(PortalUser user) =>
        new[] { user.UserName, user.Email, user.Email?.Split('@')[0], user.DisplayName }.OfType<string>().Where(w => w.Length > 0).Select(w => w.ToLowerInvariant());
}
