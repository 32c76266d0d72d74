namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>Pairs of which none is nowhere better than another: the first numbers rise while the second ones fall.</summary>
internal sealed class Staircase
{
    private (long First, long Second)[] _steps = new (long, long)[4];
    private int _count;

    public void Clear() => _count = 0;

    /// <summary>Whether some pair is at most this one in both numbers.</summary>
    public bool Covers(long first, long second)
    {
        var at = LastUpTo(first);
        return at >= 0 && _steps[at].Second <= second;
    }

    /// <summary>Adds a pair that nothing covers and drops what it covers.</summary>
    public void Add(long first, long second)
    {
        var at = LastUpTo(first);
        var start = at >= 0 && _steps[at].First == first ? at : at + 1;
        var end = start;
        while (end < _count && _steps[end].Second >= second) end++;
        if (start == end && _count == _steps.Length) Array.Resize(ref _steps, _count * 2);
        Array.Copy(_steps, end, _steps, start + 1, _count - end);
        _steps[start] = (first, second);
        _count += 1 - (end - start);
    }

    /// <summary>The last step whose first number is at most this one; −1 where there is none. Of these it has the lowest second number.</summary>
    private int LastUpTo(long first)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].First <= first) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
