using System.Globalization;

namespace HuaihuaPilotZone.Web.Public.Corridors;

/// <summary>Draws ways between points of the schematic map: straight, then diagonal, with one rounded corner.</summary>
internal static class MapGeometry
{
    private const double Corner = 20;

    /// <summary>The path data of a way, moved aside by so many units where several corridors share it.</summary>
    public static string Way(double fromX, double fromY, double toX, double toY, double aside)
    {
        var isSteep = Math.Abs(toY - fromY) >= Math.Abs(toX - fromX);
        if (isSteep) (fromX, toX) = (fromX + aside, toX + aside);
        else (fromY, toY) = (fromY + aside, toY + aside);
        var (dx, dy) = (toX - fromX, toY - fromY);
        var diagonal = Math.Min(Math.Abs(dx), Math.Abs(dy));
        var straight = Math.Max(Math.Abs(dx), Math.Abs(dy)) - diagonal;
        if (diagonal < 1 || straight < 1) return Text($"M{fromX:0.#} {fromY:0.#}L{toX:0.#} {toY:0.#}");
        var (cornerX, cornerY) = isSteep ? (fromX, fromY + Math.Sign(dy) * straight) : (fromX + Math.Sign(dx) * straight, fromY);
        var before = Math.Min(Corner, straight / 2);
        var after = Math.Min(Corner, diagonal / 2);
        var (beforeX, beforeY) = isSteep ? (cornerX, cornerY - Math.Sign(dy) * before) : (cornerX - Math.Sign(dx) * before, cornerY);
        var (afterX, afterY) = (cornerX + Math.Sign(dx) * after, cornerY + Math.Sign(dy) * after);
        return Text($"M{fromX:0.#} {fromY:0.#}L{beforeX:0.#} {beforeY:0.#}Q{cornerX:0.#} {cornerY:0.#} {afterX:0.#} {afterY:0.#}L{toX:0.#} {toY:0.#}");
    }

    private static string Text(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
