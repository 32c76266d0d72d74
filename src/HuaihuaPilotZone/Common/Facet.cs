namespace HuaihuaPilotZone.Common;

/// <summary>A value that a list can be narrowed to, with the number of its entries.</summary>
public sealed record Facet<T>(T Value, int Count);
