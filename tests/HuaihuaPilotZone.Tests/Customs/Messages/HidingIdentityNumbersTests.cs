using System.Text;
using HuaihuaPilotZone.Customs.Messages;

namespace HuaihuaPilotZone.Tests.Customs.Messages;

public class HidingIdentityNumbersTests
{
    private static readonly byte[] _key = Encoding.ASCII.GetBytes("a key only for these tests");

    [Theory]
    [InlineData("CEB311Message", "buyerIdNumber")]
    [InlineData("CEB411Message", "payerIdNumber")]
    [InlineData("CEB621Message", "buyerIdNumber")]
    [InlineData("CEB623Message", "buyerIdNumber")]
    [InlineData("CEB625Message", "buyerIdNumber")]
    public void A_number_that_was_read_is_nowhere_in_plain(string name, string element)
    {
        var (_, entities) = SampleMessages.Read(SampleMessages.Bytes(name));

        Assert.All(entities, e => Assert.Equal("43**************11", e.Head[element]));
        Assert.DoesNotContain(SampleMessages.IdentityNumber, string.Concat(entities.Select(SampleMessages.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("431299199001010012")]
    [InlineData("43129919900230001X")]
    [InlineData("12345")]
    [InlineData("4312991990010100111111111111111111111111111111111111111111111")]
    public void A_wrong_number_is_told_without_being_quoted(string number)
    {
        var text = Encoding.UTF8.GetString(SampleMessages.Bytes("CEB411Message")).Replace(SampleMessages.IdentityNumber, number, StringComparison.Ordinal);

        var (reader, _) = SampleMessages.Read(text);

        Assert.Contains(MessageProblemKind.WrongIdentityNumber, reader.Problems.Select(p => p.Kind));
        Assert.All(reader.Problems, p => Assert.DoesNotContain(number, p.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("12345678", "********")]
    [InlineData("123456789", "12*****89")]
    public void Short_numbers_are_hidden_as_a_whole(string number, string masked)
    {
        Assert.Equal(masked, IdentityNumbers.Mask(number));
        Assert.Equal(number.Length > 0, IdentityNumbers.IsMasked(masked));
    }

    [Fact]
    public void Buyer_and_payer_can_be_compared_without_their_numbers()
    {
        var first = IdentityNumbers.Fingerprint(SampleMessages.IdentityNumber, _key);

        Assert.Equal(first, IdentityNumbers.Fingerprint(" " + SampleMessages.IdentityNumber, _key));
        Assert.NotEqual(first, IdentityNumbers.Fingerprint("431299199001010012", _key));
        Assert.NotEqual(first, IdentityNumbers.Fingerprint(SampleMessages.IdentityNumber, Encoding.ASCII.GetBytes("another key of this test")));
        Assert.DoesNotContain(SampleMessages.IdentityNumber, first, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IdentityNumbers.Fingerprint("1", [1, 2, 3]));
    }

    [Fact]
    public void Whoever_needs_to_compare_chooses_what_is_kept()
    {
        var options = new MessageReadingOptions { IdentityNumber = n => IdentityNumbers.Mask(n) + "#" + IdentityNumbers.Fingerprint(n, _key) };

        var buyer = SampleMessages.Read(SampleMessages.Bytes("CEB311Message"), options).Entities[0].Head["buyerIdNumber"];
        var payer = SampleMessages.Read(SampleMessages.Bytes("CEB411Message"), options).Entities[0].Head["payerIdNumber"];

        Assert.Equal(buyer, payer);
        Assert.Equal(18 + 1 + 64, buyer!.Length);
    }
}
