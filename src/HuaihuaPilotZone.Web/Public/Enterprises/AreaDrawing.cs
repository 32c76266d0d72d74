using HuaihuaPilotZone.Enterprises;

namespace HuaihuaPilotZone.Web.Public.Enterprises;

/// <summary>
/// A schematic map of the areas: the first one, the main port area, in the middle, the others around it; a disc's area stands for its enterprises.
/// It is no map of places: where the areas lie is not among the facts that the portal has.
/// </summary>
/// <param name="Height">In the units of the drawing, which is <see cref="Width"/> wide.</param>
public sealed record AreaDrawing(IReadOnlyList<AreaDisc> Discs, int Height)
{
    public const int Width = 640;

    private const int Least = 36;
    private const int Greatest = 66;
    private const int Ring = 118;

    public static AreaDrawing Of(IReadOnlyList<AreaCount> areas)
    {
        const int height = 360;
        var most = Math.Max(1, areas.Select(a => a.Told ?? 0).DefaultIfEmpty().Max());
        return new AreaDrawing([.. areas.Select((area, i) => Disc(area, i, areas.Count - 1, most, height))], height);
    }

    private static AreaDisc Disc(AreaCount area, int index, int around, int most, int height)
    {
        var radius = Least + (int)((Greatest - Least) * Math.Sqrt((double)(area.Told ?? 0) / most));
        if (index == 0) return new AreaDisc(area, Width / 2, height / 2, radius);
        // begins on the right, and an ellipse, since the drawing is wide
        var angle = 2 * Math.PI * (index - 1) / around;
        return new AreaDisc(area, (Width / 2) + (int)(Ring * 1.75 * Math.Cos(angle)), (height / 2) + (int)(Ring * 0.95 * Math.Sin(angle)), radius);
    }
}

/// <summary>One area of the drawing.</summary>
public sealed record AreaDisc(AreaCount Area, int X, int Y, int Radius);
