using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.FilingReceipts;
using HuaihuaPilotZone.Journal.Seals;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class LastingCalls : ServiceCalls
{
    protected override void Describe()
    {
        // a block that says of itself what its hash says, so that its lines are read
        var (none, at) = (new string('0', JournalSeal.HashLength), new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc));
        Answers Block(JournalSealKind kind) => Row(
            ("Number", 1), ("Kind", kind.ToString()), ("AfterLineId", 0L), ("FirstLineId", 1L), ("LastLineId", 1L), ("LineCount", 1), ("ContentHash", "x"), ("PreviousHash", none), ("SealedAt", at),
            ("Hash", JournalCanon.HashOf(1, kind, 0, 1, 1, 1, "x", none, at)), ("Marks", Array.Empty<byte>()), ("Salt", "x"));
        Call<JournalSealer>(s => s.SealDueAsync(CancellationToken.None));
        Call<JournalVerifier>(s => s.VerifyAsync(static _ => Task.CompletedTask, CancellationToken.None));
        foreach (var kind in Enum.GetValues<JournalSealKind>()) Call<JournalVerifier>(s => s.VerifyAsync(static _ => Task.CompletedTask, CancellationToken.None), Block(kind).Reaching("JournalPersonalValues"));
        Call<JournalKeeping>(s => s.KeepAsync(CancellationToken.None));
        Call<JournalKeeping>(s => s.VerifyNowAsync(CancellationToken.None));
        Call<JournalKeeping>(s => s.AskAsync(CancellationToken.None));
        Call<JournalKeeping>(s => s.LastAsync(CancellationToken.None));
        foreach (var filter in new[] { new SealFilter(), new SealFilter(JournalSealKind.Late, 7, OldestFirst: true) })
        {
            Call<JournalKeeping>(s => s.ListAsync(filter, new PageRequest(2), CancellationToken.None));
            Call<JournalKeeping>(s => s.StreamAsync(filter));
        }
        Call<ReceiptContents>(s => s.NextAsync(0, CancellationToken.None));
        Call<ReceiptContents>(s => s.FindAsync("XJ-20261128-0001-R", CancellationToken.None));
        Call<ReceiptDesk>(s => s.LookAsync("XJ-20261128-0001-R", "ABCDEFGH", CancellationToken.None), Row(("Number", "XJ-20261128-0001-R"), ("CheckCode", "ABCDEFGH"), ("Kind", nameof(FilingKind.Letter))).ButNothingFor("JournalLateLines").Reaching("JournalSeals"));
        Call<ReceiptDesk>(s => s.OfAsync("XJ-20261128-0001", CancellationToken.None));
    }
}
