using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HuaihuaPilotZone.Accounts;

namespace HuaihuaPilotZone.Tests.Accounts;

/// <summary>Every password of an ordered list is found in it, wherever it stands, and no other.</summary>
public sealed class SearchingBreachedPasswordsTests
{
    /// <summary>Such a list, as it is given out.</summary>
    public static string ListOf(params IEnumerable<string> passwords) => string.Concat(passwords.Select(HashOf).Order(StringComparer.Ordinal).Select((h, i) => string.Create(CultureInfo.InvariantCulture, $"{h}:{(i * 7919) + 1}\r\n")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(500)]
    public void All_of_a_list_are_found_and_others_are_not(int count)
    {
        var (listed, others) = (Passwords("in", count), Passwords("out", 500));
        using var list = Stream(ListOf(listed));

        Assert.All(listed, p => Assert.True(BreachedPasswords.IsIn(list, p)));
        Assert.All(others, p => Assert.False(BreachedPasswords.IsIn(list, p)));
    }

    [Fact]
    public void A_list_in_small_letters_without_a_last_line_end_is_the_same_and_an_empty_one_has_nobody()
    {
        var listed = Passwords("in", 50);
        using var list = Stream(ListOf(listed).TrimEnd().ToLowerInvariant());
        using var empty = Stream("");

        Assert.All(listed, p => Assert.True(BreachedPasswords.IsIn(list, p)));
        Assert.False(BreachedPasswords.IsIn(empty, listed[0]));
    }

    private static List<string> Passwords(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{kind} {i}"))];

    private static MemoryStream Stream(string text) => new(Encoding.ASCII.GetBytes(text));

#pragma warning disable CA5350 // the list is ordered by it
    private static string HashOf(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
}
