using HuaihuaPilotZone.Customs.Identifiers;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Customs.Documents;

/// <summary>
/// The producer of goods may be a person, who is named by an identity number (facts B2 #13). No check needs it, so that no document keeps it:
/// it is masked before anything is stored, and left out of the message, to be typed where the goods are declared.
/// </summary>
public static class PersonNumbers
{
    private static readonly string[] _owners = [HeaderFields.OwnerCode.Name, DeclarationFields.OwnerCodeScc.Name];

    // what is masked must not depend on the day
    private static readonly DateOnly _latestBirth = new(2099, 12, 31);

    /// <summary>The document with the numbers of persons masked, also those within its texts; the same one where there are none.</summary>
    public static CustomsDocument Hide(CustomsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        foreach (var field in document.Schema.Header.Where(MayHold))
        {
            var hidden = Hide(field, document[field]);
            if (hidden != document[field]) document = document.With(field, hidden);
        }

        foreach (var (collection, fields) in document.Schema.Collections)
        {
            List<Field> texts = [.. fields.Where(MayHold)];
            for (var line = 0; line < document.Lines(collection).Count; line++)
            {
                foreach (var field in texts)
                {
                    var hidden = Hide(field, document.At(field, line));
                    if (hidden != document.At(field, line)) document = document.With(field, line, hidden);
                }
            }
        }

        return document;
    }

    /// <summary>
    /// The value of a field, masked where it is the number of a person, and every such number in a text. The mask of a producer's number says whether
    /// its check character was right, because nobody can find out later.
    /// </summary>
    public static string? Hide(Field field, string? value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (value is null || !MayHold(field)) return value;
        return IsOwner(field) && IsOfPerson(value) ? IdentityNumbers.MaskWithVerdict(ResidentIdNumber.Normalize(value)) : IdentityNumbers.HideWithin(value);
    }

    private static bool MayHold(Field field) => field.Kind == FieldKind.Text || IsOwner(field);

    private static bool IsOwner(Field field) => !field.IsOfLine && _owners.Contains(field.Name);

    /// <summary>
    /// Whether a text is the number of a resident identity card, also one with a wrong check character. A credit code is never taken for one:
    /// its own check characters are right.
    /// </summary>
    public static bool IsOfPerson(string? text) =>
        UnifiedSocialCreditCode.Check(text) is not null && ResidentIdNumber.Check(text, _latestBirth) is null or { Fault: IdentifierFault.CheckCharacter };

    /// <summary>Whether a field holds a number that was masked because its check character was wrong too.</summary>
    internal static bool IsHiddenWrong(Field field, string value) => IsHidden(field, value) && IdentityNumbers.IsMaskedWrong(value);

    /// <summary>Whether a field holds a number that was masked.</summary>
    public static bool IsHidden(Field field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        return IsOwner(field) && IdentityNumbers.IsMasked(value);
    }
}
