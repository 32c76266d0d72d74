using System.Globalization;
using System.Runtime.CompilerServices;
using HuaihuaPilotZone.Accounts;
using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Data;
using HuaihuaPilotZone.Messages;
using HuaihuaPilotZone.Personal.Consents;
using HuaihuaPilotZone.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Personal.Requests;

/// <summary>The sections of an export. Each takes the rows of one person alone; the inventory names the section of every record that belongs to people with accounts.</summary>
public sealed class ExportSections(PortalDbContext db)
{
    private const int MostRows = 1000;

    /// <summary>Keys of all sections, as the inventory names them.</summary>
    public static readonly IReadOnlyList<string> Keys =
        ["account", "roles", "memberships", "consents", "requests", "invitations", "notices", "mails", "mail-settings", "subscription", "contacts", "applications", "sessions", "browsers", "views", "acts"];

    /// <summary>About how many rows an export of this person has: those of the sections that grow with the years.</summary>
    internal async Task<int> CountAsync(PortalUser user, CancellationToken cancellation)
    {
        var (id, email) = (user.Id, user.Email ?? "");
        return await db.Journal.CountAsync(l => l.UserId == id, cancellation) + await db.Notices.CountAsync(n => n.UserId == id, cancellation)
            + await db.OutgoingMails.CountAsync(m => email != "" && m.To == email, cancellation) + await db.SignInSessions.CountAsync(s => s.UserId == id, cancellation);
    }

    internal IReadOnlyList<ExportSection> Of(PortalUser user)
    {
        var (id, email) = (user.Id, user.Email ?? "");
        return
        [
            Section("account", [("name", "姓名"), ("userName", "登录名"), ("email", "邮箱"), ("phone", "电话"), ("createdAt", "开通时间"), ("lastSignInAt", "最近登录"), ("noticeVersion", "隐私说明版本"), ("resetMailSentAt", "最近一次重置密码邮件")],
                One(user.DisplayName, user.UserName, user.Email, user.PhoneNumber, Time(user.CreatedAt), Time(user.LastSignInAt), user.PrivacyNoticeVersion, Time(user.ResetMailSentAt))),
            Section("roles", [("role", "角色")], Rows(from given in db.UserRoles join role in db.Roles on given.RoleId equals role.Id where given.UserId == id orderby role.Id select role.Name!, r => [StaffRoles.Word(r)])),
            Section("memberships", [("enterprise", "企业"), ("role", "身份"), ("since", "加入时间"), ("suspendedAt", "暂停时间"), ("endedAt", "结束时间")],
                Rows(db.Memberships.Where(m => m.UserId == id).OrderBy(m => m.Id).Select(m => new { m.Enterprise!.Name, m.Role, m.Since, m.SuspendedAt, m.EndedAt }), m => [m.Name, m.Role.Word(), Time(m.Since), Time(m.SuspendedAt), Time(m.EndedAt)])),
            Section("consents", [("kind", "事项"), ("version", "隐私说明版本"), ("givenAt", "同意时间"), ("endedAt", "结束时间"), ("end", "怎样结束"), ("endedBy", "由谁结束")],
                Rows(db.ConsentRecords.Where(c => c.UserId == id).OrderBy(c => c.Id), c => [c.Kind.Word(), c.NoticeVersion, Time(c.GivenAt), Time(c.EndedAt), c.End?.Word(), c.EndedBy])),
            Section("requests", [("number", "编号"), ("kind", "类型"), ("state", "状态"), ("reason", "原因"), ("receivedAt", "提出时间"), ("decidedAt", "办结时间"), ("answer", "答复"), ("remainder", "保留的内容")],
                Rows(db.PrivacyRequests.Where(r => r.UserId == id).OrderBy(r => r.Id), r => [r.Number, r.Kind.Word(), r.State.Word(), r.Reason, Time(r.ReceivedAt), Time(r.DecidedAt), r.Answer, r.Remainder])),
            Section("invitations", [("name", "姓名"), ("email", "邮箱"), ("role", "身份"), ("createdAt", "发出时间"), ("usedAt", "接受时间")],
                Rows(db.Invitations.Where(i => email != "" && i.Email == email).OrderBy(i => i.Id), i => [i.Name, i.Email, i.RoleWords, Time(i.CreatedAt), Time(i.UsedAt)])),
            .. Messages(id, email),
            .. AtEnterprises(id, email),
            Section("sessions", [("beganAt", "登录时间"), ("lastSeenAt", "最近使用"), ("endedAt", "结束时间"), ("address", "网络地址"), ("browser", "浏览器")],
                Rows(db.SignInSessions.Where(s => s.UserId == id).OrderBy(s => s.Id), s => [Time(s.BeganAt), Time(s.LastSeenAt), Time(s.EndedAt), s.Address, s.Browser])),
            Section("browsers", [("firstSeenAt", "首次登录"), ("lastSeenAt", "最近登录")], Rows(db.KnownBrowsers.Where(b => b.UserId == id).OrderBy(b => b.Id), b => [Time(b.FirstSeenAt), Time(b.LastSeenAt)])),
            Section("views", [("name", "名称"), ("address", "条件")], Rows(db.RosterViews.Where(v => v.OwnerId == id).OrderBy(v => v.Id), v => [v.Name, v.Address])),
            Section("acts", [("at", "时间"), ("name", "当时的姓名"), ("subject", "对象"), ("number", "编号"), ("act", "事项"), ("note", "说明")],
                Rows(db.Journal.Where(l => l.UserId == id).OrderBy(l => l.Id), l => [Time(l.At), l.UserName, l.Subject, l.SubjectKey, l.Act, l.Note])),
        ];
    }

