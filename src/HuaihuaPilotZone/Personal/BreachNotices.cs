using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Journal;

namespace HuaihuaPilotZone.Personal;

/// <summary>What is known of a leak, a forgery or a loss (个人信息保护法 art. 57).</summary>
/// <param name="Kinds">Which kinds of data.</param>
/// <param name="Remedies">What was done already.</param>
/// <param name="Advice">What people can do to lessen the harm.</param>
public sealed record BreachFacts(string When, string Kinds, string Cause, string Harm, string Remedies, string Advice, string Contact);

/// <summary>Makes the notice that art. 57 asks for and notes that it was made. Who is affected stands neither in the one nor in the other.</summary>
public sealed class BreachNotices(PortalDbContext db, PortalJournal journal, ChinaTime time)
{
    public const int FieldMaxLength = 500;

    public async Task<Outcome<string>> MakeAsync(BreachFacts facts, CancellationToken cancellation)
    {
        string[] said = [facts.When, facts.Kinds, facts.Cause, facts.Harm, facts.Remedies, facts.Advice, facts.Contact];
        if (said.Any(s => string.IsNullOrWhiteSpace(s) || s.Length > FieldMaxLength)) return Outcome.Refused($"每一项都要填写，最多 {FieldMaxLength} 个字；还不清楚的，写明“正在核查”。");
        journal.Write(JournalSubjects.Privacy, time.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), PrivacyActs.BreachNoticeMade, facts.Kinds);
        await db.SaveChangesAsync(cancellation);
        return $"""
            关于个人信息安全事件的通知

            您好：

            我们发现，{facts.When}发生或者可能发生个人信息泄露、篡改或丢失，涉及的信息种类：{facts.Kinds}；原因：{facts.Cause}；可能造成的危害：{facts.Harm}。

            我们已采取的补救措施：{facts.Remedies}。您可以采取的减轻危害的措施：{facts.Advice}。

            联系方式：{facts.Contact}。
            """;
    }
}
