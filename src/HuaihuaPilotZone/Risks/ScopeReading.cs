using HuaihuaPilotZone.Common;
using HuaihuaPilotZone.Customs.Codes;

namespace HuaihuaPilotZone.Risks;

/// <summary>The scope as it was typed, read; what cannot be read is said in a sentence.</summary>
internal sealed class ScopeReading
{
    private const int MostCountries = 60;
    private const int MostGoods = 60;

    private static readonly char[] _between = [' ', '\n', '\r', '\t', ',', ';', '，', '、', '；', '　'];

    public List<string> Countries { get; } = [];

    public List<string> Goods { get; } = [];

    public List<Refusal> Problems { get; } = [];

    public static ScopeReading Of(RiskData data, CustomsTables tables)
    {
        var reading = new ScopeReading();
        foreach (var word in Words(data.Countries)) reading.AddCountry(word, tables);
        foreach (var word in Words(data.Goods)) reading.AddGoods(word);
        if (reading.Countries.Count > MostCountries) reading.Problems.Add(new Refusal(nameof(RiskData.Countries), FormattableString.Invariant($"国别最多 {MostCountries} 个。")));
        if (reading.Goods.Count > MostGoods) reading.Problems.Add(new Refusal(nameof(RiskData.Goods), FormattableString.Invariant($"商品编码最多 {MostGoods} 个。")));
        if (reading.Problems.Count == 0 && reading.Countries.Count + reading.Goods.Count + data.CorridorIds.Count == 0)
            reading.Problems.Add(new Refusal(nameof(RiskData.Countries), "请写明范围：国别、商品编码和通道至少填一项。"));
        return reading;
    }

    /// <summary>What was written, with the scope as it was read.</summary>
    public RiskData Into(RiskData data) => data with
    {
        Countries = string.Join(RiskTexts.Comma, Countries.Order(StringComparer.Ordinal)),
        Goods = string.Join(RiskTexts.Comma, Goods.Order(StringComparer.Ordinal)),
        CorridorIds = [.. data.CorridorIds.Distinct().Order()],
    };

    private static string[] Words(string? text) => (text ?? "").Split(_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void AddCountry(string word, CustomsTables tables)
    {
        var code = word.ToUpperInvariant();
        var country = tables.Countries.Find(code) ?? tables.Countries.Find(tables.Countries.NewCodeOf(word)) ?? tables.Countries.FindByName(word);
        if (country is null) Problems.Add(new Refusal(nameof(RiskData.Countries), $"“{Texts.Cut(word, 20)}”不在国别（地区）代码表内，请填代码或名称，如 LAO 或老挝。"));
        else if (!Countries.Contains(country.Code, StringComparer.Ordinal)) Countries.Add(country.Code);
    }

    private void AddGoods(string word)
    {
        var digits = word.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is < RiskGoods.LeastDigits or > RiskGoods.MostDigits || !digits.All(char.IsAsciiDigit))
            Problems.Add(new Refusal(nameof(RiskData.Goods), $"“{Texts.Cut(word, 20)}”应是 2 至 10 位数字，如 4202。"));
        else if (!Goods.Contains(digits, StringComparer.Ordinal)) Goods.Add(digits);
    }
}
