using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Declarations.Review;
using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Declarations;

/// <summary>
/// A pre-declaration: a document that an enterprise checks, corrects, stores and hands over. The legal declaration is made in 国际贸易单一窗口.
/// The document is kept as typed (JSON); the columns beside it are what lists and duplicate checks need of it.
/// </summary>
public sealed class Declaration : IVersioned
{
    public const int ReasonMaxLength = 1000;
    public const int PreNoMaxLength = 18;
    public const int ProjectionMaxLength = 200;
    public const int RuleSetMaxLength = 60;

    public int Id { get; init; }

    public required DeclarationNumber Number { get; init; }

    public required int EnterpriseId { get; init; }

    public Enterprise? Enterprise { get; init; }

    /// <summary>A list that has not been submitted may become a declaration; nothing else changes it.</summary>
    public required DocumentKind Kind { get; set; }

    public DeclarationState State { get; private set; } = DeclarationState.Draft;

    /// <summary>UTC; since when it has been in that state, or null for its first one.</summary>
    public DateTime? StateSince { get; private set; }

    /// <summary>Changes of state that this scope makes; those of before are not loaded.</summary>
    public List<StateChange> StateChanges { get; init; } = [];

    /// <summary>What an application was made from; loaded only where asked for.</summary>
    public List<DeclarationSource> Sources { get; init; } = [];

    /// <summary>States of the document that this scope writes; those of before are not loaded.</summary>
    public List<DraftRevision> Revisions { get; init; } = [];

    /// <summary>Moved by receipts only.</summary>
    public CustomsState CustomsState { get; private set; } = CustomsState.NoReceipt;

    /// <summary>UTC; the time that the receipt gives which moved it there, or null when it gives none.</summary>
    public DateTime? CustomsStateAt { get; private set; }

    /// <summary>The document as typed, JSON.</summary>
    public string Document { get; private set; } = "{}";

    /// <summary>Where pre-filled values came from: JSON of path to <see cref="PrefilledValue"/>.</summary>
    public string Origins { get; set; } = "{}";

    /// <summary>What the mode chooser proposed and why.</summary>
    public string? ModeReason { get; init; }

    /// <summary>Why the enterprise chose another mode than the proposed one.</summary>
    public string? ModeNote { get; init; }

    public string? TradeMode { get; private set; }

    public string? Country { get; private set; }

    public string? PlatformCode { get; private set; }

    public string? OrderNo { get; private set; }

    public string? CarrierCode { get; private set; }

    public string? WaybillNo { get; private set; }

    /// <summary>First goods name, and how many more there are.</summary>
    public string GoodsSummary { get; private set; } = "";

    public int GoodsCount { get; private set; }

