using HuaihuaPilotZone.Customs.Documents;

namespace HuaihuaPilotZone.Customs.PreCheck.Repairs;

/// <summary>Orders repairs of the same size by how likely a person made just that mistake. It decides nothing: all are offered.</summary>
internal static class Plausibility
{
    private const int MostSlips = 3;

    /// <summary>Sum over the changes: slips of the finger from the new value to the typed one, and whether the number is counted or only calculated.</summary>
    public static int Doubt(NumberNet net, IReadOnlyDictionary<int, (decimal Value, string RuleId)> changes) =>
        changes.Sum(c => Slips(NumberReading.Read(net.Place(c.Key).Typed).Text, NumberReading.Format(c.Value.Value)) + Weight(net, net.Place(c.Key).Field));

    // Calculated numbers are wrong more often than counted ones.
    private static int Weight(NumberNet net, Field field)
    {
        var roles = net.Reading.Document.Schema.Roles;
        if (field == roles.Total || field == HeaderFields.OrderGoodsValue) return 0;
        return field == roles.Quantity || field == roles.GrossWeight ? 2 : 1;
    }

    /// <summary>Least number of characters inserted, left out, exchanged or swapped (optimal string alignment), 3 at most.</summary>
    internal static int Slips(string typed, string meant)
    {
        if (Math.Abs(typed.Length - meant.Length) >= MostSlips) return MostSlips;
        var rows = new int[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= meant.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            for (var j = 1; j <= meant.Length; j++)
            {
                var cost = typed[i - 1] == meant[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return Math.Min(MostSlips, rows[typed.Length, meant.Length]);
    }
}
