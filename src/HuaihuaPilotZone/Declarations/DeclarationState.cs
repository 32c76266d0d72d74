using System.Collections.Frozen;

namespace HuaihuaPilotZone.Declarations;

/// <summary>Where a pre-declaration stands with the park. What customs says of it is <see cref="CustomsState"/>.</summary>
public enum DeclarationState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已提交.</summary>
    Submitted,

    /// <summary>退回修改.</summary>
    Returned,

    /// <summary>已通过.</summary>
    Accepted,

    /// <summary>已移交.</summary>
    HandedOver,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>What customs has said, grouped from returnStatus. Moved by receipts only.</summary>
public enum CustomsState
{
    /// <summary>尚无回执.</summary>
    NoReceipt,

    /// <summary>处理中.</summary>
    InProgress,

    /// <summary>未通过.</summary>
    Failed,

    /// <summary>审结.</summary>
    Accepted,

    /// <summary>布控查验或暂停.</summary>
    Held,

    /// <summary>放行.</summary>
    Released,

    /// <summary>结关.</summary>
    Closed,

    /// <summary>退运.</summary>
    Returned,
}

/// <summary>Which document a pre-declaration prepares.</summary>
public enum DocumentKind
{
    /// <summary>清单: CEB603 with its order CEB303.</summary>
    List,

    /// <summary>报关单: DecMessage.</summary>
    CustomsDeclaration,

    /// <summary>出口退货申请单: CEB213.</summary>
    ExportReturn,

    /// <summary>退货理货明细单: CEB215.</summary>
    ReturnTally,

    /// <summary>撤销申请单: CEB605.</summary>
    Withdrawal,

    /// <summary>清单总分单: CEB607.</summary>
    TotalsSheet,

    /// <summary>运抵单: CEB507.</summary>
    Arrival,

    /// <summary>离境单: CEB509.</summary>
    Departure,

    /// <summary>汇总申请单: CEB701.</summary>
    Aggregation,

    /// <summary>退运报关单: DecMessage, 4561.</summary>
    ReturnDeclaration,
}

public static class DeclarationStates
{
    private static readonly FrozenDictionary<DeclarationState, DeclarationState[]> _next = new Dictionary<DeclarationState, DeclarationState[]>
    {
        [DeclarationState.Draft] = [DeclarationState.Submitted, DeclarationState.Withdrawn],
        [DeclarationState.Submitted] = [DeclarationState.Returned, DeclarationState.Accepted, DeclarationState.Withdrawn],
        [DeclarationState.Returned] = [DeclarationState.Submitted, DeclarationState.Withdrawn],
        [DeclarationState.Accepted] = [DeclarationState.HandedOver, DeclarationState.Returned, DeclarationState.Withdrawn],
        [DeclarationState.HandedOver] = [DeclarationState.Returned],
        [DeclarationState.Withdrawn] = [],
    }.ToFrozenDictionary();

    /// <summary>The one table of what may follow what.</summary>
    public static bool MayBecome(this DeclarationState from, DeclarationState to) => _next[from].Contains(to);

    /// <summary>Whether the enterprise may change the document.</summary>
    public static bool IsEditable(this DeclarationState state) => state is DeclarationState.Draft or DeclarationState.Returned;

    public static string Word(this DeclarationState state) => state switch
    {
        DeclarationState.Draft => "草稿",
        DeclarationState.Submitted => "已提交",
        DeclarationState.Returned => "退回修改",
        DeclarationState.Accepted => "已通过",
        DeclarationState.HandedOver => "已移交",
        DeclarationState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Word(this CustomsState state) => state switch
    {
        CustomsState.NoReceipt => "尚无回执",
        CustomsState.InProgress => "处理中",
        CustomsState.Failed => "未通过",
        CustomsState.Accepted => "审结",
        CustomsState.Held => "布控查验或暂停",
        CustomsState.Released => "放行",
        CustomsState.Closed => "结关",
        CustomsState.Returned => "退运",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