    /// <summary>Sum of the lines in <see cref="Currency"/>; null while a line is not a number or currencies differ.</summary>
    public decimal? GoodsValue { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>Number and texts the list is searched by, upper case.</summary>
    public string SearchText { get; private set; } = "";

    public int MustFixCount { get; private set; }

    public int AdviceCount { get; private set; }

    public string RuleSetVersion { get; private set; } = "";

    public string TablesVersion { get; private set; } = "";

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>UTC; the present submission.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>UTC; when it was passed, also by the system.</summary>
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>Passed without anybody of the park having looked: 未经园区核对.</summary>
    public bool IsUnreviewed { get; private set; }

    /// <summary>Day on which the enterprise imported it into the Single Window.</summary>
    public DateOnly? HandedOverOn { get; private set; }

    /// <summary>电子口岸预录入编号, as the enterprise reported it.</summary>
    public string? PreNo { get; private set; }

    public bool IsDemonstration { get; init; }

    public int Version { get; set; }

    /// <summary>Whether the park has left it unanswered for so many hours that the enterprise need not wait on.</summary>
    public bool IsUnanswered(int reviewHours, DateTime now) => State == DeclarationState.Submitted && SubmittedAt is { } at && at.AddHours(reviewHours) <= now;

    public CustomsDocument Read() => DocumentJson.TryDeserialize(Kind.Schema(), Document, out var document) ? document : new CustomsDocument(Kind.Schema());

    /// <summary>Puts a document and the result of its check in place of the present one.</summary>
    public Outcome Write(CustomsDocument document, PreCheckResult check, string tablesVersion, DateTime now)
    {
        if (!State.IsEditable()) return Outcome.Refused($"{State.Word()}的预申报不能修改。");
        Document = DocumentJson.Serialize(PersonNumbers.Hide(document));
        Revisions.Add(new DraftRevision { Version = Version + 1, Kind = Kind, Document = Document, At = now });
        Project(DeclarationProjection.Of(document));
        Remember(check, tablesVersion);
        UpdatedAt = now;
        return Outcome.Done;
    }

    /// <summary>Keeps what a check of the unchanged document said.</summary>
    public void Remember(PreCheckResult check, string tablesVersion)
    {
        MustFixCount = check.MustFixCount;
        AdviceCount = check.AdviceCount;
        RuleSetVersion = check.RuleSetVersion;
        TablesVersion = tablesVersion;
    }

    /// <summary>Turns the draft of a list into the draft of a declaration; the document that goes with it is written next.</summary>
    public Outcome BecomeDeclaration(string origins)
    {
        if (Kind != DocumentKind.List) return Outcome.Refused("这份预申报已经是报关单。");
        if (State != DeclarationState.Draft || SubmittedAt is not null) return Outcome.Refused("提交过的清单不能改为报关单。请复制为新单，再转为报关单。");
        (Kind, Origins) = (DocumentKind.CustomsDeclaration, origins);
        return Outcome.Done;
    }

    public Outcome Submit(DateTime now)
    {
        if (MustFixCount > 0) return Outcome.Refused($"还有 {MustFixCount} 处必须修改，改好后才能提交。");
        return Move(DeclarationState.Submitted, now, () => (SubmittedAt, AcceptedAt, IsUnreviewed) = (now, null, false));
    }

    public Outcome Return(DateTime now) => Move(DeclarationState.Returned, now, () => (AcceptedAt, IsUnreviewed, HandedOverOn) = (null, false, null));

    public Outcome Accept(DateTime now, bool unreviewed) => Move(DeclarationState.Accepted, now, () => (AcceptedAt, IsUnreviewed) = (now, unreviewed));

    public Outcome HandOver(DateOnly on, string? preNo, DateTime now) => Move(DeclarationState.HandedOver, now, () => (HandedOverOn, PreNo) = (on, preNo));

    public Outcome Withdraw(DateTime now) => Move(DeclarationState.Withdrawn, now, static () => { });

    private Outcome Move(DeclarationState to, DateTime now, Action change)
    {
        if (!State.MayBecome(to)) return Outcome.Refused($"“{State.Word()}”的预申报不能变为“{to.Word()}”。请刷新后再看。");
        StateChanges.Add(new StateChange { From = State, To = to, At = now, Seconds = (long)(now - (StateSince ?? CreatedAt)).TotalSeconds });
        (State, StateSince) = (to, now);
        UpdatedAt = now;
        change();
        return Outcome.Done;
    }

    private void Project(DeclarationProjection p)
    {
        (TradeMode, Country, Currency) = (p.TradeMode, p.Country, p.Currency);
        (PlatformCode, OrderNo, CarrierCode, WaybillNo) = (p.PlatformCode, p.OrderNo, p.CarrierCode, p.WaybillNo);
        (GoodsSummary, GoodsCount, GoodsValue) = (p.GoodsSummary, p.GoodsCount, p.GoodsValue);
        SearchText = string.Join('\n', Number.ToString(), p.OrderNo, p.WaybillNo, p.GoodsSummary).ToUpperInvariant();
    }
}