    private IEnumerable<ExportSection> Messages(int id, string email)
    {
        var hash = MailAddresses.Problem(email) == AddressProblem.None ? MailAddresses.Hash(email) : "";
        yield return Section("notices", [("at", "时间"), ("title", "标题"), ("text", "内容"), ("readAt", "阅读时间")],
            Rows(db.Notices.Where(n => n.UserId == id).OrderBy(n => n.Id), n => [Time(n.At), n.Title, n.Text, Time(n.ReadAt)]));
        // the text may hold a link that is a secret
        yield return Section("mails", [("to", "邮箱"), ("kind", "类型"), ("subject", "标题"), ("writtenAt", "时间"), ("deliveredAt", "送达时间")],
            Rows(db.OutgoingMails.Where(m => email != "" && m.To == email).OrderBy(m => m.Id), m => [m.To, m.Kind.Word(), m.Subject, Time(m.WrittenAt), Time(m.DeliveredAt)]));
        yield return Section("mail-settings", [("kind", "不发邮件的消息")], Rows(db.MailOptOuts.Where(o => o.UserId == id).OrderBy(o => o.Kind), o => [o.Kind.Word()]));
        yield return Section("subscription", [("email", "邮箱"), ("topic", "主题"), ("frequency", "频率"), ("askedAt", "申请时间"), ("confirmedAt", "确认时间")],
            Rows(
                from topic in db.SubscriberTopics
                join subscriber in db.Subscribers on topic.SubscriberId equals subscriber.Id
                where hash != "" && subscriber.AddressHash == hash
                orderby topic.Topic
                select new { topic.Topic, subscriber.Frequency, subscriber.AskedAt, subscriber.ConfirmedAt },
                t => [email, t.Topic, t.Frequency.ToString(), Time(t.AskedAt), Time(t.ConfirmedAt)]));
    }

    /// <summary>The person as a contact, known by the address: of the enterprises they work for, and of the applications those came from.</summary>
    private IEnumerable<ExportSection> AtEnterprises(int id, string email)
    {
        yield return Section("contacts", [("enterprise", "企业"), ("name", "姓名"), ("position", "职务"), ("phone", "电话"), ("email", "邮箱")],
            Rows(
                db.Enterprises.Where(e => db.Memberships.Any(m => m.UserId == id && m.EnterpriseId == e.Id)).OrderBy(e => e.Id).Take(MostRows).SelectMany(e => e.Contacts, (e, c) => new { Enterprise = e.Name, c.Name, c.Position, c.Phone, c.Email }),
                c => [c.Enterprise, c.Name, c.Position, c.Phone, c.Email], c => IsTheirs(c.Email, email)));
        yield return Section("applications", [("number", "编号"), ("enterprise", "企业"), ("name", "姓名"), ("position", "职务"), ("phone", "电话"), ("email", "邮箱"), ("submittedAt", "提交时间"), ("noticeVersion", "隐私说明版本")],
            Rows(
                db.EntryApplications.Where(a => db.Memberships.Any(m => m.UserId == id && m.Enterprise!.CreditCode == a.CreditCode)).OrderBy(a => a.Id),
                a => [a.Number, a.Name, a.ContactName, a.ContactPosition, a.ContactPhone, a.ContactEmail, Time(a.SubmittedAt), a.PrivacyNoticeVersion], a => IsTheirs(a.ContactEmail, email)));
    }

    private static bool IsTheirs(string? address, string email) => email.Length > 0 && string.Equals(address, email, StringComparison.OrdinalIgnoreCase);

    private static ExportSection Section(string key, IReadOnlyList<(string Key, string Word)> fields, IAsyncEnumerable<IReadOnlyList<string?>> rows) => new(key, fields, rows);

    /// <param name="isTheirs">For what the database cannot seek, since it is encrypted.</param>
    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rows<T>(IQueryable<T> query, Func<T, IReadOnlyList<string?>> values, Func<T, bool>? isTheirs = null, [EnumeratorCancellation] CancellationToken cancellation = default)
        where T : class
    {
        await foreach (var row in query.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (isTheirs?.Invoke(row) != false) yield return values(row);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> One(params string?[] row)
    {
        yield return row;
        await Task.CompletedTask;
    }

    private static string? Time(DateTime? utc) => utc is { } moment ? ChinaTime.FromUtc(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null;
}
