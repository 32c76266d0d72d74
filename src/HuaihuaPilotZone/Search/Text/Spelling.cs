namespace HuaihuaPilotZone.Search.Text;

/// <summary>How far two words are apart.</summary>
internal static class Spelling
{
    /// <summary>
    /// Letters that have to be changed, added, left out or swapped with their neighbour to make one word of the other
    /// (Damerau and Levenshtein, without a second change of what was swapped).
    /// </summary>
    /// <param name="most">More is not counted: the answer is then <paramref name="most"/> + 1.</param>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        var (before, last, now) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                now[j] = Math.Min(changed, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > most) return most + 1;
            (before, last, now) = (last, now, before);
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
