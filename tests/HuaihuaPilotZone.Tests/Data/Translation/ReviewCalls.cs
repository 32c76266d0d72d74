using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Declarations.Review;

namespace HuaihuaPilotZone.Tests.Data.Translation;

internal sealed class ReviewCalls : ServiceCalls
{
    private static readonly ReasonData _reason = new("主题", "/packNo", "{栏目}写的是{现值}");

    protected override void Describe()
    {
        Call<ReviewReasons>(s => s.ListAsync(true, "示例", new PageRequest(2), CancellationToken.None));
        Call<ReviewReasons>(s => s.ChoicesAsync(CancellationToken.None));
        Call<ReviewReasons>(s => s.FindAsync(1, CancellationToken.None));
        Call<ReviewReasons>(s => s.AddAsync(_reason, CancellationToken.None));
        Call<ReviewReasons>(s => s.UpdateAsync(1, 1, _reason, CancellationToken.None));
        Call<ReviewReasons>(s => s.SetRetiredAsync(1, 1, true, CancellationToken.None));
        Call<ReviewReasons>(s => s.CompleteAsync(ADeclaration(), [new ReturnReason("", "", 1)], CancellationToken.None));
        Call<ReviewStatistics>(s => s.ReadAsync(CancellationToken.None));
    }

    private static Declaration ADeclaration() => new()
    {
        Number = new DeclarationNumber(new DateOnly(2026, 11, 22), 1),
        EnterpriseId = 1,
        Kind = DocumentKind.List,
        CreatedAt = DateTime.UnixEpoch,
        CreatedBy = "示例",
    };
}
