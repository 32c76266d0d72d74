namespace HuaihuaPilotZone.Corridors.Planning;

/// <summary>The least that is still to come from each node to the end of the way, for one quantity: no real route is below it.</summary>
internal static class LowerBounds
{
    public const long Unreachable = long.MaxValue;

    /// <param name="weights">Of each arc; negative for one that is not used.</param>
    public static long[] To(int target, PlanningNetwork network, long[] weights)
    {
        var least = new long[network.Nodes.Count];
        Array.Fill(least, Unreachable);
        least[target] = 0;
        var open = new PriorityQueue<int, long>();
        open.Enqueue(target, 0);
        while (open.TryDequeue(out var node, out var known))
        {
            if (known > least[node]) continue;
            foreach (var arc in network.Entering[node])
            {
                if (weights[arc] < 0) continue;
                var from = network.Arcs[arc].From;
                var sum = known + weights[arc];
                if (sum >= least[from]) continue;
                least[from] = sum;
                open.Enqueue(from, sum);
            }
        }

        return least;
    }
}
