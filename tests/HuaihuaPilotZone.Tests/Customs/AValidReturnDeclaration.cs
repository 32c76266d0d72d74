using HuaihuaPilotZone.Customs.Documents;
using HuaihuaPilotZone.Customs.PreCheck;
using HuaihuaPilotZone.Customs.PreCheck.Examples;

namespace HuaihuaPilotZone.Tests.Customs;

/// <summary>The 退运报关单 of <see cref="SampleDocuments"/>, of everything that left with <see cref="AValidDeclaration"/>.</summary>
internal static class AValidReturnDeclaration
{
    /// <summary>The declaration that the goods left with.</summary>
    public static SourceDocument Source => SampleWorld.DeclaredSource;

    public static CustomsDocument Document { get; } = SampleDocuments.Application(DocumentScope.ReturnDeclaration);
}
